'use client'

import { Button, Stack } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { EntryFormBox } from '../ui/form/entry-form-box.tsx'
import { RadioField } from '../ui/form/select-field.tsx'
import { SubmitBar } from '../ui/form/submit-bar.tsx'
import { TextAreaField } from '../ui/form/text-field.tsx'
import { useEntryForm } from '../ui/form/use-entry-form.tsx'
import type { Save } from '../ui/save.ts'
import {
  FINDING_GRADES,
  type Finding,
  type FindingEntry,
  type FindingGrade,
  findingShape,
} from './finding.ts'

interface FindingFormProps {
  readonly indicatorId: string
  readonly indicatorName: string
  readonly finding: Finding | null
  readonly save: Save<FindingEntry>
  readonly onDirty: (dirty: boolean) => void
  /** Called after a save; `next` when the next open indicator was asked for. */
  readonly onSaved: (next: boolean) => void
}

/** The entry for one indicator. No grade is chosen beforehand: a preset would become the finding of whoever is in a hurry. */
export function FindingForm({
  indicatorId,
  indicatorName,
  finding,
  save,
  onDirty,
  onSaved,
}: FindingFormProps) {
  const t = useTranslations('dimensions')
  const goOn = useRef(false)
  const form = useEntryForm({
    shape: findingShape,
    values: {
      indicatorId,
      grade: finding?.grade ?? ('' as FindingGrade),
      evidence: finding?.evidence ?? '',
    },
    save,
    onSaved: () => onSaved(goOn.current),
    savedMessage: t('saved', { indicator: indicatorName }),
  })
  const { dirty } = form
  useEffect(() => onDirty(dirty), [dirty, onDirty])
  return (
    <EntryFormBox form={form} label={indicatorName}>
      <Stack gap="md">
        <RadioField
          form={form}
          name="grade"
          label={t('grade')}
          required
          choices={FINDING_GRADES.map((grade) => ({
            value: grade,
            label: t(`grades.${grade}`),
            description: t(`gradeHints.${grade}`),
          }))}
        />
        <TextAreaField
          form={form}
          name="evidence"
          label={t('evidence')}
          description={t('evidenceHint')}
          required
          minRows={2}
          maxLength={4000}
        />
        <div onClickCapture={() => (goOn.current = false)}>
          <SubmitBar form={form} label={t('save')}>
            <Button
              type="submit"
              variant="light"
              disabled={!form.dirty || form.saving}
              onClick={() => {
                goOn.current = true
              }}
            >
              {t('saveAndNext')}
            </Button>
          </SubmitBar>
        </div>
      </Stack>
    </EntryFormBox>
  )
}
