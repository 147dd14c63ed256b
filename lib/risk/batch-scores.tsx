'use client'

import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { IconArrowLeft, IconX } from '@tabler/icons-react'
import { useFieldArray, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import type { Scheme } from '../scheme/scheme.ts'
import { EntryFormBox } from '../ui/form/entry-form-box.tsx'
import { NumberField } from '../ui/form/number-field.tsx'
import { SubmitBar } from '../ui/form/submit-bar.tsx'
import { type EntryForm, useEntryForm } from '../ui/form/use-entry-form.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Save } from '../ui/save.ts'
import styles from './catalogue-picker.module.css'
import { type FactorBatch, type FactorPick, factorBatchShape, sharedRest } from './factor-batch.ts'
import { useRiskWords } from './scheme-words.tsx'
import { sumOfWeights } from './weight-proposal.ts'

interface BatchScoresProps {
  readonly picks: readonly FactorPick[]
  readonly otherWeights: number
  readonly scheme: Scheme
  readonly save: Save<FactorBatch>
  readonly onSaved: () => void
  /** Back to choosing, with what was scored so far. */
  onBack(picks: readonly FactorPick[]): void
}

/** W, p and q of each picked factor. */
export function BatchScores({ picks, otherWeights, scheme, save, onSaved, onBack }: BatchScoresProps) {
  const t = useTranslations('risk.catalogue')
  const { entered } = useRiskWords(scheme)
  const form = useEntryForm<FactorBatch>({
    shape: factorBatchShape,
    values: { picks: [...picks] },
    save,
    savedMessage: t('added', { n: picks.length }),
    onSaved,
  })
  const { fields, remove } = useFieldArray({ control: form.control, name: 'picks' })
  const rest = sumOfWeights([1, -otherWeights])
  return (
    <EntryFormBox form={form} label={t('scoreTitle')}>
      <Panel title={t('scoreTitle')} description={t('scoreExplain')}>
        {rest > 0 && fields.length > 0 && (
          <Button
            variant="default"
            onClick={() =>
              sharedRest(otherWeights, fields.length).forEach((weight, i) => {
                form.methods.setValue(`picks.${i}.weight`, weight, {
                  shouldDirty: true,
                  shouldValidate: true,
                })
              })
            }
          >
            {t('share', { rest: entered(rest) })}
          </Button>
        )}
        {fields.map((field, i) => (
          <PickRow key={field.id} form={form} index={i} scheme={scheme} onDrop={() => remove(i)} />
        ))}
        <Group mt="lg">
          <SubmitBar form={form} label={t('addAll', { n: fields.length })} always={fields.length > 0}>
            <Button
              variant="subtle"
              leftSection={<IconArrowLeft size={16} aria-hidden />}
              onClick={() => onBack(form.methods.getValues('picks'))}
            >
              {t('back')}
            </Button>
          </SubmitBar>
        </Group>
      </Panel>
    </EntryFormBox>
  )
}

interface PickRowProps {
  readonly form: EntryForm<FactorBatch>
  readonly index: number
  readonly scheme: Scheme
  onDrop(): void
}

function PickRow({ form, index, scheme, onDrop }: PickRowProps) {
  const t = useTranslations('risk')
  const { probabilityName, impactName } = useRiskWords(scheme)
  const pick = useWatch({ control: form.control, name: `picks.${index}` })
  const word = (value: number | null, nameOf: (value: number) => string) =>
    typeof value === 'number' && value >= 0 && value <= 1 ? nameOf(value) : ''
  return (
    <div className={styles.pick}>
      <div className={styles.pickName}>
        <Text size="xs" c="ink.6">
          {pick.category}
        </Text>
        <Text fw={500}>{pick.name}</Text>
      </div>
      <NumberField
        form={form}
        name={`picks.${index}.weight`}
        label={t('list.weight')}
        decimals={4}
        step={0.01}
        required
      />
      <div>
        <NumberField
          form={form}
          name={`picks.${index}.probability`}
          label={t('list.probability')}
          decimals={3}
          step={0.05}
          required
        />
        <Text size="xs" c="ink.6">
          {word(pick.probability, probabilityName)}
        </Text>
      </div>
      <div>
        <NumberField
          form={form}
          name={`picks.${index}.impact`}
          label={t('list.impact')}
          decimals={3}
          step={0.05}
          required
        />
        <Text size="xs" c="ink.6">
          {word(pick.impact, impactName)}
        </Text>
      </div>
      <ActionIcon
        variant="subtle"
        color="ink"
        size={38}
        className={styles.drop}
        aria-label={t('catalogue.drop', { name: pick.name })}
        onClick={onDrop}
      >
        <IconX size={18} aria-hidden />
      </ActionIcon>
    </div>
  )
}
