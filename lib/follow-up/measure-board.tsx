'use client'

import { Badge, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { EvidencePicker, type EvidenceShelf } from '../evidence/evidence-picker.tsx'
import { Day } from '../ui/day.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { DateField } from '../ui/form/date-field.tsx'
import { EntryFormBox } from '../ui/form/entry-form-box.tsx'
import { RadioField } from '../ui/form/select-field.tsx'
import { SubmitBar } from '../ui/form/submit-bar.tsx'
import { TextAreaField } from '../ui/form/text-field.tsx'
import { useEntryForm } from '../ui/form/use-entry-form.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Save } from '../ui/save.ts'
import classes from './follow-up.module.css'
import {
  MEASURE_STATES,
  type MeasureProgress,
  measureProgressShape,
  measureSubject,
  overdueMeasures,
  type PlannedMeasure,
  progressOf,
} from './measure-progress.ts'

export interface MeasureRow extends PlannedMeasure {
  readonly factorName: string
  readonly description: string
  readonly owner: string
  readonly helper: string
  readonly controlNode: string
  readonly evidence: string
}

interface MeasureBoardProps {
  readonly measures: readonly MeasureRow[]
  readonly progress: readonly MeasureProgress[]
  readonly today: string
  readonly readOnly: boolean
  readonly save: Save<MeasureProgress>
  readonly shelf: EvidenceShelf
}

const COLOUR = { planned: 'ink', 'under-way': 'dai', done: 'pine', 'given-up': 'cinnabar' } as const

/** Every measure with what was done of it and what proves it. */
export function MeasureBoard({ measures, progress, today, readOnly, save, shelf }: MeasureBoardProps) {
  const t = useTranslations('followUp.measures')
  const [editing, setEditing] = useState<MeasureRow | null>(null)
  const overdue = overdueMeasures(measures, progress, today)
  return (
    <Panel title={t('title')} description={t('lead')} padded={false}>
      {measures.length === 0 ? (
        <EmptyState title={t('emptyTitle')}>{t('emptyBody')}</EmptyState>
      ) : (
        <ul className={classes.rows} style={{ marginTop: 16 }}>
          {measures.map((measure) => {
            const now = progressOf(progress, measure.factorId, measure.measureId)
            return (
              <li key={`${measure.factorId}-${measure.measureId}`} className={classes.row}>
                <Group gap="xs" mb={4}>
                  <Badge variant="light" color={COLOUR[now.state]}>
                    {t(`states.${now.state}`)}
                  </Badge>
                  {overdue.includes(measure) && <Badge color="cinnabar">{t('overdue')}</Badge>}
                  <Text size="sm" c="ink.6">
                    {measure.factorName}
                  </Text>
                </Group>
                <Text>{measure.description}</Text>
                <Text size="sm" c="ink.6">
                  {measure.owner} · <Day value={measure.deadline} />
                  {measure.helper !== '' && ` · ${t('helper', { helper: measure.helper })}`}
                  {measure.controlNode !== '' && ` · ${t('node', { node: measure.controlNode })}`}
                </Text>
                <Text size="sm" c="ink.6">
                  {t('required', { evidence: measure.evidence })}
                </Text>
                {now.proof !== '' && (
                  <Text size="sm" mt={4}>
                    {now.doneOn && (
                      <>
                        <Day value={now.doneOn} />{' '}
                      </>
                    )}
                    {now.proof}
                  </Text>
                )}
                <EvidencePicker
                  shelf={shelf}
                  use="measure"
                  subjectId={measureSubject(measure.factorId, measure.measureId)}
                  readOnly={readOnly}
                />
                {!readOnly && (
                  <Button size="compact-sm" variant="light" mt="xs" onClick={() => setEditing(measure)}>
                    {t('update')}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      )}
      {editing && (
        <Modal opened onClose={() => setEditing(null)} title={editing.description} size="lg">
          <ProgressForm
            now={progressOf(progress, editing.factorId, editing.measureId)}
            today={today}
            shelf={shelf}
            save={save}
            onSaved={() => setEditing(null)}
          />
        </Modal>
      )}
    </Panel>
  )
}

interface ProgressFormProps {
  readonly now: MeasureProgress
  readonly today: string
  readonly shelf: EvidenceShelf
  readonly save: Save<MeasureProgress>
  readonly onSaved: () => void
}

function ProgressForm({ now, today, shelf, save, onSaved }: ProgressFormProps) {
  const t = useTranslations('followUp.measures')
  const form = useEntryForm<MeasureProgress>({
    shape: measureProgressShape(today),
    values: now,
    save,
    onSaved,
    savedMessage: t('saved'),
  })
  const state = form.methods.watch('state')
  return (
    <EntryFormBox form={form} label={t('update')}>
      <Stack gap="md">
        <RadioField
          form={form}
          name="state"
          label={t('state')}
          required
          choices={MEASURE_STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
        />
        {state === 'done' && (
          <DateField form={form} name="doneOn" label={t('doneOn')} latest={today} required />
        )}
        <TextAreaField
          form={form}
          name="proof"
          label={t('proof')}
          description={t('proofHint')}
          required={state === 'done' || state === 'given-up'}
          maxLength={2000}
        />
        <div>
          <Text size="sm" fw={500} mb={4}>
            {t('files')}
          </Text>
          <EvidencePicker
            shelf={shelf}
            use="measure"
            subjectId={measureSubject(now.factorId, now.measureId)}
            readOnly={false}
          />
        </div>
        <SubmitBar form={form} label={t('save')} />
      </Stack>
    </EntryFormBox>
  )
}
