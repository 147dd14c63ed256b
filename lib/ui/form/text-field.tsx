'use client'

import { Textarea, TextInput } from '@mantine/core'
import type { FieldValues } from 'react-hook-form'
import { type FieldProps, labelProps, useField } from './field.tsx'

interface TextFieldProps<Entry extends FieldValues> extends FieldProps<Entry> {
  readonly placeholder?: string
  readonly maxLength?: number
  readonly autoComplete?: string
}

export function TextField<Entry extends FieldValues>(props: TextFieldProps<Entry>) {
  const { field, error, readOnly } = useField(props)
  return (
    <TextInput
      {...labelProps(props)}
      {...field}
      value={field.value ?? ''}
      error={error}
      readOnly={readOnly}
      placeholder={props.placeholder}
      maxLength={props.maxLength}
      autoComplete={props.autoComplete ?? 'off'}
    />
  )
}

interface TextAreaFieldProps<Entry extends FieldValues> extends TextFieldProps<Entry> {
  readonly minRows?: number
  readonly maxRows?: number
}

export function TextAreaField<Entry extends FieldValues>(props: TextAreaFieldProps<Entry>) {
  const { field, error, readOnly } = useField(props)
  return (
    <Textarea
      {...labelProps(props)}
      {...field}
      value={field.value ?? ''}
      error={error}
      readOnly={readOnly}
      placeholder={props.placeholder}
      maxLength={props.maxLength}
      autosize
      minRows={props.minRows ?? 3}
      maxRows={props.maxRows ?? 16}
    />
  )
}
