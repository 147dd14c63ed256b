'use client'

import { Alert, List } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useFormatter, useTranslations } from 'use-intl'
import { StatCard, StatRow } from '../../ui/stat-card.tsx'
import type { PlanEntry } from './plan.ts'
import type { PlanOutcome } from './planner.ts'
import { usePoints } from './points.tsx'

interface PlanOutcomeProps {
  readonly entry: PlanEntry
  readonly outcome: PlanOutcome
}

/** The three numbers of a plan. */
export function PlanFigures({ entry, outcome }: PlanOutcomeProps) {
  const t = useTranslations('sampling.plan')
  const format = useFormatter()
  const points = usePoints()
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 1 })
  return (
    <StatRow>
      <StatCard
        label={t('answers')}
        value={format.number(outcome.answers)}
        hint={t('answersHint', { size: outcome.size, unit: entry.unit })}
      />
      <StatCard
        label={t('invited')}
        value={format.number(outcome.invited)}
        hint={t('invitedHint', { rate: percent(entry.responsePercent / 100) })}
      />
      <StatCard
        label={t('reached')}
        value={outcome.margin === null ? t('noMargin') : t('points', { n: points(outcome.margin) })}
        hint={
          outcome.margin === null
            ? t('noMarginHint')
            : t('reachedHint', {
                confidence: percent(Number(entry.confidence)),
                target: points(entry.marginPercent / 100),
              })
        }
      />
    </StatRow>
  )
}

/** Where a plan falls short, and where it asks for more than is likely to come. */
export function PlanWarnings({ outcome }: { readonly outcome: PlanOutcome }) {
  const t = useTranslations('sampling.plan')
  const words = outcome.strata.flatMap((row) => {
    const group = row.group.name
    return [
      ...(row.belowFloor ? [t('belowFloor', { group, n: row.answers, needed: row.forFloor })] : []),
      ...(row.belowMargin ? [t('belowMargin', { group, n: row.answers, needed: row.forMargin })] : []),
      ...(row.outOfReach ? [t('outOfReach', { group, n: row.answers })] : []),
    ]
  })
  if (words.length === 0) return null
  return (
    <Alert color="ochre" icon={<IconAlertTriangle aria-hidden />} title={t('warnings')}>
      <List size="sm">
        {words.map((text) => (
          <List.Item key={text}>{text}</List.Item>
        ))}
      </List>
    </Alert>
  )
}
