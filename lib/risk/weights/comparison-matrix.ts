/**
 * Pairwise comparisons: "how many times as important is this factor as that one?"
 *
 * In AHP (层次分析法) an expert compares n items two by two on Saaty's scale from 1 (equal) to 9 (extreme); the answers
 * fill a square matrix whose mirror entries are reciprocals, aⱼᵢ = 1/aᵢⱼ. Published matrices break this in every possible
 * way (a row missing, 0.5 against 3, a 2 on the diagonal), and any procedure yields weights from them all the same. So a
 * matrix is checked before it is used, and the lower triangle is rebuilt from the upper: a printed 0.333 is meant as 1/3.
 */
import { fail, ok, type Result } from '../../result.ts'

/** Rows of numbers. */
export type Matrix = readonly (readonly number[])[]

/** A matrix that has been checked: square, positive, ones on the diagonal, exactly reciprocal. */
export interface ComparisonMatrix {
  readonly n: number
  readonly rows: Matrix
  /** Comparisons beyond 1/9 … 9; the scale is a convention, so they are pointed out and used. */
  readonly outsideScale: readonly { readonly i: number; readonly j: number }[]
}

export type ComparisonReason =
  | 'empty'
  /** details.row */
  | 'non-square'
  /** An entry is not a positive, finite number (details.row, details.column). */
  | 'non-positive'
  | 'diagonal-not-one'
  /** |aᵢⱼ·aⱼᵢ - 1| > 5e-4 (details.row, details.column). */
  | 'non-reciprocal'

/** Allows for reciprocals printed with four digits; 0.33 for 1/3 is refused. */
export const RECIPROCITY_TOLERANCE = 5e-4

/** The end of Saaty's scale, with room for entries that were rounded or averaged. */
const SCALE_END = 9 * (1 + 1e-9)

/** Checks a full matrix of comparisons. Indices in details count from 0. */
export function comparisonMatrix(matrix: Matrix): Result<ComparisonMatrix, ComparisonReason> {
  const n = matrix.length
  if (n === 0) return fail('empty')
  const ragged = matrix.findIndex((row) => row.length !== n)
  if (ragged >= 0) return fail('non-square', { row: ragged })
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (!isPositive(entry(matrix, i, j))) return fail('non-positive', { row: i, column: j })
    }
  }
  for (let i = 0; i < n; i++) {
    if (Math.abs(entry(matrix, i, i) - 1) > RECIPROCITY_TOLERANCE) return fail('diagonal-not-one', { row: i })
    for (let j = i + 1; j < n; j++) {
      if (Math.abs(entry(matrix, i, j) * entry(matrix, j, i) - 1) > RECIPROCITY_TOLERANCE) {
        return fail('non-reciprocal', { row: i, column: j })
      }
    }
  }
  return ok(fromUpperTriangle(n, (i, j) => entry(matrix, i, j)))
}

/** A reciprocal matrix from its entries above the diagonal, which must be positive. */
export function fromUpperTriangle(n: number, above: (i: number, j: number) => number): ComparisonMatrix {
  const rows = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => (i === j ? 1 : i < j ? above(i, j) : 1 / above(j, i))),
  )
  const outsideScale = rows.flatMap((row, i) =>
    row.flatMap((value, j) => (i < j && (value > SCALE_END || value < 1 / SCALE_END) ? [{ i, j }] : [])),
  )
  return { n, rows, outsideScale }
}

/** A number above zero that is finite. */
export function isPositive(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && Number.isFinite(value)
}

/** An entry of a matrix whose size is known. */
export function entry(matrix: Matrix, i: number, j: number): number {
  const value = matrix[i]?.[j]
  if (value === undefined) throw new Error(`no entry at ${i}, ${j}`)
  return value
}

/** Values divided by their sum. */
export function normalised(values: readonly number[]): number[] {
  const sum = values.reduce((total, value) => total + value, 0)
  return values.map((value) => value / sum)
}
