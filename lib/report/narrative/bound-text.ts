/** A text with bound fields: `收回答卷{{survey.responses}}份` and what it reads like with today's values. */
import type { FieldValue } from './bound-field.ts'

export type TextPart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'field'; readonly id: string; readonly text: string }

const FIELD = /\{\{([^{}\n]{0,120})\}\}/g

export function boundField(id: string): string {
  return `{{${id}}}`
}

/** The parts of a text in order; joined they are the text again. */
export function partsOf(text: string): TextPart[] {
  const parts: TextPart[] = []
  let last = 0
  for (const match of text.matchAll(FIELD)) {
    if (match.index > last) parts.push({ kind: 'words', text: text.slice(last, match.index) })
    parts.push({ kind: 'field', id: (match[1] ?? '').trim(), text: match[0] })
    last = match.index + match[0].length
  }
  if (last < text.length) parts.push({ kind: 'words', text: text.slice(last) })
  return parts
}

/** Fields of a text that do not exist, each once. */
export function unknownFields(text: string, fields: readonly FieldValue[]): string[] {
  const known = new Set(fields.map(({ id }) => id))
  const unknown = partsOf(text).flatMap((part) =>
    part.kind === 'field' && !known.has(part.id) ? part.id : [],
  )
  return [...new Set(unknown)]
}

/** The text as it is printed. What has no value, or does not exist, says so in its place. */
export function resolvedText(text: string, fields: readonly FieldValue[]): string {
  return partsOf(text)
    .map((part) => {
      if (part.kind === 'words') return part.text
      const found = fields.find(({ id }) => id === part.id)
      if (!found) return `【没有“${part.id}”这一数据项】`
      return found.value ?? `【${found.label.zh}：无数据】`
    })
    .join('')
}
