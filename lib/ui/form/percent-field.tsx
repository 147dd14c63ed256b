'use client'

import { NumberInput } from '@mantine/core'
import type { FieldValues } from 'react-hook-form'
import { type FieldProps, labelProps, useField } from './field.tsx'

/** A share of one, typed and shown as a percentage. An empty field holds 0, which the shape judges. */
export function PercentField<Entry extends FieldValues>(props: FieldProps<Entry>) {
  const { field, error, readOnly } = useField(props)
  return (
    <NumberInput
      {...labelProps(props)}
      ref={field.ref}
      name={field.name}
      onBlur={field.onBlur}
      // Without the noise of binary fractions: 0.07 · 100 is 7.000000000000001.
      value={
        typeof field.value === 'number' && field.value !== 0 ? Number((field.value * 100).toFixed(6)) : ''
      }
      onChange={(value) => field.onChange(value === '' ? 0 : Number((Number(value) / 100).toFixed(8)))}
      error={error}
      readOnly={readOnly}
      suffix="%"
      decimalScale={4}
      clampBehavior="none"
      hideControls
      inputMode="decimal"
      autoComplete="off"
    />
  )
}
