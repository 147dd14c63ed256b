'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { notifications } from '@mantine/notifications'
import { type BaseSyntheticEvent, useEffect, useRef, useState } from 'react'
import {
  type Control,
  type DefaultValues,
  type FieldPath,
  type FieldValues,
  type Resolver,
  type UseFormReturn,
  useForm,
} from 'react-hook-form'
import { useTranslations } from 'use-intl'
import type { z } from 'zod'
import type { Save } from '../save.ts'
import type { Refusal } from './refusal-text.tsx'
import { useUnsaved } from './unsaved-guard.tsx'

export interface EntryForm<Entry extends FieldValues> {
  readonly control: Control<Entry, unknown, Entry>
  /** The whole of react-hook-form, for field arrays, `watch` and `setValue`. */
  readonly methods: UseFormReturn<Entry, unknown, Entry>
  readonly readOnly: boolean
  readonly dirty: boolean
  readonly saving: boolean
  /** Why the last attempt was refused; null once it is saved or changed back. */
  readonly refusal: Refusal | null
  submit(event?: BaseSyntheticEvent): void
  /** Back to what is stored. */
  discard(): void
}

export interface EntryFormOptions<Entry extends FieldValues> {
  /** The slice's own shape: the same one the server checks. */
  readonly shape: z.ZodType<Entry, Entry>
  /** What is stored. When it changes (a save, a reload) a form without changes of its own follows. */
  readonly values: Entry
  readonly save: Save<Entry>
  readonly onSaved?: (entry: Entry) => void
  /** What the notification says after saving; the general word when left out, none when null. */
  readonly savedMessage?: string | null
  readonly readOnly?: boolean
}

interface BareIssue {
  readonly code?: string
  readonly input?: unknown
  readonly origin?: unknown
}

/** Codes for what a shape gives no words for; zod's own English never reaches a form. */
function codeOf({ code, input, origin }: BareIssue): string {
  if (input === undefined || input === null || input === '') return 'required'
  if (code === 'too_big') return origin === 'string' ? 'too-long' : 'out-of-range'
  if (code === 'too_small') return 'out-of-range'
  return 'invalid'
}

/**
 * A form over one entry: checked by the slice's shape, saved by the given action, refusals shown at the
 * fields they are about, and a question before unsaved changes are left behind.
 */
export function useEntryForm<Entry extends FieldValues>({
  shape,
  values,
  save,
  onSaved,
  savedMessage,
  readOnly = false,
}: EntryFormOptions<Entry>): EntryForm<Entry> {
  const t = useTranslations('workbench.form')
  const [saving, setSaving] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const methods = useForm<Entry, unknown, Entry>({
    defaultValues: values as DefaultValues<Entry>,
    resolver: zodResolver(shape, { error: codeOf }) as Resolver<Entry, unknown, Entry>,
    // Checked when it is sent, and from then on as it is typed. Checking on blur would complain about rows that were
    // just added, and a message that goes between pressing and releasing a button moves the button away.
    mode: 'onSubmit',
    reValidateMode: 'onChange',
  })
  const { isDirty } = methods.formState
  const dirty = isDirty && !readOnly
  useUnsaved(dirty)

  const stored = JSON.stringify(values)
  const applied = useRef(stored)
  useEffect(() => {
    if (dirty || applied.current === stored) return
    applied.current = stored
    methods.reset(JSON.parse(stored))
  }, [dirty, stored, methods])

  const attempt = async (entry: Entry) => {
    setSaving(true)
    setRefusal(null)
    // It rejects where no answer came, which leaves open whether it was saved; the form keeps what was typed.
    const answer = await save(entry).catch(() => ({ ok: false, reason: 'no-answer' }) as const)
    setSaving(false)
    if (answer.ok) {
      methods.reset(entry)
      if (savedMessage !== null) {
        notifications.show({ message: savedMessage ?? t('saved'), color: 'pine', autoClose: 3000 })
      }
      onSaved?.(entry)
      return
    }
    setRefusal(answer)
    const issues = 'issues' in answer ? (answer.issues ?? []) : []
    issues.forEach((issue, i) => {
      methods.setError(
        issue.path.join('.') as FieldPath<Entry>,
        { type: 'server', message: issue.message },
        { shouldFocus: i === 0 },
      )
    })
  }

  const handleSubmit = methods.handleSubmit(attempt, () => setRefusal({ ok: false, reason: 'invalid-input' }))
  return {
    control: methods.control,
    methods,
    readOnly,
    dirty,
    saving,
    refusal,
    submit: (event) => {
      // A form inside a modal is inside the page's form for React; its submission is its own.
      event?.stopPropagation()
      if (saving || readOnly) event?.preventDefault()
      else void handleSubmit(event)
    },
    discard: () => {
      setRefusal(null)
      methods.reset(values)
    },
  }
}
