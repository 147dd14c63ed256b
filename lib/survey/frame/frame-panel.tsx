'use client'

import { Alert, Button, Stack, Table, Text, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconUsersGroup } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { TableFile } from '../../table-file.ts'
import { AppLink } from '../../ui/app-link.tsx'
import { useDay } from '../../ui/day.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ImportPanel } from '../../ui/import-panel.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { Looked, Save } from '../../ui/save.ts'
import classes from '../sampling/sampling.module.css'
import { type FrameGroup, type HouseholdListFacts, listGap } from './frame.ts'
import { HOUSEHOLD_COLUMNS } from './household-list.ts'
import type { ListChange } from './list-change.ts'
import { ListChanges } from './list-changes.tsx'

export interface ListImport {
  readonly file: TableFile
  readonly source: string
}

interface FramePanelProps {
  readonly groups: readonly FrameGroup[]
  readonly lists: readonly HouseholdListFacts[]
  readonly groupsHref: string
  readonly templateHref: string
  readonly readOnly: boolean
  readonly look: (file: TableFile) => Promise<Looked<readonly ListChange[]>>
  readonly save: Save<ListImport>
}

/** The strata with their households and lists, and the import of a list. */
export function FramePanel(props: FramePanelProps) {
  const { groups, lists, groupsHref, readOnly } = props
  const t = useTranslations('sampling.frame')
  if (groups.length === 0) {
    return (
      <Panel title={t('title')}>
        <EmptyState
          icon={<IconUsersGroup size={40} stroke={1.4} aria-hidden />}
          title={t('empty')}
          action={
            <Button component={AppLink} href={groupsHref}>
              {t('toGroups')}
            </Button>
          }
        />
      </Panel>
    )
  }
  const gaps = groups.some((group) => gapOf(group, lists) !== 0)
  return (
    <Panel title={t('title')} description={t('lead')}>
      <Stack gap="lg">
        <FrameTable groups={groups} lists={lists} />
        {gaps && (
          <Alert color="ochre" icon={<IconAlertTriangle aria-hidden />}>
            {t('gapHelp')}
          </Alert>
        )}
        {!readOnly && <ListImportBox {...props} />}
      </Stack>
    </Panel>
  )
}

const gapOf = (group: FrameGroup, lists: readonly HouseholdListFacts[]) =>
  listGap(
    group,
    lists.find(({ groupId }) => groupId === group.id),
  ) ?? 0

function FrameTable({ groups, lists }: Pick<FramePanelProps, 'groups' | 'lists'>) {
  const t = useTranslations('sampling.frame')
  const dayOf = useDay()
  return (
    <Table.ScrollContainer
      minWidth={620}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('list') } }}
    >
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('group')}</Table.Th>
            <Table.Th>{t('effect')}</Table.Th>
            <Table.Th className={classes.number}>{t('households')}</Table.Th>
            <Table.Th className={classes.number}>{t('persons')}</Table.Th>
            <Table.Th>{t('list')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map((group) => {
            const list = lists.find(({ groupId }) => groupId === group.id)
            const gap = gapOf(group, lists)
            return (
              <Table.Tr key={group.id}>
                <Table.Td>{group.name}</Table.Td>
                <Table.Td>{t(group.effect)}</Table.Td>
                <Table.Td className={classes.number}>{group.households.toLocaleString('en')}</Table.Td>
                <Table.Td className={classes.number}>{group.persons.toLocaleString('en')}</Table.Td>
                <Table.Td>
                  {list ? t('listed', { n: list.size }) : t('counted', { n: group.households })}
                  {gap !== 0 && (
                    <Text span size="sm" c="ochre.7" ml={8}>
                      {gap > 0 ? t('gapMore', { n: gap }) : t('gapLess', { n: -gap })}
                    </Text>
                  )}
                  {list && (
                    <Text size="xs" c="ink.6">
                      {t('listedFrom', { source: list.source, day: dayOf(list.importedOn) })}
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function ListImportBox({ templateHref, look, save }: FramePanelProps) {
  const t = useTranslations('sampling.frame')
  const [source, setSource] = useState('')
  return (
    <Stack gap="sm">
      <Text fw={600}>{t('import')}</Text>
      <TextInput
        label={t('source')}
        description={t('sourceHint')}
        value={source}
        maxLength={120}
        maw={560}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      {source.trim() !== '' && (
        <ImportPanel
          columns={HOUSEHOLD_COLUMNS}
          templateName="户编号名册.xlsx"
          templateHref={templateHref}
          save={(file) => save({ file, source })}
          preview={{
            look,
            show: (changes) => <ListChanges changes={changes} />,
            takeLabel: () => t('take'),
          }}
        />
      )}
    </Stack>
  )
}
