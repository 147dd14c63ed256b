'use client'

import { TextInput } from '@mantine/core'
import type { FieldValues } from 'react-hook-form'
import { type FieldProps, labelProps, useField } from './field.tsx'

interface DateFieldProps<Entry extends FieldValues> extends FieldProps<Entry> {
  /** The last day the calendar offers: today, for what has happened. */
  readonly latest?: string
}

/** A calendar day, held as YYYY-MM-DD and shown as the visitor's system writes days. */
export function DateField<Entry extends FieldValues>(props: DateFieldProps<Entry>) {
  const { field, error, readOnly } = useField(props)
  return (
    <TextInput
      {...labelProps(props)}
      {...field}
      value={field.value ?? ''}
      error={error}
      readOnly={readOnly}
      type="date"
      max={props.latest ?? '2200-12-31'}
    />
  )
}
