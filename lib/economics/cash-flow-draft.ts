/**
 * A cash-flow table while it is being typed: amounts as text in 万元, so that "12." on the way to "12.5" is not an error
 * and a mistyped cell keeps what was typed. Years follow from the first one, so they cannot have gaps.
 */
import { fail, ok, type Result } from '../result.ts'
import { FLOW_ROWS } from './appraisal.ts'
import {
  CASH_FLOW_ROWS,
  type CashFlowRow,
  type CashFlowTable,
  cashFlowTableShape,
} from './cash-flow-table.ts'
import { fenOfWan, wanOfFen } from './pasted-table.ts'

export type DraftYear = Readonly<Record<CashFlowRow, string>>

export interface CashFlowDraft {
  readonly firstYear: number
  /** Percent, as typed. */
  readonly rate: string
  readonly years: readonly DraftYear[]
}

/** Place of a wrong cell: the index of its year and its column, or `rate` or `first-year` for the fields above. */
export interface DraftIssue {
  readonly year: number | null
  readonly column: CashFlowRow | 'rate' | 'first-year'
  /** A code of the `issues` messages. */
  readonly reason: string
}

export const MOST_YEARS = 100
const EMPTY: DraftYear = {
  investment: '',
  operation: '',
  compensation: '',
  mitigation: '',
  benefit: '',
  revenue: '',
}

export function draftOf(table: CashFlowTable, thisYear: number): CashFlowDraft {
  return {
    firstYear: table.years[0]?.year ?? thisYear,
    rate: percentOf(table.socialDiscountRate),
    years: table.years.map((row) => {
      const cells = CASH_FLOW_ROWS.map((column) => [column, wanOfFen(row[column])] as const)
      return Object.fromEntries(cells) as Record<CashFlowRow, string>
    }),
  }
}

/** 0.08 → 8, without the noise of binary fractions. */
export function percentOf(share: number): string {
  return String(Number((share * 100).toFixed(6)))
}

/** The table a draft stands for, or every place that has to be corrected. */
export function tableOf(draft: CashFlowDraft): { table: CashFlowTable | null; issues: DraftIssue[] } {
  const issues: DraftIssue[] = []
  const years = draft.years.map((row, i) => {
    const cells = CASH_FLOW_ROWS.map((column) => {
      const fen = fenOfWan(row[column])
      if (!fen.ok) issues.push({ year: i, column, reason: fen.reason })
      return [column, fen.ok ? fen.value : 0] as const
    })
    return { year: draft.firstYear + i, ...(Object.fromEntries(cells) as Record<CashFlowRow, number>) }
  })
  const rate = rateOf(draft.rate)
  if (!rate.ok) issues.push({ year: null, column: 'rate', reason: rate.reason })
  const last = draft.firstYear + draft.years.length - 1
  if (!Number.isInteger(draft.firstYear) || draft.firstYear < 1990 || last > 2200)
    issues.push({ year: null, column: 'first-year', reason: 'out-of-range' })
  if (issues.length > 0 || !rate.ok) return { table: null, issues }
  const parsed = cashFlowTableShape.safeParse({ socialDiscountRate: rate.value, years })
  if (parsed.success) return { table: parsed.data, issues }
  return { table: null, issues: [{ year: null, column: 'first-year', reason: 'invalid' }] }
}

function rateOf(text: string): Result<number, 'required' | 'not-a-number' | 'out-of-range'> {
  const plain = text.trim().replace(/[%％]$/, '')
  if (plain === '') return fail('required')
  const percent = Number(plain)
  if (!Number.isFinite(percent)) return fail('not-a-number')
  const share = Number((percent / 100).toFixed(8))
  return share > 0 && share <= 0.3 ? ok(share) : fail('out-of-range')
}

/** Benefit less all costs of a year, in fen; null while a cell of it cannot be read. */
export function netOf(row: DraftYear): number | null {
  let net = 0
  for (const column of FLOW_ROWS) {
    const fen = fenOfWan(row[column])
    if (!fen.ok) return null
    net += column === 'benefit' ? fen.value : -fen.value
  }
  return net
}

/** Sum of a column in fen; null while a cell of it cannot be read. */
export function totalOf(draft: CashFlowDraft, column: CashFlowRow): number | null {
  let total = 0
  for (const row of draft.years) {
    const fen = fenOfWan(row[column])
    if (!fen.ok) return null
    total += fen.value
  }
  return total
}

export function emptyYears(count: number): DraftYear[] {
  return Array.from({ length: Math.min(count, MOST_YEARS) }, () => EMPTY)
}

export function withCell(
  draft: CashFlowDraft,
  year: number,
  column: CashFlowRow,
  text: string,
): CashFlowDraft {
  return { ...draft, years: draft.years.map((row, i) => (i === year ? { ...row, [column]: text } : row)) }
}

/** Copies a cell to all years below it. */
export function filledDown(draft: CashFlowDraft, year: number, column: CashFlowRow): CashFlowDraft {
  const text = draft.years[year]?.[column] ?? ''
  return { ...draft, years: draft.years.map((row, i) => (i > year ? { ...row, [column]: text } : row)) }
}

/**
 * Puts a table from the clipboard down with its upper left corner at a cell, adding years where it is longer. A row of
 * headings is dropped. A table whose first column holds years is put down whole: its first year becomes the draft's.
 */
export function withPasted(
  draft: CashFlowDraft,
  year: number,
  column: CashFlowRow,
  cells: readonly (readonly string[])[],
): CashFlowDraft {
  const body = isHeading(cells[0] ?? []) && cells.length > 1 ? cells.slice(1) : cells
  const dated = startsWithYears(body)
  const from = dated ? 0 : CASH_FLOW_ROWS.indexOf(column)
  const first = dated ? 0 : year
  const years = [...draft.years]
  body.forEach((line, i) => {
    const at = first + i
    if (at >= MOST_YEARS) return
    while (years.length <= at) years.push(EMPTY)
    const row: Record<CashFlowRow, string> = { ...years[at]! }
    ;(dated ? line.slice(1) : line).forEach((text, j) => {
      const target = CASH_FLOW_ROWS[from + j]
      if (target) row[target] = text
    })
    years[at] = row
  })
  return { ...draft, firstYear: dated ? Number(yearIn(body[0]?.[0])) : draft.firstYear, years }
}

const yearIn = (text: string | undefined) => /^(\d{4})年?$/.exec(text ?? '')?.[1]

function startsWithYears(cells: readonly (readonly string[])[]): boolean {
  const first = Number(yearIn(cells[0]?.[0]) ?? Number.NaN)
  return (
    cells.length > 1 &&
    first >= 1990 &&
    first <= 2200 &&
    cells.every((line, i) => line.length > 1 && Number(yearIn(line[0])) === first + i)
  )
}

function isHeading(line: readonly string[]): boolean {
  return (
    line.every((cell) => !/[\d０-９]/.test(cell)) &&
    line.some((cell) => cell !== '' && !/^[-–—]+$/.test(cell))
  )
}

export interface YearCost {
  readonly year: number
  /** In fen. */
  readonly fen: number
}

/**
 * Puts amounts into the mitigation row by year, nothing where there is none, and adds the years that the table lacks before
 * or after it. The draft is returned as it is where the years would be too many.
 */
export function withMitigation(draft: CashFlowDraft, costs: readonly YearCost[]): CashFlowDraft {
  const years = costs.map(({ year }) => year)
  const first = draft.years.length === 0 ? Math.min(...years) : Math.min(draft.firstYear, ...years)
  const last = Math.max(draft.firstYear + draft.years.length - 1, ...years)
  if (costs.length === 0 || last - first + 1 > MOST_YEARS) return draft
  const before = draft.years.length === 0 ? 0 : draft.firstYear - first
  const rows = [...emptyYears(before), ...draft.years]
  const filled = [...rows, ...emptyYears(last - first + 1 - rows.length)]
  return {
    ...draft,
    firstYear: first,
    years: filled.map((row, i) => ({
      ...row,
      mitigation: wanOfFen(costs.find(({ year }) => year === first + i)?.fen ?? 0),
    })),
  }
}
