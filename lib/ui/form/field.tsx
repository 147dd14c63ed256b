'use client'

import type { ReactNode } from 'react'
import { type FieldPath, type FieldValues, useController } from 'react-hook-form'
import { useIssueText } from './issue-text.tsx'
import type { EntryForm } from './use-entry-form.tsx'

/** What every field of an entry form is given. */
export interface FieldProps<Entry extends FieldValues> {
  readonly form: EntryForm<Entry>
  readonly name: FieldPath<Entry>
  readonly label: ReactNode
  /** One line of help under the label. */
  readonly description?: ReactNode
  /** Marks the field as required; the shape decides. */
  readonly required?: boolean
  /** For fields in table cells, whose column header is the visible label. */
  readonly hideLabel?: boolean
  readonly className?: string
  /** This field stays as it is, whatever becomes of the others. */
  readonly locked?: boolean
}

/** Joins a field to its form: value, error in words, and whether it may be changed. */
export function useField<Entry extends FieldValues>({
  form,
  name,
  locked = false,
}: Pick<FieldProps<Entry>, 'form' | 'name' | 'locked'>) {
  const issueText = useIssueText()
  const { field, fieldState } = useController({ control: form.control, name })
  return {
    field,
    error: issueText(fieldState.error?.message),
    readOnly: form.readOnly || form.saving || locked,
  }
}

/** The label of a group of choices, as Mantine wants it: visible, or as the accessible name only. */
export function groupLabelProps({
  label,
  hideLabel,
  description,
  required,
  className,
}: Pick<FieldProps<FieldValues>, 'label' | 'hideLabel' | 'description' | 'required' | 'className'>) {
  return {
    ...(hideLabel ? { 'aria-label': String(label) } : { label }),
    ...(description === undefined ? {} : { description }),
    ...(className === undefined ? {} : { className }),
    // The asterisk only: the browser's own validation would answer before ours, and in the browser's language.
    withAsterisk: required === true && !hideLabel,
  }
}

/** The label of a single input, which also tells screen readers whether it is required. */
export function labelProps(props: Parameters<typeof groupLabelProps>[0]) {
  return { ...groupLabelProps(props), 'aria-required': props.required === true }
}
