/**
 * The principal eigenvector of a non-negative matrix: λmax and the vector whose proportions the matrix keeps.
 *
 * For a perfectly consistent matrix of comparisons it is the vector of weights itself and λmax equals n; inconsistency
 * only ever raises λmax.
 */
import { EigenvalueDecomposition, Matrix as MlMatrix } from 'ml-matrix'
import { type Matrix, normalised } from './comparison-matrix.ts'

export interface PrincipalEigenpair {
  readonly lambdaMax: number
  /** Sums to one. */
  readonly vector: readonly number[]
}

/** Power steps before another way is tried; each contracts the error by |λ₂|/λmax. */
const POWER_STEPS = 200

/**
 * λmax and its eigenvector, for square matrices with non-negative entries, a positive diagonal and a connected pattern
 * (then λmax is simple and the vector positive: Perron–Frobenius). Found by QR and polished by power steps, which take
 * the last digits of rounding out. With a `guess` near the answer the power steps alone are tried first.
 */
export function principalEigenpair(rows: Matrix, guess?: readonly number[]): PrincipalEigenpair {
  const near = guess && powerSteps(rows, guess)
  const { vector } = near?.settled ? near : powerSteps(rows, decomposed(rows))
  const lambdaMax = times(rows, vector).reduce((sum, value) => sum + value, 0)
  return { lambdaMax, vector }
}

function powerSteps(rows: Matrix, start: readonly number[]): { vector: number[]; settled: boolean } {
  let vector = normalised(start)
  for (let step = 0; step < POWER_STEPS; step++) {
    const next = normalised(times(rows, vector))
    const moved = Math.max(...next.map((value, i) => Math.abs(value / (vector[i] ?? value) - 1)))
    vector = next
    if (moved < 1e-15) return { vector, settled: true }
  }
  return { vector, settled: false }
}

function decomposed(rows: Matrix): number[] {
  const decomposition = new EigenvalueDecomposition(new MlMatrix(rows.map((row) => [...row])))
  const { realEigenvalues, imaginaryEigenvalues } = decomposition
  // λmax is real; a complex pair can have a larger real part only by rounding.
  const largest = realEigenvalues.reduce(
    (best, value, i) =>
      Math.abs(imaginaryEigenvalues[i] ?? 0) < 1e-9 * Math.max(1, Math.abs(value)) &&
      (best < 0 || value > (realEigenvalues[best] ?? value))
        ? i
        : best,
    -1,
  )
  const guess = decomposition.eigenvectorMatrix.getColumn(largest).map(Math.abs)
  // Where the decomposition gives nothing usable, power iteration from equal weights arrives too, only later.
  return guess.every((value) => value > 0 && Number.isFinite(value)) ? guess : rows.map(() => 1)
}

/** Matrix · vector. */
export function times(rows: Matrix, vector: readonly number[]): number[] {
  return rows.map((row) => row.reduce((sum, value, j) => sum + value * (vector[j] ?? 0), 0))
}

/** Rows as columns, of a square matrix. */
export function transposed(rows: Matrix): Matrix {
  return rows.map((_, i) => rows.map((row) => row[i] ?? 0))
}
