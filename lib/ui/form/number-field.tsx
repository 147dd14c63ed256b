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
  /** How many of what is stored make one of what is shown: 1,000,000 fen are one 万元. */
  readonly unit?: number
}

/**
 * A number. An empty field holds null, which the shape judges ("please enter a number", or nothing where the number may
 * be left open). Out-of-range values are kept and complained about, never silently clamped: a number that changes under
 * the hand is how a wrong one gets into a report.
 */
export function NumberField<Entry extends FieldValues>(props: NumberFieldProps<Entry>) {
  const { field, error, readOnly } = useField(props)
  const { unit = 1 } = props
  return (
    <NumberInput
      {...labelProps(props)}
      ref={field.ref}
      name={field.name}
      onBlur={field.onBlur}
      value={typeof field.value === 'number' ? field.value / unit : ''}
      onChange={(value) =>
        field.onChange(value === '' ? null : unit === 1 ? Number(value) : Math.round(Number(value) * unit))
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
