'use client'

import { ActionIcon, Alert, Button, Group, Stack, Text } from '@mantine/core'
import { randomId } from '@mantine/hooks'
import { IconArrowBackUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useFieldArray } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { DeadlineField } from '../ui/form/deadline-field.tsx'
import { NumberField } from '../ui/form/number-field.tsx'
import { SelectField } from '../ui/form/select-field.tsx'
import { TextAreaField, TextField } from '../ui/form/text-field.tsx'
import type { EntryForm } from '../ui/form/use-entry-form.tsx'
import { type MeasureEntry, PHASES, type RiskFactorEntry } from './factor.ts'
import styles from './score-field.module.css'

const EMPTY: Omit<MeasureEntry, 'id'> = {
  description: '',
  owner: '',
  helper: '',
  phase: 'implementation',
  deadline: '',
  evidence: '',
  controlNode: '',
  cost: 0,
}

/** The measures of a factor: who does what by when, and what will prove it. */
export function MeasureFields({ form, today }: { form: EntryForm<RiskFactorEntry>; today: string }) {
  const t = useTranslations('risk.form')
  const { fields, append, insert, remove } = useFieldArray({
    control: form.control,
    name: 'measures',
    // `id` is the measure's own.
    keyName: 'key',
  })
  const [removed, setRemoved] = useState<{ index: number; measure: MeasureEntry } | null>(null)
  return (
    <Stack gap="md">
      {fields.length === 0 && <Text c="ink.6">{t('noMeasures')}</Text>}
      {fields.map((row, i) => (
        <MeasureCard
          key={row.key}
          form={form}
          index={i}
          today={today}
          onRemove={() => {
            setRemoved({ index: i, measure: form.methods.getValues(`measures.${i}`) })
            remove(i)
          }}
        />
      ))}
      {removed && (
        <Alert color="ochre" role="status">
          <Group gap="sm">
            {t('measureRemoved')}
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconArrowBackUp size={16} aria-hidden />}
              onClick={() => {
                insert(Math.min(removed.index, fields.length), removed.measure)
                setRemoved(null)
              }}
            >
              {t('undo')}
            </Button>
          </Group>
        </Alert>
      )}
      {!form.readOnly && (
        <Button
          variant="default"
          w="fit-content"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={fields.length >= 50}
          onClick={() => append({ ...EMPTY, id: randomId('m-') })}
        >
          {t('addMeasure')}
        </Button>
      )}
    </Stack>
  )
}

interface MeasureCardProps {
  readonly form: EntryForm<RiskFactorEntry>
  readonly index: number
  readonly today: string
  onRemove(): void
}

function MeasureCard({ form, index, today, onRemove }: MeasureCardProps) {
  const t = useTranslations('risk')
  const n = index + 1
  const at = `measures.${index}` as const
  return (
    <fieldset className={styles.measure}>
      <Group justify="space-between" mb={8}>
        <Text component="legend" fw={600} size="sm">
          {t('form.measure', { n })}
        </Text>
        {!form.readOnly && (
          <ActionIcon
            variant="subtle"
            color="ink"
            size={36}
            aria-label={t('form.removeMeasure', { n })}
            onClick={onRemove}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        )}
      </Group>
      <div className={styles.measureFields}>
        <TextAreaField
          form={form}
          name={`${at}.description`}
          label={t('form.description')}
          required
          minRows={2}
          className={styles.wide ?? ''}
        />
        <TextField form={form} name={`${at}.owner`} label={t('form.owner')} required />
        <TextField form={form} name={`${at}.helper`} label={t('form.helper')} />
        <SelectField
          form={form}
          name={`${at}.phase`}
          label={t('form.phase')}
          choices={PHASES.map((phase) => ({ value: phase, label: t(`phases.${phase}`) }))}
          required
        />
        <DeadlineField
          form={form}
          name={`${at}.deadline`}
          label={t('form.deadline')}
          today={today}
          required
        />
        <NumberField
          form={form}
          name={`${at}.cost`}
          label={t('form.cost')}
          description={t('form.costHelp')}
          unit={1_000_000}
          decimals={2}
        />
        <TextField
          form={form}
          name={`${at}.controlNode`}
          label={t('form.controlNode')}
          description={t('form.controlNodeHelp')}
        />
        <TextAreaField
          form={form}
          name={`${at}.evidence`}
          label={t('form.evidence')}
          description={t('form.evidenceHelp')}
          required
          minRows={1}
          className={styles.wide ?? ''}
        />
      </div>
    </fieldset>
  )
}
