'use client'

import { Alert, Button, Group, List, Loader, Radio, SimpleGrid, Stack, Text } from '@mantine/core'
import {
  IconAlertTriangle,
  IconDownload,
  IconExternalLink,
  IconFileText,
  IconInfoCircle,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useMadeFile } from '../ui/made-file.tsx'
import { Panel } from '../ui/panel.tsx'
import { REPORT_FORMATS, type ReportFormat } from './formats.ts'
import { OUTLINE_IDS, type OutlineId } from './outlines/outline-id.ts'
import { WARNINGS_HEADER, warningsInHeader } from './report-warning.ts'

interface ReportPanelProps {
  /** Where the report is made: answers a file, or a refusal with its reason. */
  readonly url: string
  readonly title: string
  /** The verdict can be given; otherwise the report says what is missing. */
  readonly complete: boolean
  /** Headings of each outline; a report is always in Chinese. Left out where they are shown elsewhere. */
  readonly contents?: Readonly<Record<OutlineId, readonly string[]>>
  /** In place of the words for a report of the draft. */
  readonly heading?: string
  readonly explain?: string
}

interface Chosen {
  readonly outline: OutlineId
  readonly format: ReportFormat
}

/** Makes a report in the outline and format chosen, shows that it is being made, and says what to know about it. */
export function ReportPanel({ url, title, complete, contents, heading, explain }: ReportPanelProps) {
  const t = useTranslations('report')
  const format = useFormatter()
  const [chosen, setChosen] = useState<Chosen>({ outline: 'assessment', format: 'pdf' })
  /** What the file that is there was made as: the choice may have moved on. */
  const [made, setMade] = useState<Chosen>(chosen)
  const { file, seconds, make } = useMadeFile()
  const warnings = file.status === 'done' ? warningsInHeader(file.headers.get(WARNINGS_HEADER)) : []
  const generate = () => {
    setMade(chosen)
    void make(`${url}?${new URLSearchParams({ ...chosen })}`)
  }

  return (
    <Panel title={heading ?? t('heading')} description={explain ?? t('explain')}>
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
            loading={file.status === 'working'}
            variant={file.status === 'done' ? 'default' : 'filled'}
            onClick={generate}
          >
            {t('generate', { outline: t(`outlines.${chosen.outline}`) })}
          </Button>
          {file.status === 'done' && (
            <Button
              size="md"
              component="a"
              href={file.href}
              download={t('fileName', {
                title,
                outline: t(`outlines.${made.outline}`),
                format: made.format,
              })}
              leftSection={<IconDownload size={18} aria-hidden />}
            >
              {t('download')}
            </Button>
          )}
          {file.status === 'done' && made.format === 'pdf' && (
            <Button
              size="md"
              component="a"
              variant="default"
              href={file.href}
              target="_blank"
              leftSection={<IconExternalLink size={18} aria-hidden />}
            >
              {t('open')}
            </Button>
          )}
        </Group>
        <div aria-live="polite">
          {file.status === 'working' && (
            <Group gap={8}>
              <Loader size="xs" aria-hidden />
              <Text size="sm">{t('working', { seconds })}</Text>
            </Group>
          )}
          {file.status === 'done' && (
            <Text size="sm">
              {t('done', {
                outline: t(`outlines.${made.outline}`),
                format: t(`formats.${made.format}`),
                size: format.number(file.bytes / 1024, {
                  style: 'unit',
                  unit: 'kilobyte',
                  maximumFractionDigits: 0,
                }),
              })}
            </Text>
          )}
          {file.status === 'done' &&
            warnings.map((warning) => (
              <Alert key={warning.kind} color="ochre" icon={<IconAlertTriangle aria-hidden />} mt="xs">
                {t(`warnings.${warning.kind}`, { ...warning })}
              </Alert>
            ))}
          {file.status === 'failed' && (
            <Alert color="cinnabar" icon={<IconAlertTriangle aria-hidden />} title={t('failed')}>
              {file.message}
            </Alert>
          )}
        </div>
        {contents && (
          <div>
            <Text fw={600} mb={4}>
              {t('contents')}
            </Text>
            <List size="sm" spacing={2} listStyleType="none" lang="zh-CN">
              {contents[chosen.outline].map((line) => (
                <List.Item key={line}>{line}</List.Item>
              ))}
            </List>
          </div>
        )}
      </Stack>
    </Panel>
  )
}
