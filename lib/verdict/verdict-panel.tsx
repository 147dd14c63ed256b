'use client'

import { Alert, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconHourglass } from '@tabler/icons-react'
import { useFormatter, useTranslations } from 'use-intl'
import { EconomicBadge } from '../economics/appraisal-view.tsx'
import { LevelBadge } from '../ui/level-badge.tsx'
import { Panel } from '../ui/panel.tsx'
import { StatCard, StatRow } from '../ui/stat-card.tsx'
import { MissingList } from './missing-list.tsx'
import { Reservations } from './reservations.tsx'
import type { Results } from './results.ts'

/** The two verdicts and what they leave open, or the list of what is still missing with the way there. */
export function VerdictPanel({
  assessmentId,
  results: { verdict, reservations },
}: {
  assessmentId: string
  results: Pick<Results, 'verdict' | 'reservations'>
}) {
  const t = useTranslations('verdict')
  const format = useFormatter()
  if (verdict.status === 'cannot-be-given') {
    return (
      <Panel title={t('missing.heading')}>
        <Alert color="ochre" icon={<IconHourglass aria-hidden />}>
          <Stack gap="xs">
            <Text size="sm">{t('missing.explain')}</Text>
            <MissingList assessmentId={assessmentId} missing={verdict.missing} />
          </Stack>
        </Alert>
      </Panel>
    )
  }
  const { initialLevel, level, economic, decisions, failedDimensions } = verdict
  return (
    <Panel title={t('given.heading')}>
      <Stack gap="md">
        <StatRow>
          <StatCard
            label={t('given.level')}
            value={<LevelBadge level={level} />}
            hint={t('given.initialLevel', { level: t(`levels.${initialLevel}`) })}
          />
          <StatCard label={t('given.economic')} value={<EconomicBadge verdict={economic} />} />
          <StatCard
            label={t('given.decisions')}
            value={
              <Text fw={600} fz="lg">
                {format.list(
                  decisions.map((decision) => t(`decisions.${decision}`)),
                  { type: 'disjunction' },
                )}
              </Text>
            }
          />
        </StatRow>
        {failedDimensions.length > 0 && (
          <Alert color="cinnabar" icon={<IconAlertTriangle aria-hidden />}>
            {t('given.failed', {
              dimensions: format.list(failedDimensions.map((dimension) => t(`dimensions.${dimension}`))),
            })}
          </Alert>
        )}
        <Reservations assessmentId={assessmentId} reservations={reservations} />
        <Text size="sm" c="ink.6">
          {t('given.only')}
          <br />
          {t('given.provisional')}
        </Text>
      </Stack>
    </Panel>
  )
}
