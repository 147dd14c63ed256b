'use client'

import { Stack, Text } from '@mantine/core'
import { z } from 'zod'
import { EntryFormBox } from '../ui/form/entry-form-box.tsx'
import { SubmitBar } from '../ui/form/submit-bar.tsx'
import { TextAreaField } from '../ui/form/text-field.tsx'
import { useEntryForm } from '../ui/form/use-entry-form.tsx'
import type { Save } from '../ui/save.ts'
import { reasonShape } from './dispute.ts'
import type { Reasoned } from './dispute-board-props.ts'

interface ReasonFormProps {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly label: string
  readonly action: string
  readonly done: string
  readonly save: Save<Reasoned>
  readonly onSaved: () => void
}

const shape = z.object({ reason: reasonShape })

/** Asks why something is struck or taken back; without a reason it is not. */
export function ReasonForm({ id, title, body, label, action, done, save, onSaved }: ReasonFormProps) {
  const form = useEntryForm<{ reason: string }>({
    shape,
    values: { reason: '' },
    save: ({ reason }) => save({ id, reason }),
    onSaved,
    savedMessage: done,
  })
  return (
    <EntryFormBox form={form} label={title}>
      <Stack gap="sm">
        <Text size="sm" c="ink.6">
          {body}
        </Text>
        <TextAreaField form={form} name="reason" label={label} required minRows={2} maxLength={500} />
        <SubmitBar form={form} label={action} always />
      </Stack>
    </EntryFormBox>
  )
}
