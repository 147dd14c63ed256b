'use client'

import { Alert, SimpleGrid, Stack } from '@mantine/core'
import { useFormatter, useTranslations } from 'use-intl'
import { possibleNames } from '../personal-names.ts'
import { DateField } from '../ui/form/date-field.tsx'
import { EntryFormBox } from '../ui/form/entry-form-box.tsx'
import { CheckboxField, SelectField } from '../ui/form/select-field.tsx'
import { SubmitBar } from '../ui/form/submit-bar.tsx'
import { TextAreaField } from '../ui/form/text-field.tsx'
import { useEntryForm } from '../ui/form/use-entry-form.tsx'
import type { Save } from '../ui/save.ts'
import {
  type Dispute,
  type DisputeEntry,
  disputeShape,
  SEVERITIES,
  type Severity,
  SIZE_BANDS,
  type SizeBand,
} from './dispute.ts'
import type { DisputeRegister } from './dispute-register.ts'

interface DisputeFormProps {
  readonly dispute: Dispute | null
  readonly register: DisputeRegister
  readonly groups: readonly { readonly id: string; readonly name: string }[]
  readonly factors: readonly { readonly id: string; readonly name: string }[]
  readonly today: string
  readonly save: Save<DisputeEntry>
  readonly onSaved: () => void
  readonly savedMessage: string
}

/** A list of the system holds texts only; this one stands for "none of them". */
const NONE = 'none'
const orNull = (id: string | null) => (id === NONE ? null : id)

/** What a dispute is about. Size and severity begin empty: nobody registers a small one by not looking. */
export function DisputeForm(props: DisputeFormProps) {
  const { dispute, register, groups, factors, save, onSaved, savedMessage } = props
  const t = useTranslations('disputes')
  const format = useFormatter()
  const form = useEntryForm<DisputeEntry>({
    shape: disputeShape(props.today),
    values: {
      subject: dispute?.subject ?? '',
      groupIds: [...(dispute?.groupIds ?? [])],
      size: dispute?.size ?? ('' as SizeBand),
      severity: dispute?.severity ?? ('' as Severity),
      registeredOn: dispute?.registeredOn ?? props.today,
      roundId: dispute?.roundId ?? NONE,
      factorId: dispute?.factorId ?? NONE,
    },
    save: (entry) => save({ ...entry, roundId: orNull(entry.roundId), factorId: orNull(entry.factorId) }),
    onSaved,
    savedMessage,
  })
  const names = [...new Set(possibleNames(form.methods.watch('subject')).map(({ text }) => text))]
  return (
    <EntryFormBox form={form} label={t('ledger.add')}>
      <Stack gap="md">
        <TextAreaField
          form={form}
          name="subject"
          label={t('ledger.subject')}
          description={t('ledger.subjectHint')}
          required
          minRows={2}
          maxLength={300}
        />
        {names.length > 0 && (
          <Alert color="ochre" role="status">
            {t('ledger.names', { names: format.list(names) })}
          </Alert>
        )}
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <SelectField
            form={form}
            name="size"
            label={t('ledger.size')}
            required
            placeholder={t('ledger.chooseSize')}
            choices={SIZE_BANDS.map((value) => ({ value, label: t(`sizes.${value}`) }))}
          />
          <SelectField
            form={form}
            name="severity"
            label={t('ledger.severity')}
            required
            placeholder={t('ledger.chooseSeverity')}
            choices={SEVERITIES.map((value) => ({ value, label: t(`severities.${value}`) }))}
          />
          <DateField
            form={form}
            name="registeredOn"
            label={t('ledger.registeredOn')}
            latest={props.today}
            required
          />
        </SimpleGrid>
        {groups.length > 0 && (
          <CheckboxField
            form={form}
            name="groupIds"
            label={t('ledger.groups')}
            choices={groups.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <SelectField
            form={form}
            name="roundId"
            label={t('ledger.round')}
            choices={[
              { value: NONE, label: t('ledger.noRound') },
              ...register.rounds.map(({ id, from, area }) => ({ value: id, label: `${from} ${area}` })),
            ]}
          />
          <SelectField
            form={form}
            name="factorId"
            label={t('ledger.factor')}
            choices={[
              { value: NONE, label: t('ledger.noFactor') },
              ...factors.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </SimpleGrid>
        <SubmitBar form={form} label={t('ledger.save')} />
      </Stack>
    </EntryFormBox>
  )
}
