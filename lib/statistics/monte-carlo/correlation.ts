/**
 * Correlation matrices: which are possible, their roots, and the nearest possible one.
 *
 * Three experts' guesses of pairwise correlations can contradict one another; such a matrix has a negative eigenvalue and no
 * set of quantities has it. It is refused with that eigenvalue. A matrix of deficient rank (two quantities that always
 * move together) is possible and accepted. Source: Higham (2002), IMA J. Numer. Anal. 22, 329–343.
 */
import { EigenvalueDecomposition, Matrix } from 'ml-matrix'
import { asin, sin, square } from '../../elementary.ts'
import { fail, ok, type Result } from '../../result.ts'

export type CorrelationRefusal =
  | 'not-square'
  | 'not-a-number'
  | 'not-symmetric'
  | 'diagonal-not-one'
  | 'correlation-out-of-range'
  | 'not-psd'

/** Eigenvalues above this are rounding noise of a matrix of deficient rank. */
const SEMIDEFINITE = -1e-10

function shapeRefusal(matrix: readonly (readonly number[])[]): CorrelationRefusal | null {
  const n = matrix.length
  if (n === 0 || matrix.some((row) => row.length !== n)) return 'not-square'
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const value = matrix[i]![j]!
      if (!Number.isFinite(value)) return 'not-a-number'
      if (Math.abs(value - matrix[j]![i]!) > 1e-12) return 'not-symmetric'
    }
    if (Math.abs(matrix[i]![i]! - 1) > 1e-12) return 'diagonal-not-one'
  }
  return matrix.some((row) => row.some((value) => Math.abs(value) > 1)) ? 'correlation-out-of-range' : null
}

export interface CorrelationRoot {
  /** Lower triangle L with L·Lᵀ = matrix. */
  readonly cholesky: readonly (readonly number[])[]
  readonly minEigenvalue: number
}

/** The Cholesky root of a correlation matrix; for 'not-psd' `details.minEigenvalue` says how far it is from possible. */
export function correlationRoot(
  matrix: readonly (readonly number[])[],
): Result<CorrelationRoot, CorrelationRefusal> {
  const wrong = shapeRefusal(matrix)
  if (wrong) return fail(wrong)
  const n = matrix.length
  const eigenvalues = new EigenvalueDecomposition(new Matrix(matrix.map((row) => [...row])), {
    assumeSymmetric: true,
  }).realEigenvalues
  const minEigenvalue = Math.min(...eigenvalues)
  if (minEigenvalue < SEMIDEFINITE) return fail('not-psd', { minEigenvalue })
  const root = Array.from({ length: n }, () => new Array<number>(n).fill(0))
  for (let j = 0; j < n; j++) {
    let rest = matrix[j]![j]!
    for (let k = 0; k < j; k++) rest -= square(root[j]![k]!)
    // A vanishing pivot: this quantity is a combination of the earlier ones and adds no randomness of its own.
    const pivot = rest > 1e-12 ? Math.sqrt(rest) : 0
    root[j]![j] = pivot
    for (let i = j + 1; i < n && pivot > 0; i++) {
      let value = matrix[i]![j]!
      for (let k = 0; k < j; k++) value -= root[i]![k]! * root[j]![k]!
      root[i]![j] = value / pivot
    }
  }
  return ok({ cholesky: root, minEigenvalue })
}

/** The correlation matrix nearest in the Frobenius norm (Higham's alternating projections with Dykstra's correction). */
export function nearestCorrelation(
  matrix: readonly (readonly number[])[],
): Result<{ nearest: number[][]; distance: number }, CorrelationRefusal> {
  const wrong = shapeRefusal(matrix)
  if (wrong) return fail(wrong)
  const n = matrix.length
  const original = new Matrix(matrix.map((row) => [...row]))
  let y = original.clone()
  let correction = Matrix.zeros(n, n)
  for (let step = 0; step < 10_000; step++) {
    const r = Matrix.sub(y, correction)
    const { eigenvectorMatrix: v, realEigenvalues } = new EigenvalueDecomposition(r, {
      assumeSymmetric: true,
    })
    const positive = Matrix.diag(realEigenvalues.map((value) => Math.max(0, value)))
    const x = v.mmul(positive).mmul(v.transpose())
    correction = Matrix.sub(x, r)
    const next = x.clone()
    for (let i = 0; i < n; i++) next.set(i, i, 1)
    const moved = Matrix.sub(next, y).norm('frobenius')
    y = next
    if (moved < 1e-13) break
  }
  return ok({ nearest: y.to2DArray(), distance: Matrix.sub(y, original).norm('frobenius') })
}

function requireCorrelation(rho: number): void {
  if (!(rho >= -1 && rho <= 1)) throw new RangeError(`a correlation lies in [-1, 1], got ${rho}`)
}

/**
 * Pearson correlation of the underlying normals that gives a Spearman correlation of the values: 2·sin(π·ρₛ/6).
 * @throws RangeError, as its two neighbours, for what is no correlation: the sine would fold it back into the range.
 */
export function normalFromSpearman(spearman: number): number {
  requireCorrelation(spearman)
  return 2 * sin((Math.PI * spearman) / 6)
}

/** Spearman correlation of the values under a Gaussian copula: (6/π)·asin(ρ/2). */
export function spearmanFromNormal(rho: number): number {
  requireCorrelation(rho)
  return (6 / Math.PI) * asin(rho / 2)
}

/**
 * The root for rank correlations, as experts are asked for them: each is turned into that of the normal scores first.
 * A matrix that is possible for ranks may not be so for scores (`not-psd`); `scores` is what the copula functions take.
 */
export function rankCorrelationRoot(
  ranks: readonly (readonly number[])[],
): Result<CorrelationRoot & { readonly scores: readonly (readonly number[])[] }, CorrelationRefusal> {
  const wrong = shapeRefusal(ranks)
  if (wrong) return fail(wrong)
  const scores = ranks.map((row, i) => row.map((rho, j) => (i === j ? 1 : normalFromSpearman(rho))))
  const root = correlationRoot(scores)
  return root.ok ? ok({ ...root.value, scores }) : root
}

/** Kendall's τ under a Gaussian copula: (2/π)·asin(ρ). */
export function kendallFromNormal(rho: number): number {
  requireCorrelation(rho)
  return (2 / Math.PI) * asin(rho)
}
