'use client'

import { Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import type { TableFile } from '../../table-file.ts'
import { ImportPanel } from '../../ui/import-panel.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { Looked, Save } from '../../ui/save.ts'

interface PaperImportProps {
  readonly columns: readonly string[]
  readonly templateHref: string
  readonly look: (file: TableFile) => Promise<Looked<number>>
  readonly save: Save<TableFile>
}

/** Forms entered in a table, as one of the two entries of each. */
export function PaperImport({ columns, templateHref, look, save }: PaperImportProps) {
  const t = useTranslations('channels.entry')
  return (
    <Panel title={t('import')} description={t('importLead')}>
      <ImportPanel
        columns={columns}
        templateName="纸质问卷录入.xlsx"
        templateHref={templateHref}
        save={save}
        preview={{
          look,
          show: (n) => <Text size="sm">{t('found', { n })}</Text>,
          takeLabel: () => t('take'),
        }}
      />
    </Panel>
  )
}
