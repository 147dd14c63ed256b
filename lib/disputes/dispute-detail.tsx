'use client'

import { Button, Collapse, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Day } from '../ui/day.tsx'
import { DateField } from '../ui/form/date-field.tsx'
import { DeadlineField } from '../ui/form/deadline-field.tsx'
import { EntryFormBox } from '../ui/form/entry-form-box.tsx'
import { SelectField } from '../ui/form/select-field.tsx'
import { SubmitBar } from '../ui/form/submit-bar.tsx'
import { TextAreaField, TextField } from '../ui/form/text-field.tsx'
import { useEntryForm } from '../ui/form/use-entry-form.tsx'
import type { Save } from '../ui/save.ts'
import {
  type Dispute,
  type DisputeStep,
  type StepEntry,
  stepShape,
  stepsFrom,
  TRACKS,
  type Track,
} from './dispute.ts'
import type { DisputeBoardProps } from './dispute-board-props.ts'
import { DisputeForm } from './dispute-form.tsx'
import classes from './disputes.module.css'
import { ReasonForm } from './reason-form.tsx'

/** The course of a dispute so far, and the only steps that lead on from here. */
export function DisputeDetail(props: DisputeBoardProps & { dispute: Dispute }) {
  const { dispute, readOnly, groups, factors } = props
  const t = useTranslations('disputes')
  const [step, setStep] = useState<DisputeStep | null>(null)
  const [changing, setChanging] = useState(false)
  const [undoing, setUndoing] = useState<'step' | 'dispute' | null>(null)
  const last = dispute.events.findLast(({ takenBack }) => takenBack === undefined)
  const names = groups.filter(({ id }) => dispute.groupIds.includes(id)).map(({ name }) => name)
  const factor = factors.find(({ id }) => id === dispute.factorId)
  return (
    <Stack gap="md">
      <Text size="sm" c="ink.6">
        {[
          t(`states.${dispute.state}`),
          t(`sizes.${dispute.size}`),
          t(`severities.${dispute.severity}`),
          ...names,
          ...(factor ? [factor.name] : []),
        ].join(' · ')}
      </Text>
      <div>
        <Title order={3} fz="h4" mb={4}>
          {t('ledger.history')}
        </Title>
        <ol className={classes.events}>
          <li>
            <Day value={dispute.registeredOn} /> {t('ledger.registered')}
          </li>
          {dispute.events.map((event, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: events are only ever added at the end
            <li key={i} className={event.takenBack === undefined ? undefined : classes.takenBack}>
              <Day value={event.on} /> {t(`steps.${event.step}`)}
              {event.referral && ` · ${t(`tracks.${event.referral.track}`)} · ${event.referral.owner}`}
              {event.note !== '' && `：${event.note}`}
              {event.takenBack !== undefined && (
                <Text span size="sm" c="cinnabar.7">
                  {' '}
                  {t('ledger.takenBack', { reason: event.takenBack })}
                </Text>
              )}
            </li>
          ))}
        </ol>
      </div>
      {!readOnly && (
        <>
          <Group gap="xs">
            {stepsFrom(dispute.state).map((each) => (
              <Button
                key={each}
                size="compact-sm"
                variant={step === each ? 'filled' : 'light'}
                onClick={() => setStep(each)}
              >
                {t(`steps.${each}`)}
              </Button>
            ))}
            <Button size="compact-sm" variant="subtle" onClick={() => setChanging(!changing)}>
              {t('ledger.change')}
            </Button>
            {last && props.mayTakeBack.includes(dispute.id) && (
              <Button
                size="compact-sm"
                variant="subtle"
                color="cinnabar"
                onClick={() => setUndoing(undoing === 'step' ? null : 'step')}
              >
                {t('ledger.takeBack')}
              </Button>
            )}
            <Button
              size="compact-sm"
              variant="subtle"
              color="cinnabar"
              onClick={() => setUndoing(undoing === 'dispute' ? null : 'dispute')}
            >
              {t('strike.dispute')}
            </Button>
          </Group>
          {undoing === 'step' && last && (
            <ReasonForm
              id={dispute.id}
              title={t('ledger.takeBackTitle', { step: t(`steps.${last.step}`) })}
              body={t('ledger.takeBackBody')}
              label={t('strike.reason')}
              action={t('ledger.takeBack')}
              done={t('ledger.takenBackDone')}
              save={props.takeBack}
              onSaved={() => setUndoing(null)}
            />
          )}
          {undoing === 'dispute' && (
            <ReasonForm
              id={dispute.id}
              title={t('strike.title', { what: dispute.subject })}
              body={t('strike.body')}
              label={t('strike.reason')}
              action={t('strike.action')}
              done={t('strike.done')}
              save={props.strikeDispute}
              onSaved={() => setUndoing(null)}
            />
          )}
          {step && (
            <StepForm
              key={`${dispute.state}-${step}`}
              dispute={dispute}
              step={step}
              today={props.today}
              save={props.step}
              onSaved={() => setStep(null)}
            />
          )}
          <Collapse expanded={changing}>
            {changing && (
              <DisputeForm
                {...props}
                save={(entry) => props.change({ ...entry, disputeId: dispute.id })}
                onSaved={() => setChanging(false)}
                savedMessage={t('ledger.changed')}
              />
            )}
          </Collapse>
        </>
      )}
    </Stack>
  )
}

interface StepFormProps {
  readonly dispute: Dispute
  readonly step: DisputeStep
  readonly today: string
  readonly save: Save<StepEntry>
  readonly onSaved: () => void
}

function StepForm({ dispute, step, today, save, onSaved }: StepFormProps) {
  const t = useTranslations('disputes')
  const form = useEntryForm<StepEntry>({
    shape: stepShape(today),
    values: {
      disputeId: dispute.id,
      step,
      on: today,
      note: '',
      track: step === 'refer' ? ('' as Track) : null,
      owner: '',
      deadline: step === 'refer' ? '' : null,
    },
    save,
    onSaved,
    savedMessage: t('ledger.taken', { step: t(`steps.${step}`) }),
  })
  return (
    <EntryFormBox form={form} label={t(`steps.${step}`)}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <DateField form={form} name="on" label={t('ledger.on')} latest={today} required />
          {step === 'refer' && (
            <>
              <SelectField
                form={form}
                name="track"
                label={t('ledger.track')}
                required
                placeholder={t('tracks.none')}
                choices={TRACKS.map((value) => ({ value, label: t(`tracks.${value}`) }))}
              />
              <TextField form={form} name="owner" label={t('ledger.owner')} required maxLength={120} />
              <DeadlineField
                form={form}
                name="deadline"
                label={t('ledger.deadline')}
                today={today}
                required
              />
            </>
          )}
        </SimpleGrid>
        <TextAreaField
          form={form}
          name="note"
          label={t('ledger.note')}
          description={t(`ledger.noteHints.${step}`)}
          minRows={2}
          maxLength={1000}
        />
        <SubmitBar form={form} label={t('ledger.take')} always />
      </Stack>
    </EntryFormBox>
  )
}
