'use client'

import { Alert, Button, Group, List, Loader, Radio, SimpleGrid, Stack, Text } from '@mantine/core'
import {
  IconAlertTriangle,
  IconDownload,
  IconExternalLink,
  IconFileText,
  IconInfoCircle,
} from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useRefusalText } from '../ui/form/refusal-text.tsx'
import { Panel } from '../ui/panel.tsx'
import type { RefusalReason } from '../ui/save.ts'
import { REPORT_FORMATS, type ReportFormat } from './formats.ts'
import { OUTLINE_IDS, type OutlineId } from './outlines/outline-id.ts'
import { type ReportWarning, WARNINGS_HEADER, warningsInHeader } from './report-warning.ts'

interface ReportPanelProps {
  /** Where the report is made: answers a file, or a refusal with its reason. */
  readonly url: string
  readonly title: string
  /** The verdict can be given; otherwise the report says what is missing. */
  readonly complete: boolean
  /** Headings of each outline; a report is always in Chinese. */
  readonly contents: Readonly<Record<OutlineId, readonly string[]>>
}

interface Chosen {
  readonly outline: OutlineId
  readonly format: ReportFormat
}

type State =
  | { readonly status: 'idle' }
  | { readonly status: 'working'; readonly since: number }
  | {
      readonly status: 'done'
      readonly made: Chosen
      readonly href: string
      readonly bytes: number
      readonly warnings: readonly ReportWarning[]
    }
  | { readonly status: 'failed'; readonly message: string }

/** Makes a report in the outline and format chosen, shows that it is being made, and says what to know about it. */
export function ReportPanel({ url, title, complete, contents }: ReportPanelProps) {
  const t = useTranslations('report')
  const refusals = useTranslations('refusals')
  const refusalText = useRefusalText()
  const format = useFormatter()
  const [chosen, setChosen] = useState<Chosen>({ outline: 'assessment', format: 'pdf' })
  const [state, setState] = useState<State>({ status: 'idle' })
  const seconds = useSeconds(state.status === 'working' ? state.since : null)
  const href = state.status === 'done' ? state.href : null
  // The file lives in the browser's memory until it is replaced or the page is left.
  useEffect(() => () => void (href && URL.revokeObjectURL(href)), [href])

  const generate = async () => {
    setState({ status: 'working', since: Date.now() })
    try {
      const response = await fetch(`${url}?${new URLSearchParams({ ...chosen })}`)
      if (!response.ok) {
        const { reason } = (await response.json().catch(() => ({}))) as { reason?: string }
        const known = reason as RefusalReason
        const text = refusals.has(known) ? refusalText({ ok: false, reason: known }) : refusals('unexpected')
        setState({ status: 'failed', message: text })
        return
      }
      const file = await response.blob()
      setState({
        status: 'done',
        made: chosen,
        href: URL.createObjectURL(file),
        bytes: file.size,
        warnings: warningsInHeader(response.headers.get(WARNINGS_HEADER)),
      })
    } catch {
      setState({ status: 'failed', message: t('network') })
    }
  }

  return (
    <Panel title={t('heading')} description={t('explain')}>
      <Stack gap="md">
        {!complete && (
          <Alert color="ochre" icon={<IconInfoCircle aria-hidden />}>
            {t('incomplete')}
          </Alert>
        )}
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Radio.Group
            label={t('outline')}
            value={chosen.outline}
            onChange={(value) => {
              const outline = OUTLINE_IDS.find((id) => id === value)
              if (outline) setChosen({ ...chosen, outline })
            }}
          >
            <Stack gap="xs" mt={4}>
              {OUTLINE_IDS.map((id) => (
                <Radio
                  key={id}
                  value={id}
                  label={t(`outlines.${id}`)}
                  description={t(`outlineHints.${id}`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          <Radio.Group
            label={t('format')}
            value={chosen.format}
            onChange={(value) => {
              const wanted = REPORT_FORMATS.find((id) => id === value)
              if (wanted) setChosen({ ...chosen, format: wanted })
            }}
          >
            <Stack gap="xs" mt={4}>
              {REPORT_FORMATS.map((id) => (
                <Radio key={id} value={id} label={t(`formats.${id}`)} />
              ))}
            </Stack>
          </Radio.Group>
        </SimpleGrid>
        <Group gap="sm">
          <Button
            size="md"
            leftSection={<IconFileText size={20} aria-hidden />}
            loading={state.status === 'working'}
            variant={state.status === 'done' ? 'default' : 'filled'}
            onClick={generate}
          >
            {t('generate', { outline: t(`outlines.${chosen.outline}`) })}
          </Button>
          {state.status === 'done' && (
            <Button
              size="md"
              component="a"
              href={state.href}
              download={t('fileName', {
                title,
                outline: t(`outlines.${state.made.outline}`),
                format: state.made.format,
              })}
              leftSection={<IconDownload size={18} aria-hidden />}
            >
              {t('download')}
            </Button>
          )}
          {state.status === 'done' && state.made.format === 'pdf' && (
            <Button
              size="md"
              component="a"
              variant="default"
              href={state.href}
              target="_blank"
              leftSection={<IconExternalLink size={18} aria-hidden />}
            >
              {t('open')}
            </Button>
          )}
        </Group>
        <div aria-live="polite">
          {state.status === 'working' && (
            <Group gap={8}>
              <Loader size="xs" aria-hidden />
              <Text size="sm">{t('working', { seconds })}</Text>
            </Group>
          )}
          {state.status === 'done' && (
            <Text size="sm">
              {t('done', {
                outline: t(`outlines.${state.made.outline}`),
                format: t(`formats.${state.made.format}`),
                size: format.number(state.bytes / 1024, {
                  style: 'unit',
                  unit: 'kilobyte',
                  maximumFractionDigits: 0,
                }),
              })}
            </Text>
          )}
          {state.status === 'done' &&
            state.warnings.map((warning) => (
              <Alert key={warning.kind} color="ochre" icon={<IconAlertTriangle aria-hidden />} mt="xs">
                {t(`warnings.${warning.kind}`, { ...warning })}
              </Alert>
            ))}
          {state.status === 'failed' && (
            <Alert color="cinnabar" icon={<IconAlertTriangle aria-hidden />} title={t('failed')}>
              {state.message}
            </Alert>
          )}
        </div>
        <div>
          <Text fw={600} mb={4}>
            {t('contents')}
          </Text>
          <List size="sm" spacing={2} listStyleType="none" lang="zh-CN">
            {contents[chosen.outline].map((heading) => (
              <List.Item key={heading}>{heading}</List.Item>
            ))}
          </List>
        </div>
      </Stack>
    </Panel>
  )
}

/** Whole seconds since a moment, counting while there is one. */
function useSeconds(since: number | null): number {
  const [now, setNow] = useState(0)
  useEffect(() => {
    if (since === null) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [since])
  return since === null ? 0 : Math.max(0, Math.floor((now - since) / 1000))
}
