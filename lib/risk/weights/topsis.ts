/**
 * TOPSIS: alternatives ordered by how close they are to the best of everything and how far from the worst.
 *
 * Columns are divided by their Euclidean length and multiplied by their weight; the ideal takes the best value of each
 * column, the anti-ideal the worst. With distances d⁺ to the ideal and d⁻ to the anti-ideal, closeness is d⁻/(d⁺ + d⁻)
 * (Hwang & Yoon 1981). It compares alternatives with each other: adding one may change the order of the rest.
 */
import { fail, ok, type Result } from '../../result.ts'
import { type Matrix, normalised } from './comparison-matrix.ts'
import { checkTable, columnOf, type IndicatorKind, type TableReason } from './indicator-table.ts'
import { ranking } from './ranking.ts'

export type TopsisReason =
  | TableReason
  | 'wrong-number-of-weights'
  /** A weight is negative or not a number, or all are 0. */
  | 'weights-not-positive'

export interface Topsis {
  /** Distance to the ideal. */
  readonly toIdeal: readonly number[]
  /** Distance to the anti-ideal. */
  readonly toAntiIdeal: readonly number[]
  /** In [0, 1]; null when all alternatives are the same, so that ideal and anti-ideal coincide. */
  readonly closeness: readonly (number | null)[]
  /** Indices of the alternatives, best first; ties keep their order. */
  readonly ranking: readonly number[]
}

/** Closeness of each row of a table to the ideal; weights are divided by their sum. */
export function topsis(
  table: Matrix,
  weights: readonly number[],
  kinds: readonly IndicatorKind[],
): Result<Topsis, TopsisReason> {
  const columns = checkTable(table, kinds)
  if (!columns.ok) return columns
  if (weights.length !== columns.value) {
    return fail('wrong-number-of-weights', { weights: weights.length, columns: columns.value })
  }
  if (!weights.every((weight) => weight >= 0 && Number.isFinite(weight)) || !weights.some((w) => w > 0)) {
    return fail('weights-not-positive')
  }
  const shares = normalised(weights)
  const scaled = kinds.map((_, j) => {
    const values = columnOf(table, j)
    const length = Math.hypot(...values)
    return values.map((value) => (length > 0 ? ((shares[j] ?? 0) * value) / length : 0))
  })
  const best = scaled.map((column, j) => (kinds[j] === 'benefit' ? Math.max(...column) : Math.min(...column)))
  const worst = scaled.map((column, j) =>
    kinds[j] === 'benefit' ? Math.min(...column) : Math.max(...column),
  )
  const distance = (row: number, target: readonly number[]) =>
    Math.hypot(...scaled.map((column, j) => (column[row] ?? 0) - (target[j] ?? 0)))
  const toIdeal = table.map((_, row) => distance(row, best))
  const toAntiIdeal = table.map((_, row) => distance(row, worst))
  const closeness = toIdeal.map((plus, row) => {
    const minus = toAntiIdeal[row] ?? 0
    return plus + minus > 0 ? minus / (plus + minus) : null
  })
  return ok({
    toIdeal,
    toAntiIdeal,
    closeness,
    ranking: ranking(closeness),
  })
}
