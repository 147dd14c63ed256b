'use client'

import { Button, Group } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { Panel } from '../../ui/panel.tsx'
import { EXPORT_FORMATS } from './export-format.ts'

interface ExportPanelProps {
  /** Where files are made; the format is added. */
  readonly href: string
  /** k: smaller counts are hidden. */
  readonly fewest: number
}

/** The counts as files, with what is in them and what is not. */
export function ExportPanel({ href, fewest }: ExportPanelProps) {
  const t = useTranslations('survey.results')
  return (
    <Panel title={t('export')} description={t('exportNote', { k: fewest })}>
      <Group gap="sm">
        {EXPORT_FORMATS.map((format) => (
          <Button
            key={format}
            component="a"
            href={`${href}?format=${format}`}
            download
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {t(`exportAs.${format}`)}
          </Button>
        ))}
      </Group>
    </Panel>
  )
}
