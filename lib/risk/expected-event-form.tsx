'use client'

import { Stack, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import type { Scheme } from '../scheme/scheme.ts'
import { EntryFormBox } from '../ui/form/entry-form-box.tsx'
import { NumberField } from '../ui/form/number-field.tsx'
import { SubmitBar } from '../ui/form/submit-bar.tsx'
import { useEntryForm } from '../ui/form/use-entry-form.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Save } from '../ui/save.ts'
import { type ExpectedEventEntry, expectedEventShape } from './expected-event.ts'

interface ExpectedEventFormProps {
  readonly persons: number | null
  readonly scheme: Scheme
  readonly readOnly: boolean
  readonly save: Save<ExpectedEventEntry>
}

/** How many people the largest credible event would gather. */
export function ExpectedEventForm({ persons, scheme, readOnly, save }: ExpectedEventFormProps) {
  const t = useTranslations('risk.event')
  const form = useEntryForm<ExpectedEventEntry>({
    shape: expectedEventShape,
    values: { persons },
    save,
    savedMessage: t('saved'),
    readOnly,
  })
  const { medium, high } = scheme.expectedEventRule
  return (
    <Panel title={t('heading')} description={t('help')}>
      <EntryFormBox form={form} label={t('heading')}>
        <Stack gap="sm" maw={520}>
          <NumberField
            form={form}
            name="persons"
            label={t('label')}
            description={t('basis')}
            suffix={t('unit')}
          />
          <Text size="sm" c="ink.6">
            {t('thresholds', { medium: medium.value, high: high.value })}
            {persons === null && t('notJudged')}
          </Text>
          <SubmitBar form={form} label={t('save')} />
        </Stack>
      </EntryFormBox>
    </Panel>
  )
}
