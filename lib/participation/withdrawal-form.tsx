'use client'

import { Stack } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { EntryFormBox } from '../ui/form/entry-form-box.tsx'
import { SubmitBar } from '../ui/form/submit-bar.tsx'
import { TextAreaField } from '../ui/form/text-field.tsx'
import { useEntryForm } from '../ui/form/use-entry-form.tsx'
import type { Save } from '../ui/save.ts'
import { type WithdrawalEntry, withdrawalShape } from './notice.ts'

interface WithdrawalFormProps {
  readonly noticeId: string
  readonly save: Save<WithdrawalEntry>
  readonly onSaved: () => void
}

/** Takes a notice back, with the reason that stays on its page. */
export function WithdrawalForm({ noticeId, save, onSaved }: WithdrawalFormProps) {
  const t = useTranslations('participation.notice')
  const form = useEntryForm<WithdrawalEntry>({
    shape: withdrawalShape,
    values: { noticeId, because: '' },
    save,
    onSaved,
    savedMessage: t('withdrawn'),
  })
  return (
    <EntryFormBox form={form} label={t('withdrawTitle')}>
      <Stack gap="md">
        <TextAreaField
          form={form}
          name="because"
          label={t('withdrawBecause')}
          description={t('withdrawHint')}
          required
          maxLength={500}
        />
        <SubmitBar form={form} label={t('withdraw')} always />
      </Stack>
    </EntryFormBox>
  )
}
