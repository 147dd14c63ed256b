'use client'

import { Alert, Badge, Button, Group, List, Stack, Text } from '@mantine/core'
import { IconArrowRight, IconHourglass, IconScale } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { stepPath } from '../assessment/paths.ts'
import { EconomicBadge } from '../economics/appraisal-view.tsx'
import { AppLink } from '../ui/app-link.tsx'
import { LevelBadge } from '../ui/level-badge.tsx'
import { Panel } from '../ui/panel.tsx'
import classes from './case-headline.module.css'
import { MISSING_STEP } from './missing-step.ts'
import type { Overview, StageHeadline } from './overview.ts'
import { Reservations } from './reservations.tsx'

function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.part}>
      <Text size="sm" c="ink.6">
        {label}
      </Text>
      {children}
    </div>
  )
}

function StageLevel({ label, stage }: { label: string; stage: StageHeadline }) {
  return (
    <span className={classes.stage}>
      <Text size="xs" c="ink.6" component="span">
        {label}
      </Text>
      <LevelBadge level={stage.level?.level ?? null} />
    </span>
  )
}

function LevelPart({ overview: { initial, residual } }: { overview: Overview }) {
  const t = useTranslations('workbench.overview')
  const risk = useTranslations('risk.level')
  const levels = useTranslations('workbench.level')
  const format = useFormatter()
  const { level: verdict, dilution } = residual
  return (
    <Part label={t('levelLabel')}>
      <Group gap="xs" align="flex-end">
        <StageLevel label={t('initial')} stage={initial} />
        <IconArrowRight size={18} aria-hidden className={classes.arrow} />
        <StageLevel label={t('residual')} stage={residual} />
      </Group>
      <Text size="sm">
        {verdict
          ? risk('decidedBy', {
              rules: format.list(verdict.decidingRules.map((rule) => risk(`rules.${rule}`))),
            })
          : t('noLevel')}
      </Text>
      {verdict && dilution && dilution !== verdict.level && (
        <Text size="sm" c="ochre.7">
          {t('dilution', { index: levels(dilution) })}
        </Text>
      )}
    </Part>
  )
}

function EconomicPart({ economics }: Pick<Overview, 'economics'>) {
  const t = useTranslations('workbench.overview')
  return (
    <Part label={t('economicLabel')}>
      {economics.ok ? (
        <>
          <div>
            <EconomicBadge verdict={economics.value.verdict} />
          </div>
          <Text size="sm" c="ink.6">
            {t('vetoes')}
          </Text>
        </>
      ) : (
        <Text size="sm">{t('noEconomics')}</Text>
      )}
    </Part>
  )
}

/** What the case amounts to so far: both verdicts side by side, and either the decisions they allow or what is missing. */
export function CaseHeadline({ assessmentId, overview }: { assessmentId: string; overview: Overview }) {
  const t = useTranslations('workbench.overview')
  const words = useTranslations('verdict')
  const format = useFormatter()
  const { verdict } = overview
  const report = stepPath(assessmentId, 'report')
  return (
    <Panel
      title={t('headline')}
      aside={
        verdict.status === 'given' ? null : (
          <Badge variant="outline" color="ink.6">
            {t('provisional')}
          </Badge>
        )
      }
    >
      <div className={classes.parts}>
        <LevelPart overview={overview} />
        <EconomicPart economics={overview.economics} />
        {verdict.status === 'given' && (
          <Part label={t('decisionsLabel')}>
            <List size="md" className={classes.decisions}>
              {verdict.decisions.map((decision) => (
                <List.Item key={decision}>{words(`decisions.${decision}`)}</List.Item>
              ))}
            </List>
            {verdict.failedDimensions.length > 0 && (
              <Text size="sm" c="cinnabar.7">
                {t('failed', {
                  dimensions: format.list(
                    verdict.failedDimensions.map((name) => words(`dimensions.${name}`)),
                  ),
                })}
              </Text>
            )}
          </Part>
        )}
      </div>
      {verdict.status === 'given' && (
        <Reservations assessmentId={assessmentId} reservations={overview.reservations} />
      )}
      {verdict.status === 'given' ? (
        <Button
          component={AppLink}
          href={report}
          variant="light"
          mt="lg"
          leftSection={<IconScale size={17} aria-hidden />}
        >
          {t('toReport')}
        </Button>
      ) : (
        <Alert color="ink" mt="lg" icon={<IconHourglass aria-hidden />} title={t('cannot')}>
          <Stack gap="xs">
            <Text size="sm">{t('cannotBody')}</Text>
            <ul className={classes.missing}>
              {verdict.missing.map((part) => (
                <li key={part}>
                  <AppLink href={stepPath(assessmentId, MISSING_STEP[part])}>
                    {words(`missing.items.${part}`)}
                  </AppLink>
                </li>
              ))}
            </ul>
          </Stack>
        </Alert>
      )}
    </Panel>
  )
}
