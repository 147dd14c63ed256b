'use client'

import type { Ref } from 'react'
import type { FieldValue } from './bound-field.ts'
import { partsOf } from './bound-text.ts'
import { handTypedConclusions } from './conclusions.ts'
import classes from './narrative.module.css'
import { unboundNumerals } from './numerals.ts'

interface NumeralInputProps {
  readonly ref: Ref<HTMLTextAreaElement>
  readonly value: string
  readonly fields: readonly FieldValue[]
  readonly label: string
  readonly placeholder: string
  readonly readOnly: boolean
  readonly onChange: (text: string) => void
}

/** A text area that marks bound fields, fields that do not exist, and what was written by hand: numbers that are no bound value, conclusions. */
export function NumeralInput({
  ref,
  value,
  fields,
  label,
  placeholder,
  readOnly,
  onChange,
}: NumeralInputProps) {
  return (
    <div className={classes.field} lang="zh-CN">
      <div className={classes.mirror} aria-hidden>
        {marked(value, fields).map(({ text, mark, at }) => (
          <span key={at} className={mark ? classes[mark] : undefined}>
            {text}
          </span>
        ))}
        {/* A line end at the very end is drawn only when something follows it. */}
        {'\u200b'}
      </div>
      <textarea
        ref={ref}
        className={classes.input}
        value={value}
        aria-label={label}
        placeholder={placeholder}
        readOnly={readOnly}
        spellCheck={false}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  )
}

interface Span {
  readonly at: number
  readonly text: string
  readonly mark: 'bound' | 'unknown' | 'unbound' | 'conclusion' | null
}

function marked(text: string, fields: readonly FieldValue[]): Span[] {
  const known = new Set(fields.map(({ id }) => id))
  const spans: Span[] = []
  const places = [
    ...unboundNumerals(text, fields).map(({ start, end }) => ({ start, end, mark: 'unbound' as const })),
    ...handTypedConclusions(text).map(({ start, end }) => ({ start, end, mark: 'conclusion' as const })),
  ].sort((a, b) => a.start - b.start)
  let at = 0
  const add = (end: number, mark: Span['mark']) => {
    if (end > at) spans.push({ at, text: text.slice(at, end), mark })
    at = end
  }
  for (const part of partsOf(text)) {
    const end = at + part.text.length
    if (part.kind === 'words') {
      for (const place of places.filter(({ start }) => start >= at && start < end)) {
        add(place.start, null)
        add(place.end, place.mark)
      }
    }
    add(end, part.kind === 'words' ? null : known.has(part.id) ? 'bound' : 'unknown')
  }
  return spans
}
