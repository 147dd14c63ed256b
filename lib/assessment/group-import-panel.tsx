'use client'

import { List, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { TableFile } from '../table-file.ts'
import { ImportPanel } from '../ui/import-panel.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Looked, Save } from '../ui/save.ts'
import { GROUP_COLUMNS, type GroupChanges } from './group-import.ts'
import type { GroupTotals } from './group-table.ts'

interface GroupImportPanelProps {
  readonly templateHref: string
  readonly look: (file: TableFile) => Promise<Looked<GroupChanges>>
  readonly save: Save<TableFile>
}

/** The table of groups from a file: what it would change is shown before anything is replaced. */
export function GroupImportPanel({ templateHref, look, save }: GroupImportPanelProps) {
  const t = useTranslations('sampling.groupsImport')
  return (
    <Panel title={t('title')} description={t('lead')}>
      <ImportPanel
        columns={GROUP_COLUMNS}
        templateName="利益相关群体.xlsx"
        templateHref={templateHref}
        save={save}
        preview={{
          look,
          show: (changes) => <Changes changes={changes} />,
          takeLabel: ({ removed }) =>
            removed.length > 0 ? t('takeRemoving', { n: removed.length }) : t('take'),
          loses: ({ removed }) => removed.length > 0,
        }}
      />
    </Panel>
  )
}

function Changes({ changes }: { changes: GroupChanges }) {
  const t = useTranslations('sampling.groupsImport')
  const { added, changed, removed, unchanged, totals } = changes
  const sizes = ({ households, persons }: GroupTotals) => t('sizes', { households, persons })
  if (added.length + changed.length + removed.length === 0) return <Text size="sm">{t('same')}</Text>
  return (
    <Stack gap="xs">
      <Part
        title={t('removed')}
        rows={removed.map((group) => [group.name, sizes(group)])}
        color="var(--mantine-color-cinnabar-7)"
      />
      <Part
        title={t('changed')}
        rows={changed.map(({ before, after }) => [
          after.name,
          t('was', { before: sizes(before), after: sizes(after) }),
        ])}
      />
      <Part title={t('added')} rows={added.map((group) => [group.name, sizes(group)])} />
      {unchanged > 0 && (
        <Text size="sm">
          {t('unchanged')}：{unchanged}
        </Text>
      )}
      <Text size="sm" fw={600}>
        {t('totals', { before: sizes(totals.before), after: sizes(totals.after) })}
      </Text>
    </Stack>
  )
}

interface PartProps {
  readonly title: ReactNode
  readonly rows: readonly (readonly [name: string, words: string])[]
  readonly color?: string
}

function Part({ title, rows, color }: PartProps) {
  if (rows.length === 0) return null
  return (
    <div>
      <Text size="sm" fw={600} {...(color ? { c: color } : {})}>
        {title}
      </Text>
      <List size="sm">
        {rows.map(([name, words]) => (
          <List.Item key={name}>
            {name}：{words}
          </List.Item>
        ))}
      </List>
    </div>
  )
}
