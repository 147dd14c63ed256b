'use client'

import { Badge, Group, Table, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import classes from './group-table.module.css'
import { type GroupTotals, groupTotals } from './group-table.ts'
import type { StakeholderGroup, StakeholderGroupEntry } from './matter.ts'

function Total({ label, totals }: { label: string; totals: GroupTotals }) {
  const t = useTranslations('matter.groups')
  return (
    <Text size="sm" component="span">
      {label}{' '}
      <strong>
        {t('householdsValue', { n: totals.households })} · {t('personsValue', { n: totals.persons })}
      </strong>
    </Text>
  )
}

/** The totals under the table, kept up while somebody types. */
export function GroupTotalsLine({
  groups,
}: {
  groups: readonly Pick<StakeholderGroupEntry, 'effect' | 'households' | 'persons'>[]
}) {
  const t = useTranslations('matter.groups')
  const totals = groupTotals(groups)
  return (
    <Group gap="lg" role="status">
      <Total label={t('total')} totals={totals.all} />
      <Total label={t('ofWhichDirect')} totals={totals.direct} />
    </Group>
  )
}

/** The groups for reading. */
export function GroupSheet({ groups }: { groups: readonly StakeholderGroup[] }) {
  const t = useTranslations('matter.groups')
  if (groups.length === 0) return <Text c="ink.6">{t('emptyTitle')}</Text>
  return (
    <div>
      <Table.ScrollContainer
        minWidth={440}
        // A region that scrolls sideways must be reachable by keyboard.
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('title') } }}
      >
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('name')}</Table.Th>
              <Table.Th>{t('effect')}</Table.Th>
              <Table.Th className={classes.number}>{t('households')}</Table.Th>
              <Table.Th className={classes.number}>{t('persons')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {groups.map((group) => (
              <Table.Tr key={group.id}>
                <Table.Td>{group.name}</Table.Td>
                <Table.Td>
                  <Badge variant={group.effect === 'direct' ? 'light' : 'outline'} color="dai">
                    {t(group.effect)}
                  </Badge>
                </Table.Td>
                <Table.Td className={classes.number}>{group.households.toLocaleString('en')}</Table.Td>
                <Table.Td className={classes.number}>{group.persons.toLocaleString('en')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Group justify="flex-end" mt="sm">
        <GroupTotalsLine groups={groups} />
      </Group>
    </div>
  )
}
