'use client'

import { Table } from '@mantine/core'
import { useFormatter, useTranslations } from 'use-intl'
import { NumberField } from '../../ui/form/number-field.tsx'
import type { EntryForm } from '../../ui/form/use-entry-form.tsx'
import type { PlanEntry } from './plan.ts'
import type { PlanOutcome } from './planner.ts'
import { usePoints } from './points.tsx'
import classes from './sampling.module.css'

interface PlanTableProps {
  readonly form: EntryForm<PlanEntry>
  readonly outcome: PlanOutcome
}

/** What the plan asks of each group, with the two things that can be set for a group alone. */
export function PlanTable({ form, outcome }: PlanTableProps) {
  const t = useTranslations('sampling.plan')
  const format = useFormatter()
  const points = usePoints()
  const rows = form.methods.watch('groups')
  const heads = [
    ...(['planned', 'asked', 'size', 'forMargin', 'forFloor', 'alone'] as const),
    ...(['groupShare', 'byHand'] as const),
  ]
  return (
    <Table.ScrollContainer
      minWidth={820}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('table') } }}
    >
      <Table verticalSpacing="xs" fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('group')}</Table.Th>
            {heads.map((head) => (
              <Table.Th key={head} className={classes.head}>
                {t(head)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {outcome.strata.map((row) => {
            const i = rows.findIndex(({ groupId }) => groupId === row.group.id)
            return (
              <Table.Tr key={row.group.id}>
                <Table.Td className={classes.group}>{row.group.name}</Table.Td>
                <Table.Td
                  className={classes.number}
                  fw={600}
                  {...(row.belowMargin || row.belowFloor ? { c: 'cinnabar.7' } : {})}
                >
                  {format.number(row.answers)}
                </Table.Td>
                <Table.Td className={classes.number}>{format.number(row.invited)}</Table.Td>
                <Table.Td className={classes.number}>{format.number(row.size)}</Table.Td>
                <Table.Td className={classes.number}>{format.number(row.forMargin)}</Table.Td>
                <Table.Td className={classes.number}>
                  {row.forFloor > 0 ? format.number(row.forFloor) : '—'}
                </Table.Td>
                <Table.Td className={classes.number}>
                  {row.margin === null ? '—' : t('points', { n: points(row.margin) })}
                </Table.Td>
                <Table.Td>
                  <div className={classes.cellInput}>
                    <NumberField
                      form={form}
                      name={`groups.${i}.sharePercent`}
                      label={`${row.group.name} ${t('groupShare')}`}
                      hideLabel
                      placeholder={format.number(row.share * 100, { maximumFractionDigits: 1 })}
                      suffix="%"
                      decimals={1}
                    />
                  </div>
                </Table.Td>
                <Table.Td>
                  <div className={classes.cellInput}>
                    <NumberField
                      form={form}
                      name={`groups.${i}.answers`}
                      label={`${row.group.name} ${t('byHand')}`}
                      hideLabel
                    />
                  </div>
                </Table.Td>
              </Table.Tr>
            )
          })}
          {outcome.strata.length > 1 && <Totals outcome={outcome} />}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function Totals({ outcome }: { outcome: PlanOutcome }) {
  const t = useTranslations('sampling.plan')
  const format = useFormatter()
  const points = usePoints()
  const sum = (of: 'forMargin' | 'forFloor') => outcome.strata.reduce((total, row) => total + row[of], 0)
  return (
    <Table.Tr fw={600}>
      <Table.Td>{t('all')}</Table.Td>
      <Table.Td className={classes.number}>{format.number(outcome.answers)}</Table.Td>
      <Table.Td className={classes.number}>{format.number(outcome.invited)}</Table.Td>
      <Table.Td className={classes.number}>{format.number(outcome.size)}</Table.Td>
      <Table.Td className={classes.number}>{format.number(sum('forMargin'))}</Table.Td>
      <Table.Td className={classes.number}>
        {sum('forFloor') > 0 ? format.number(sum('forFloor')) : '—'}
      </Table.Td>
      <Table.Td className={classes.number}>
        {outcome.margin === null ? '—' : t('points', { n: points(outcome.margin) })}
      </Table.Td>
      <Table.Td colSpan={2} />
    </Table.Tr>
  )
}
