'use client'

import type { Ref } from 'react'
import type { FieldValue } from './bound-fields.ts'
import { partsOf } from './bound-text.ts'
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

/** A text area that marks bound fields, fields that do not exist, and numbers that equal no bound value. */
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
  readonly mark: 'bound' | 'unknown' | 'unbound' | null
}

function marked(text: string, fields: readonly FieldValue[]): Span[] {
  const known = new Set(fields.map(({ id }) => id))
  const spans: Span[] = []
  const numerals = unboundNumerals(text, fields)
  let at = 0
  const add = (end: number, mark: Span['mark']) => {
    if (end > at) spans.push({ at, text: text.slice(at, end), mark })
    at = end
  }
  for (const part of partsOf(text)) {
    const end = at + part.text.length
    if (part.kind === 'words') {
      for (const numeral of numerals.filter(({ start }) => start >= at && start < end)) {
        add(numeral.start, null)
        add(numeral.end, 'unbound')
      }
    }
    add(end, part.kind === 'words' ? null : known.has(part.id) ? 'bound' : 'unknown')
  }
  return spans
}
