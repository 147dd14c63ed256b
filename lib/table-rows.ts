/**
 * Rows of a table that somebody filled in elsewhere, as entries.
 *
 * Every bad cell is named by row and column, and where one is bad nothing is taken: a corrected file can then be read
 * again without doubling the good rows. Columns are found by their headings, in whatever order they stand.
 */
import type { z } from 'zod'
import { fail, ok, type Result } from './result.ts'

export interface BadCell {
  /** As numbered in the file, the heading being row 1. */
  readonly row: number
  readonly column: string
  /** A code of the form issues. */
  readonly reason: string
}

export interface TableColumn<Field extends string> {
  readonly heading: string
  readonly field: Field
}

export type TableRows<Entry> = Result<readonly Entry[], 'columns-missing' | 'no-rows' | 'bad-rows'> & {
  readonly badCells?: readonly BadCell[]
}

/** Days as people write them, 2026/3/2 or 2026年3月2日, as YYYY-MM-DD; anything else stays for the shape to refuse. */
export function dayAsEntered(text: string): string {
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text)
  return match ? `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}` : text
}

/** The meaning of a word of the template, or the word itself where there is none, which no choice will take. */
export function wordAsEntered(words: Readonly<Record<string, string>>, text: string): string {
  return Object.hasOwn(words, text) ? words[text]! : text
}

/**
 * @param table the first row holds the headings; empty rows are skipped.
 * @param entryOf trimmed cells by field, as what the shape checks.
 * @param sameAs what makes two rows the same; the second one is refused.
 */
export function tableRows<Field extends string, Entry>(
  table: readonly (readonly string[])[],
  columns: readonly TableColumn<Field>[],
  shape: z.ZodType<Entry>,
  entryOf: (cells: Readonly<Record<Field, string>>) => unknown,
  sameAs: (entry: Entry) => string,
): TableRows<Entry> {
  const [headings = [], ...rows] = table
  const at = columns.map(({ heading }) => headings.findIndex((cell) => cell.trim() === heading))
  const absent = columns.filter((_, i) => at[i] === -1)
  if (absent.length > 0)
    return fail('columns-missing', { columns: absent.map(({ heading }) => heading).join('、') })
  const headingOf = (field: string) => columns.find((column) => column.field === field)?.heading ?? field
  const entries: Entry[] = []
  const badCells: BadCell[] = []
  const seen = new Set<string>()
  rows.forEach((cells, i) => {
    if (cells.every((cell) => cell.trim() === '')) return
    const row = i + 2
    const byField = Object.fromEntries(
      columns.map(({ field }, column) => [field, (cells[at[column]!] ?? '').trim()]),
    ) as Record<Field, string>
    const parsed = shape.safeParse(entryOf(byField))
    if (!parsed.success) {
      for (const issue of parsed.error.issues) {
        badCells.push({ row, column: headingOf(String(issue.path[0])), reason: codeOf(issue) })
      }
      return
    }
    const same = sameAs(parsed.data)
    if (seen.has(same)) badCells.push({ row, column: columns[0]?.heading ?? '', reason: 'duplicate-row' })
    seen.add(same)
    entries.push(parsed.data)
  })
  if (badCells.length > 0) return { ...fail('bad-rows', { rows: badCells.length }), badCells }
  return entries.length === 0 ? fail('no-rows') : ok(entries)
}

/** Shapes give codes of their own; a choice that is none of the list has zod's. */
function codeOf({ code, message }: { readonly code: string; readonly message: string }): string {
  return code === 'invalid_value' ? 'unknown-word' : message
}
