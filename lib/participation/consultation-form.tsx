'use client'

import { Alert, NumberInput, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useController } from 'react-hook-form'
import { useFormatter, useTranslations } from 'use-intl'
import { possibleNames } from '../personal-names.ts'
import type { Clock } from '../scheme/clock.ts'
import { DateField } from '../ui/form/date-field.tsx'
import { EntryFormBox } from '../ui/form/entry-form-box.tsx'
import { useIssueText } from '../ui/form/issue-text.tsx'
import { SelectField } from '../ui/form/select-field.tsx'
import { SubmitBar } from '../ui/form/submit-bar.tsx'
import { TextAreaField, TextField } from '../ui/form/text-field.tsx'
import { type EntryForm, useEntryForm } from '../ui/form/use-entry-form.tsx'
import type { Save } from '../ui/save.ts'
import {
  CONSULTATION_KINDS,
  type ConsultationEntry,
  consultationShapeOn,
  hearingLacksReason,
  isBeforeNotice,
} from './consultation.ts'
import { ExpertFields } from './expert-fields.tsx'

export interface NamedGroup {
  readonly id: string
  readonly name: string
}

interface ConsultationFormProps {
  readonly values: ConsultationEntry
  readonly groups: readonly NamedGroup[]
  readonly clocks: readonly Clock[]
  readonly notices: readonly { readonly from: string; readonly state: string }[]
  readonly today: string
  readonly leastExperts: number
  readonly save: Save<ConsultationEntry>
  readonly onSaved: () => void
}

/** One meeting with people, departments or experts; what is asked depends on its kind. */
export function ConsultationForm(props: ConsultationFormProps) {
  const { values, groups, clocks, notices, today, leastExperts, save, onSaved } = props
  const t = useTranslations('participation.consultation')
  const format = useFormatter()
  const form = useEntryForm<ConsultationEntry>({
    shape: consultationShapeOn(today),
    values,
    save,
    onSaved,
    savedMessage: t('saved'),
  })
  const entry = form.methods.watch()
  const names = [...new Set(possibleNames(entry.minutes ?? '').map(({ text }) => text))]
  const residents = entry.kind === 'visit' || entry.kind === 'meeting' || entry.kind === 'hearing'
  const early = residents && entry.heldOn !== '' && isBeforeNotice(entry.heldOn, notices)
  return (
    <EntryFormBox form={form} label={t('add')}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <SelectField
            form={form}
            name="kind"
            label={t('kind')}
            choices={CONSULTATION_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
          <DateField form={form} name="heldOn" label={t('heldOn')} required />
          <TextField form={form} name="place" label={t('place')} required maxLength={200} />
          <TextField form={form} name="host" label={t('host')} required maxLength={120} />
        </SimpleGrid>
        {entry.kind === 'hearing' && (
          <>
            <SimpleGrid cols={{ base: 1, sm: 3 }}>
              {(['noticeOn', 'listOn', 'papersOn'] as const).map((name) => (
                <DayOrNone key={name} form={form} name={name} label={t(name)} />
              ))}
            </SimpleGrid>
            {hearingLacksReason(clocks, entry) && <Alert color="ochre">{t('lacksReason')}</Alert>}
          </>
        )}
        {early && (
          <Alert color="ochre" role="status">
            {t('beforeNotice')}
          </Alert>
        )}
        {(entry.kind === 'hearing' || early || values.shortenedBecause !== '') && (
          <TextAreaField
            form={form}
            name="shortenedBecause"
            label={t('shortenedBecause')}
            description={t('shortenedHint')}
            minRows={2}
            maxLength={500}
          />
        )}
        {residents && <Counts form={form} groups={groups} />}
        {entry.kind === 'departments' && <Departments form={form} />}
        {entry.kind === 'experts' && <ExpertFields form={form} least={leastExperts} />}
        <TextAreaField
          form={form}
          name="minutes"
          label={t('minutes')}
          description={t('minutesHint')}
          minRows={5}
        />
        {names.length > 0 && (
          <Alert color="ochre" role="status">
            {t('possibleNames', { names: format.list(names) })}
          </Alert>
        )}
        <SubmitBar form={form} label={t('save')} always />
      </Stack>
    </EntryFormBox>
  )
}

interface PartProps {
  readonly form: EntryForm<ConsultationEntry>
}

/** A day that may be left open; an emptied field is no day, not an empty one. */
function DayOrNone({
  form,
  name,
  label,
}: PartProps & { name: 'noticeOn' | 'listOn' | 'papersOn'; label: string }) {
  const issueText = useIssueText()
  const { field, fieldState } = useController({ control: form.control, name })
  return (
    <TextInput
      type="date"
      label={label}
      ref={field.ref}
      value={field.value ?? ''}
      onChange={(event) => field.onChange(event.currentTarget.value || null)}
      onBlur={field.onBlur}
      error={issueText(fieldState.error?.message)}
      readOnly={form.saving}
    />
  )
}

function Counts({ form, groups }: PartProps & { groups: readonly NamedGroup[] }) {
  const t = useTranslations('participation.consultation')
  const { field } = useController({ control: form.control, name: 'counts' })
  const personsOf = (groupId: string) => field.value.find((count) => count.groupId === groupId)?.persons ?? ''
  const change = (groupId: string, persons: number) =>
    field.onChange([
      ...field.value.filter((count) => count.groupId !== groupId),
      ...(persons > 0 ? [{ groupId, persons }] : []),
    ])
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <Text component="legend" size="sm" fw={500} mb={6}>
        {t('counts')}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        {groups.map(({ id, name }) => (
          <NumberInput
            key={id}
            label={name}
            value={personsOf(id)}
            onChange={(value) => change(id, Number(value) || 0)}
            min={0}
            max={100_000}
            allowDecimal={false}
            allowNegative={false}
            hideControls
            inputMode="numeric"
          />
        ))}
      </SimpleGrid>
    </fieldset>
  )
}

/** One department to a line; what is being typed keeps its empty lines until the field is left. */
function Departments({ form }: PartProps) {
  const t = useTranslations('participation.consultation')
  const issueText = useIssueText()
  const { field, fieldState } = useController({ control: form.control, name: 'departments' })
  const [text, setText] = useState(field.value.join('\n'))
  return (
    <Textarea
      label={t('departments')}
      description={t('departmentsHint')}
      autosize
      minRows={3}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        field.onChange(
          event.currentTarget.value
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== ''),
        )
      }}
      error={issueText(fieldState.error?.message)}
    />
  )
}
