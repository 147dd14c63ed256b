'use client'

import { Alert, Group, Progress, Stack, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { Panel } from '../../ui/panel.tsx'
import { FloorList } from './floor-list.tsx'
import type { AppliedFloor } from './floors.ts'
import type { SamplingPlan } from './plan.ts'
import type { PlanReturns } from './returns.ts'

interface ReturnsPanelProps {
  readonly plan: SamplingPlan
  readonly returns: PlanReturns
  readonly floors: readonly AppliedFloor[]
}

/** What came in beside what was planned, group by group. */
export function ReturnsPanel({ plan, returns, floors }: ReturnsPanelProps) {
  const t = useTranslations('sampling.returns')
  const { planned, received, strata, below } = returns
  return (
    <Panel title={t('title')} description={t('lead', { n: plan.version })}>
      <Stack gap="md">
        <Text fw={600} fz="lg">
          {t('total', { planned, received })}
        </Text>
        {strata.map((row) => (
          <div key={row.groupId}>
            <Group justify="space-between" gap="xs">
              <Text fw={500}>{row.name}</Text>
              <Text size="sm" c={row.short > 0 ? 'ochre.7' : 'pine.7'}>
                {row.short > 0 ? t('short', { n: row.short }) : t('met')}
              </Text>
            </Group>
            <Progress
              value={row.planned > 0 ? Math.min(100, (row.received / row.planned) * 100) : 100}
              color={row.short > 0 ? 'ochre' : 'pine'}
              size={10}
              my={4}
              aria-label={t('bar', { group: row.name, planned: row.planned, received: row.received })}
            />
            <Text size="sm" c="ink.6">
              {t('row', { received: row.received, planned: row.planned })}
            </Text>
          </div>
        ))}
        <FloorList
          floors={floors}
          unit={plan.entry.unit}
          answersOf={(id) => strata.find(({ groupId }) => groupId === id)?.received ?? 0}
          stage="received"
        />
        {below.length > 0 && <Alert color="ochre">{t('below', { n: below.length })}</Alert>}
      </Stack>
    </Panel>
  )
}
