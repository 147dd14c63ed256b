'use client'

import { Alert, Badge, Group, List, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { StatCard, StatRow } from '../../ui/stat-card.tsx'
import { reached } from './floors.ts'
import type { PlanEntry } from './plan.ts'
import type { PlanOutcome } from './planner.ts'
import { usePoints } from './points.tsx'

interface PlanOutcomeProps {
  readonly entry: PlanEntry
  readonly outcome: PlanOutcome
}

/** The three numbers of a plan, what deserves attention, and the floors it is held to. */
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

export function PlanFloors({ entry, outcome }: PlanOutcomeProps) {
  const t = useTranslations('sampling.plan')
  const chinese = useLocale().startsWith('zh')
  if (outcome.floors.length === 0) return null
  const answersOf = (groupId: string) =>
    outcome.strata.find(({ group }) => group.id === groupId)?.answers ?? 0
  return (
    <Stack gap={8}>
      <Text fw={600}>{t('floors')}</Text>
      {outcome.floors.map((applied) => {
        const { floor, frame, needed } = applied
        const planned = reached(applied, answersOf)
        const met = planned >= needed
        return (
          <div key={floor.id}>
            <Group gap={8}>
              <Text size="sm">{chinese ? floor.name.zh : floor.name.en}</Text>
              <Badge color={met ? 'pine' : 'cinnabar'} variant="light">
                {met ? t('floorMet') : t('floorNotMet')}
              </Badge>
            </Group>
            <Text size="sm" c="ink.6">
              {t('floorNeeds', { frame, unit: floor.unit, needed, planned })}
            </Text>
            {floor.unit === 'households' && entry.unit === 'persons' && (
              <Text size="sm" c="ochre.7">
                {t('floorOtherUnit')}
              </Text>
            )}
            <Text size="xs" c="ink.6">
              {t('source', { source: floor.source })}
            </Text>
          </div>
        )
      })}
    </Stack>
  )
}
