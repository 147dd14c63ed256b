'use client'

import { Alert, Stack, Text } from '@mantine/core'
import { useDeferredValue, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { SAMPLING_MATTERS } from '../../scheme/sampling-floor.ts'
import { useDay } from '../../ui/day.tsx'
import { EntryFormBox } from '../../ui/form/entry-form-box.tsx'
import { SubmitBar } from '../../ui/form/submit-bar.tsx'
import { useEntryForm } from '../../ui/form/use-entry-form.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { Save } from '../../ui/save.ts'
import type { FrameGroup } from '../frame/frame.ts'
import { isOutdated } from './drawn-strata.ts'
import { FloorList } from './floor-list.tsx'
import { MarginChart } from './margin-chart.tsx'
import { type PlanEntry, planEntryShape, type SamplingPlan, STARTING_PLAN, withEveryGroup } from './plan.ts'
import { PlanFields } from './plan-fields.tsx'
import { PlanFigures, PlanWarnings } from './plan-outcome.tsx'
import { PlanTable } from './plan-table.tsx'
import { type PlanRules, planSample } from './planner.ts'

interface PlanPanelProps {
  readonly groups: readonly FrameGroup[]
  readonly rules: PlanRules
  readonly plans: readonly SamplingPlan[]
  readonly closed: boolean
  readonly readOnly: boolean
  readonly save: Save<PlanEntry>
}

/** The planner: demands above, what follows from them below, in step with each other. */
export function PlanPanel({ groups, rules, plans, closed, readOnly, save }: PlanPanelProps) {
  const t = useTranslations('sampling.plan')
  const dayOf = useDay()
  const plan = plans.at(-1)
  const stale = plan !== undefined && isOutdated(plan, groups)
  const form = useEntryForm({
    shape: planEntryShape,
    values: withEveryGroup(plan?.entry ?? STARTING_PLAN, groups),
    save,
    savedMessage: t('saved', { n: plans.length + 1 }),
    readOnly: readOnly || closed,
  })
  const typed = useDeferredValue(JSON.stringify(form.methods.watch()))
  const entry = useMemo(() => planEntryShape.safeParse(JSON.parse(typed)).data ?? null, [typed])
  const outcome = useMemo(() => (entry ? planSample(entry, groups, rules) : null), [entry, groups, rules])
  const matters = SAMPLING_MATTERS.filter((one) => rules.samplingFloors.some(({ matter }) => matter === one))
  return (
    <Panel
      title={t('title')}
      description={t('lead')}
      aside={
        <Text size="sm" c="ink.6">
          {plan ? t('inForce', { n: plan.version, day: dayOf(plan.savedOn) }) : t('notSaved')}
        </Text>
      }
    >
      <EntryFormBox form={form} label={t('title')}>
        <Stack gap="lg">
          {stale && !closed && <Alert color="ochre">{t('outdated')}</Alert>}
          <PlanFields form={form} matters={matters} />
          {entry && outcome?.ok ? (
            <Stack gap="lg" role="status">
              <PlanFigures entry={entry} outcome={outcome.value} />
              <PlanWarnings outcome={outcome.value} />
              <PlanTable form={form} outcome={outcome.value} />
              <FloorList
                floors={outcome.value.floors}
                unit={entry.unit}
                answersOf={(id) => outcome.value.strata.find(({ group }) => group.id === id)?.answers ?? 0}
                stage="planned"
              />
              <MarginChart entry={entry} outcome={outcome.value} groups={groups} fewest={rules.fewest} />
            </Stack>
          ) : (
            <Alert color="ink">{entry ? t('nobody') : t('invalid')}</Alert>
          )}
          <SubmitBar
            form={form}
            label={t('save')}
            always={plan === undefined || stale}
            {...(closed ? { lockedBecause: t('closed') } : {})}
          />
          {plans.length > 1 && (
            <Text size="sm" c="ink.6">
              {t('earlier', { n: plans.length - 1 })}
            </Text>
          )}
        </Stack>
      </EntryFormBox>
    </Panel>
  )
}
