/**
 * Is the answer independent of the group?
 *
 * A contingency table counts people by two properties: rows are villages, columns are attitudes. If the village made
 * no difference, each cell would hold (row total × column total / all) people. Pearson's X² adds up the squared
 * differences from that expectation, G is its likelihood counterpart, and both are compared with the chi-square curve
 * of (rows-1)(columns-1) degrees of freedom. The curve is an approximation that wants expected counts of about 5;
 * `smallestExpected` is reported so that the reader can see when Fisher's exact test is the better witness.
 * Cramér's V says how strong the association is, from 0 to 1, whatever the number of people.
 *
 * Counts are people asked independently. Weighted or clustered answers need the Rao–Scott test of the survey design.
 */
import { fail, ok, type Result } from '../../result.ts'
import { sum } from '../descriptive.ts'
import { chiSquareUpper } from '../distributions.ts'

export type ContingencyReason =
  /** fewer than two rows or columns */
  | 'too-few-categories'
  /** the rows differ in length; details.row says which */
  | 'ragged-table'
  /** a count is negative or not a number; details.row and details.column say which */
  | 'count-out-of-range'
  /** a row or column is empty, so its expectation is 0/0: leave it out first; details.row or details.column */
  | 'empty-margin'

export type Table = readonly (readonly number[])[]

export interface Margins {
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  readonly total: number
}

/** Row, column and grand totals of a table that is rectangular, at least 2 × 2, and has no empty margin. */
export function marginsOf(table: Table): Result<Margins, ContingencyReason> {
  const width = table[0]?.length ?? 0
  if (table.length < 2 || width < 2) return fail('too-few-categories', { rows: table.length, columns: width })
  for (const [row, counts] of table.entries()) {
    if (counts.length !== width) return fail('ragged-table', { row })
    const column = counts.findIndex((count) => !(count >= 0 && Number.isFinite(count)))
    if (column >= 0) return fail('count-out-of-range', { row, column })
  }
  const rows = table.map((counts) => sum(counts))
  const columns = table[0]!.map((_, column) => sum(table.map((counts) => counts[column]!)))
  const row = rows.indexOf(0)
  if (row >= 0) return fail('empty-margin', { row })
  const column = columns.indexOf(0)
  if (column >= 0) return fail('empty-margin', { column })
  return ok({ rows, columns, total: sum(rows) })
}

export interface IndependenceTest {
  /** Pearson's X², without correction. */
  readonly statistic: number
  readonly df: number
  readonly p: number
  readonly expected: readonly (readonly number[])[]
  readonly smallestExpected: number
  /** √(X²/(n·(min(rows, columns) - 1))), 0 … 1. */
  readonly cramersV: number
  /** Yates' continuity correction, for 2 × 2 tables only. */
  readonly yates: { readonly statistic: number; readonly p: number } | null
  /** Likelihood ratio 2Σ O·ln(O/E). */
  readonly likelihoodRatio: { readonly statistic: number; readonly p: number }
}

/**
 * Test of independence of rows and columns (Pearson 1900; Yates 1934, with the correction never larger than the
 * difference itself, as R does). Fails with a `ContingencyReason`.
 */
export function independenceTest(table: Table): Result<IndependenceTest, ContingencyReason> {
  const margins = marginsOf(table)
  if (!margins.ok) return margins
  const { rows, columns, total } = margins.value
  const expected = rows.map((row) => columns.map((column) => (row / total) * column))
  const cells = table.flatMap((counts, i) =>
    counts.map((observed, j) => ({ observed, expected: expected[i]![j]! })),
  )
  const df = (rows.length - 1) * (columns.length - 1)
  const statistic = pearsonStatistic(cells, 0)
  const ratio = likelihoodStatistic(cells)
  const fourfold = rows.length === 2 && columns.length === 2 ? pearsonStatistic(cells, 0.5) : null
  return ok({
    statistic,
    df,
    p: chiSquareUpper(statistic, df),
    expected,
    smallestExpected: Math.min(...cells.map((cell) => cell.expected)),
    cramersV: Math.min(1, Math.sqrt(statistic / total / (Math.min(rows.length, columns.length) - 1))),
    yates: fourfold === null ? null : { statistic: fourfold, p: chiSquareUpper(fourfold, df) },
    likelihoodRatio: { statistic: ratio, p: chiSquareUpper(ratio, df) },
  })
}

interface Cell {
  readonly observed: number
  readonly expected: number
}

function pearsonStatistic(cells: readonly Cell[], correction: number): number {
  return sum(
    cells.map(({ observed, expected }) => {
      const difference = Math.abs(observed - expected)
      return (difference - Math.min(correction, difference)) ** 2 / expected
    }),
  )
}

function likelihoodStatistic(cells: readonly Cell[]): number {
  const terms = cells.map(({ observed, expected }) =>
    observed === 0 ? 0 : observed * Math.log(observed / expected),
  )
  return Math.max(0, 2 * sum(terms))
}
