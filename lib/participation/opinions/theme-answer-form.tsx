'use client'

import { Stack } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { EntryFormBox } from '../../ui/form/entry-form-box.tsx'
import { RadioField, SelectField } from '../../ui/form/select-field.tsx'
import { SubmitBar } from '../../ui/form/submit-bar.tsx'
import { TextAreaField } from '../../ui/form/text-field.tsx'
import { useEntryForm } from '../../ui/form/use-entry-form.tsx'
import type { Save } from '../../ui/save.ts'
import {
  type OpinionTheme,
  THEME_ANSWERS,
  type ThemeAnswerEntry,
  type ThemeAnswerKind,
  themeAnswerShape,
} from './opinion.ts'

interface ThemeAnswerFormProps {
  readonly theme: OpinionTheme
  readonly factors: readonly { readonly id: string; readonly name: string }[]
  readonly save: Save<ThemeAnswerEntry>
  readonly onSaved: () => void
}

/** A list of the system holds texts only; this one stands for no factor. */
const NONE = 'none'

/** No answer is chosen beforehand. */
export function ThemeAnswerForm({ theme, factors, save, onSaved }: ThemeAnswerFormProps) {
  const t = useTranslations('opinions.answers')
  const form = useEntryForm<ThemeAnswerEntry>({
    shape: themeAnswerShape,
    values: {
      themeId: theme.id,
      answer: theme.answer?.answer ?? ('' as ThemeAnswerKind),
      reason: theme.answer?.reason ?? '',
      measure: theme.answer?.measure ?? '',
      factorId: theme.answer?.factorId ?? NONE,
    },
    save: (entry) => save({ ...entry, factorId: entry.factorId === NONE ? null : entry.factorId }),
    onSaved,
    savedMessage: t('saved'),
  })
  return (
    <EntryFormBox form={form} label={theme.name}>
      <Stack gap="md">
        <RadioField
          form={form}
          name="answer"
          label={t('kind')}
          required
          choices={THEME_ANSWERS.map((value) => ({ value, label: t(`answers.${value}`) }))}
        />
        <TextAreaField
          form={form}
          name="reason"
          label={t('reason')}
          description={t('reasonHint')}
          required
          maxLength={2000}
        />
        <TextAreaField
          form={form}
          name="measure"
          label={t('measure')}
          description={t('measureHint')}
          maxLength={2000}
        />
        <SelectField
          form={form}
          name="factorId"
          label={t('factor')}
          choices={[
            { value: NONE, label: t('noFactor') },
            ...factors.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <SubmitBar form={form} label={t('save')} />
      </Stack>
    </EntryFormBox>
  )
}
