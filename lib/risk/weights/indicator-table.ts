/**
 * A table of alternatives (rows) by indicators (columns), as entropy weights and TOPSIS take it.
 *
 * A benefit indicator is better when larger (share compensated in time), a cost indicator when smaller (households moved).
 */
import { fail, ok, type Result } from '../../result.ts'
import type { Matrix } from './comparison-matrix.ts'

export type IndicatorKind = 'benefit' | 'cost'

export type TableReason =
  | 'empty'
  /** A row has another length than the first (details.row). */
  | 'not-rectangular'
  /** An entry is not a finite number (details.row, details.column). */
  | 'not-a-number'
  /** Not one kind for each column. */
  | 'wrong-number-of-kinds'

/** Whether a table is rectangular and finite, with one kind per column. Returns the number of columns. */
export function checkTable(table: Matrix, kinds: readonly IndicatorKind[]): Result<number, TableReason> {
  const columns = table[0]?.length ?? 0
  if (columns === 0) return fail('empty')
  for (const [row, values] of table.entries()) {
    if (values.length !== columns) return fail('not-rectangular', { row })
    const column = values.findIndex((value) => !Number.isFinite(value))
    if (column >= 0) return fail('not-a-number', { row, column })
  }
  return kinds.length === columns
    ? ok(columns)
    : fail('wrong-number-of-kinds', { kinds: kinds.length, columns })
}

/** One indicator over all alternatives. */
export function columnOf(table: Matrix, column: number): number[] {
  return table.map((row) => row[column] ?? Number.NaN)
}
