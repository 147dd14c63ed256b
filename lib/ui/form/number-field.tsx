'use client'

import { NumberInput } from '@mantine/core'
import type { FieldValues } from 'react-hook-form'
import { type FieldProps, labelProps, useField } from './field.tsx'

interface NumberFieldProps<Entry extends FieldValues> extends FieldProps<Entry> {
  /** Shown after the number, e.g. 户 or 万元. */
  readonly suffix?: string
  readonly decimals?: number
  readonly step?: number
  readonly placeholder?: string
}

/**
 * A number. An empty field holds null, which the shape judges ("please enter a number", or nothing where the number may
 * be left open). Out-of-range values are kept and complained about, never silently clamped: a number that changes under
 * the hand is how a wrong one gets into a report.
 */
export function NumberField<Entry extends FieldValues>(props: NumberFieldProps<Entry>) {
  const { field, error, readOnly } = useField(props)
  return (
    <NumberInput
      {...labelProps(props)}
      ref={field.ref}
      name={field.name}
      onBlur={field.onBlur}
      value={field.value ?? ''}
      onChange={(value) =>
        field.onChange(typeof value === 'number' ? value : value === '' ? null : Number(value))
      }
      error={error}
      readOnly={readOnly}
      placeholder={props.placeholder}
      suffix={props.suffix}
      decimalScale={props.decimals ?? 0}
      step={props.step ?? 1}
      thousandSeparator=","
      clampBehavior="none"
      hideControls
      inputMode="decimal"
      autoComplete="off"
    />
  )
}
