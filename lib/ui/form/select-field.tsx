'use client'

import { Checkbox, Group, NativeSelect, Radio } from '@mantine/core'
import type { ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import classes from './choices.module.css'
import { type FieldProps, groupLabelProps, labelProps, useField } from './field.tsx'

export interface Choice {
  readonly value: string
  readonly label: string
  readonly description?: ReactNode
}

interface SelectFieldProps<Entry extends FieldValues> extends FieldProps<Entry> {
  readonly choices: readonly Choice[]
  /** The first line while nothing is chosen. */
  readonly placeholder?: string
}

/** One of several, as the system's own list: the one every keyboard, screen reader and phone already knows. */
export function SelectField<Entry extends FieldValues>(props: SelectFieldProps<Entry>) {
  const { field, error, readOnly } = useField(props)
  return (
    <NativeSelect
      {...labelProps(props)}
      {...field}
      value={field.value ?? ''}
      error={error}
      disabled={readOnly}
      data={[
        ...(props.placeholder === undefined ? [] : [{ value: '', label: props.placeholder, disabled: true }]),
        ...props.choices.map(({ value, label }) => ({ value, label })),
      ]}
    />
  )
}

/** One of few, all in sight. */
export function RadioField<Entry extends FieldValues>(props: SelectFieldProps<Entry>) {
  const { field, error, readOnly } = useField(props)
  return (
    <Radio.Group
      {...groupLabelProps(props)}
      name={field.name}
      value={field.value ?? null}
      onChange={field.onChange}
      error={error}
    >
      <Group gap="sm" align="flex-start" mt={6} className={classes.choices} onBlur={field.onBlur}>
        {props.choices.map((choice, i) => (
          <Radio
            key={choice.value}
            ref={i === 0 ? field.ref : undefined}
            value={choice.value}
            label={choice.label}
            description={choice.description}
            disabled={readOnly}
          />
        ))}
      </Group>
    </Radio.Group>
  )
}

/** Any number of few; the value is the list of those chosen, in the order of the choices. */
export function CheckboxField<Entry extends FieldValues>(props: SelectFieldProps<Entry>) {
  const { field, error, readOnly } = useField(props)
  const order = props.choices.map((choice) => choice.value)
  return (
    <Checkbox.Group
      {...groupLabelProps(props)}
      value={field.value ?? []}
      onChange={(chosen: string[]) => field.onChange(order.filter((value) => chosen.includes(value)))}
      error={error}
    >
      <Group gap="sm" align="flex-start" mt={6} className={classes.choices} onBlur={field.onBlur}>
        {props.choices.map((choice, i) => (
          <Checkbox
            key={choice.value}
            ref={i === 0 ? field.ref : undefined}
            value={choice.value}
            label={choice.label}
            description={choice.description}
            disabled={readOnly}
          />
        ))}
      </Group>
    </Checkbox.Group>
  )
}
