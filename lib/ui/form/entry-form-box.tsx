'use client'

import type { ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import type { EntryForm } from './use-entry-form.tsx'

interface EntryFormBoxProps<Entry extends FieldValues> {
  readonly form: EntryForm<Entry>
  readonly children: ReactNode
  readonly label?: string
}

/** The form element; the shapes check the fields, so the browser's own checks are off. */
export function EntryFormBox<Entry extends FieldValues>({ form, children, label }: EntryFormBoxProps<Entry>) {
  return (
    <form onSubmit={form.submit} noValidate aria-label={label}>
      {children}
    </form>
  )
}
