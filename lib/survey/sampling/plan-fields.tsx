'use client'

import { SimpleGrid, Stack } from '@mantine/core'
import { useTranslations } from 'use-intl'
import type { SAMPLING_MATTERS } from '../../scheme/sampling-floor.ts'
import { NumberField } from '../../ui/form/number-field.tsx'
import { CheckboxField, RadioField, SelectField } from '../../ui/form/select-field.tsx'
import type { EntryForm } from '../../ui/form/use-entry-form.tsx'
import { ALLOCATIONS, CONFIDENCES, type PlanEntry } from './plan.ts'

interface PlanFieldsProps {
  readonly form: EntryForm<PlanEntry>
  /** Kinds of matter that the scheme has a floor for. */
  readonly matters: readonly (typeof SAMPLING_MATTERS)[number][]
}

/** What a plan demands: precision, circumstances, floors. */
export function PlanFields({ form, matters }: PlanFieldsProps) {
  const t = useTranslations('sampling.plan')
  const aim = form.methods.watch('aim')
  const units = (['households', 'persons'] as const).map((value) => ({ value, label: t(value) }))
  const aims = (['overall', 'each'] as const).map((value) => ({ value, label: t(value) }))
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <RadioField form={form} name="unit" label={t('unit')} choices={units} />
        <RadioField form={form} name="aim" label={t('aim')} choices={aims} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="md">
        <NumberField
          form={form}
          name="marginPercent"
          label={t('margin')}
          suffix={t('marginSuffix')}
          decimals={2}
        />
        <SelectField
          form={form}
          name="confidence"
          label={t('confidence')}
          choices={CONFIDENCES.map((value) => ({ value, label: `${Math.round(Number(value) * 100)}%` }))}
        />
        <SelectField
          form={form}
          name="allocation"
          label={t('allocation')}
          {...(aim === 'each' ? { description: t('allocationEachHint') } : {})}
          choices={ALLOCATIONS.map((value) => ({ value, label: t(value) }))}
        />
        <NumberField
          form={form}
          name="sharePercent"
          label={t('share')}
          description={t('shareHint')}
          suffix="%"
          decimals={1}
        />
        <NumberField
          form={form}
          name="designEffect"
          label={t('designEffect')}
          description={t('designEffectHint')}
          decimals={2}
        />
        <NumberField form={form} name="responsePercent" label={t('response')} suffix="%" decimals={1} />
      </SimpleGrid>
      <CheckboxField
        form={form}
        name="matters"
        label={t('matters')}
        description={t('mattersHint')}
        choices={matters.map((value) => ({ value, label: t(`matter.${value}`) }))}
      />
    </Stack>
  )
}
