'use client'

import { Modal, Stack, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { EntryFormBox } from '../../ui/form/entry-form-box.tsx'
import { RadioField } from '../../ui/form/select-field.tsx'
import { SubmitBar } from '../../ui/form/submit-bar.tsx'
import { TextAreaField } from '../../ui/form/text-field.tsx'
import { useEntryForm } from '../../ui/form/use-entry-form.tsx'
import type { Save } from '../../ui/save.ts'
import classes from './opinions.module.css'
import { STRIKE_KINDS, type StrikeKind, type StrikingEntry, strikingShape } from './striking.ts'

interface StrikeModalProps {
  readonly opinionIds: readonly string[]
  /** The words, where it is a single opinion. */
  readonly text: string | null
  readonly kind: StrikeKind | null
  readonly strike: Save<StrikingEntry>
  readonly onClose: () => void
}

/** Takes opinions out of the count, with a reason that everybody will read. No kind is chosen beforehand. */
export function StrikeModal({ opinionIds, text, kind, strike, onClose }: StrikeModalProps) {
  const t = useTranslations('opinions.striking')
  const form = useEntryForm<StrikingEntry>({
    shape: strikingShape,
    values: { opinionIds: [...opinionIds], kind: kind ?? ('' as StrikeKind), because: '' },
    save: strike,
    onSaved: onClose,
    savedMessage: t('done'),
  })
  return (
    <Modal opened onClose={onClose} title={t('title', { n: opinionIds.length })} size="lg">
      <EntryFormBox form={form} label={t('title', { n: opinionIds.length })}>
        <Stack gap="md">
          {text !== null && <p className={classes.words}>{text}</p>}
          <Text size="sm">{t('body')}</Text>
          <RadioField
            form={form}
            name="kind"
            label={t('kind')}
            required
            choices={STRIKE_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
          <TextAreaField
            form={form}
            name="because"
            label={t('because')}
            description={t('becauseHint')}
            required
            minRows={2}
            maxLength={300}
          />
          <SubmitBar form={form} label={t('save')} always />
        </Stack>
      </EntryFormBox>
    </Modal>
  )
}
