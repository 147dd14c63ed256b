'use client'

import { Alert, Button, Group, List, Loader, Stack, Text } from '@mantine/core'
import {
  IconAlertTriangle,
  IconDownload,
  IconExternalLink,
  IconFileTypePdf,
  IconInfoCircle,
} from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useRefusalText } from '../ui/form/refusal-text.tsx'
import { Panel } from '../ui/panel.tsx'
import type { RefusalReason } from '../ui/save.ts'

interface ReportPanelProps {
  /** Where the report is made: answers a PDF, or a refusal with its reason. */
  readonly url: string
  readonly title: string
  /** The verdict can be given; otherwise the report says what is missing. */
  readonly complete: boolean
  /** Headings of the report, which is always in Chinese. */
  readonly contents: readonly string[]
}

type State =
  | { readonly status: 'idle' }
  | { readonly status: 'working'; readonly since: number }
  | {
      readonly status: 'done'
      readonly href: string
      readonly bytes: number
      readonly warnings: readonly string[]
    }
  | { readonly status: 'failed'; readonly message: string }

/** Makes the report, shows that it is being made, and says in words when it could not be. */
export function ReportPanel({ url, title, complete, contents }: ReportPanelProps) {
  const t = useTranslations('verdict.report')
  const refusals = useTranslations('refusals')
  const refusalText = useRefusalText()
  const format = useFormatter()
  const [state, setState] = useState<State>({ status: 'idle' })
  const seconds = useSeconds(state.status === 'working' ? state.since : null)
  const href = state.status === 'done' ? state.href : null
  // The file lives in the browser's memory until it is replaced or the page is left.
  useEffect(() => () => void (href && URL.revokeObjectURL(href)), [href])

  const generate = async () => {
    setState({ status: 'working', since: Date.now() })
    try {
      const response = await fetch(url)
      if (!response.ok) {
        const { reason } = (await response.json().catch(() => ({}))) as { reason?: string }
        const known = reason as RefusalReason
        const text = refusals.has(known) ? refusalText({ ok: false, reason: known }) : refusals('unexpected')
        setState({ status: 'failed', message: text })
        return
      }
      const pdf = await response.blob()
      setState({
        status: 'done',
        href: URL.createObjectURL(pdf),
        bytes: pdf.size,
        warnings: warningsIn(response.headers.get('x-report-warnings')),
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
        <Group gap="sm">
          <Button
            size="md"
            leftSection={<IconFileTypePdf size={20} aria-hidden />}
            loading={state.status === 'working'}
            variant={state.status === 'done' ? 'default' : 'filled'}
            onClick={generate}
          >
            {state.status === 'done' ? t('again') : t('generate')}
          </Button>
          {state.status === 'done' && (
            <>
              <Button
                size="md"
                component="a"
                href={state.href}
                download={t('fileName', { title })}
                leftSection={<IconDownload size={18} aria-hidden />}
              >
                {t('download')}
              </Button>
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
            </>
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
              <Alert key={warning} color="ochre" icon={<IconAlertTriangle aria-hidden />} mt="xs">
                {warning.startsWith('glyphs-missing:')
                  ? t('glyphsMissing', { characters: warning.slice('glyphs-missing:'.length) })
                  : t('plainPdf')}
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
            {contents.map((heading) => (
              <List.Item key={heading}>{heading}</List.Item>
            ))}
          </List>
        </div>
      </Stack>
    </Panel>
  )
}

/** What the server says of a PDF that was made all the same: codes with details, as a JSON list. */
function warningsIn(header: string | null): string[] {
  try {
    const parsed: unknown = JSON.parse(decodeURIComponent(header ?? '[]'))
    return Array.isArray(parsed) ? parsed.filter((warning) => typeof warning === 'string') : []
  } catch {
    return []
  }
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
