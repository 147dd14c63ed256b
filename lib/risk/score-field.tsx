'use client'

import { Group, Input, NumberInput, Slider, VisuallyHidden } from '@mantine/core'
import { useId } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { bandAt } from '../scheme/band.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { type FieldProps, useField } from '../ui/form/field.tsx'
import { useRiskWords } from './scheme-words.tsx'
import styles from './score-field.module.css'

interface ScoreFieldProps<Entry extends FieldValues>
  extends Pick<FieldProps<Entry>, 'form' | 'name' | 'label' | 'description'> {
  readonly label: string
  /** The scale whose five words stand under the slider. */
  readonly bands: Scheme['probabilityBands']
  readonly scheme: Scheme
  /** Complaint about this value that does not wait for saving. */
  readonly warning?: string | undefined
  onChanged?(next: number | null, before: number | null): void
}

/** A judgement between 0 and 1: by hand on the slider or exactly in the field, with the words of the scale. */
export function ScoreField<Entry extends FieldValues>({
  form,
  name,
  label,
  description,
  bands,
  scheme,
  warning,
  onChanged,
}: ScoreFieldProps<Entry>) {
  const t = useTranslations('risk.form')
  const { name: nameOf } = useRiskWords(scheme)
  const { field, error, readOnly } = useField({ form, name })
  const id = useId()
  const value: number | null = typeof field.value === 'number' ? field.value : null
  const judged = value !== null && value >= 0 && value <= 1
  const chosen = judged ? bandAt(value, bands) : null
  const change = (next: number | null) => {
    field.onChange(next)
    onChanged?.(next, value)
  }
  return (
    <Input.Wrapper
      id={id}
      label={label}
      description={description}
      error={error ?? warning}
      withAsterisk={!readOnly}
    >
      <Group gap="md" wrap="nowrap" align="flex-start" mt={6}>
        <div className={styles.scale}>
          <Slider
            min={0}
            max={1}
            step={0.05}
            value={judged ? value : 0}
            disabled={readOnly}
            label={null}
            thumbLabel={t('slider', { label })}
            color={judged ? 'dai' : 'ink.3'}
            onChange={(next) => change(Number(next.toFixed(2)))}
          />
          <ul className={styles.bands} aria-hidden>
            {bands.bands.map((band, i) => (
              <li
                key={band.upTo}
                className={styles.band}
                style={{ flexGrow: band.upTo - (bands.bands[i - 1]?.upTo ?? 0) }}
                data-chosen={band === chosen || undefined}
              >
                {nameOf(band.name)}
              </li>
            ))}
          </ul>
        </div>
        <NumberInput
          id={id}
          ref={field.ref}
          name={field.name}
          onBlur={field.onBlur}
          value={value ?? ''}
          w={84}
          step={0.05}
          decimalScale={3}
          hideControls
          clampBehavior="none"
          inputMode="decimal"
          autoComplete="off"
          readOnly={readOnly}
          error={error !== undefined || warning !== undefined}
          onChange={(next) => {
            const typed = next === '' ? null : Number(next)
            if (typed !== value) change(typed)
          }}
        />
      </Group>
      {chosen ? (
        <VisuallyHidden role="status">{nameOf(chosen.name)}</VisuallyHidden>
      ) : (
        <Input.Description mt={2}>{t('bandUnset')}</Input.Description>
      )}
    </Input.Wrapper>
  )
}
