/**
 * Comparisons with gaps: an expert who cannot compare two factors should not have to.
 *
 * With n items, n - 1 comparisons that connect them all are enough for weights; more of them let contradictions show.
 * Three ways to do without the missing ones:
 * - Harker (1987): a missing entry becomes 0 and the diagonal 1 + (missing in the row); its principal eigenvector.
 * - Logarithmic least squares: the weights whose ratios fit the given comparisons best; solves the Laplacian of the graph
 *   of comparisons, and is 方根法 when nothing is missing.
 * - Completion: the missing values that make λmax smallest, i.e. contradict the given ones least (Bozóki, Fülöp & Rónyai
 *   2010). λmax is convex in the logarithms of the missing entries, and unique when the graph is connected.
 */
import { Matrix as MlMatrix, solve } from 'ml-matrix'
import { fail, ok, type Result } from '../../result.ts'
import {
  type ComparisonReason,
  fromUpperTriangle,
  isPositive,
  type Matrix,
  normalised,
  RECIPROCITY_TOLERANCE,
} from './comparison-matrix.ts'
import { principalEigenpair, transposed } from './principal-eigenvector.ts'

/** Null: not compared. */
export type IncompleteMatrix = readonly (readonly (number | null)[])[]

export type IncompleteReason =
  | ComparisonReason
  /** The comparisons fall into parts that nothing connects (details.item is out of reach of item 0). */
  | 'disconnected'

export interface IncompleteWeights {
  readonly harker: {
    readonly weights: readonly number[]
    readonly lambdaMax: number
    /** (λmax - n)/(n - 1), at least 0. */
    readonly ci: number
  }
  readonly leastSquares: readonly number[]
  readonly completion: {
    readonly lambdaMax: number
    /** Above the diagonal. */
    readonly values: readonly { readonly i: number; readonly j: number; readonly value: number }[]
  }
}

/** Weights from a matrix in which comparisons may be missing. */
export function incompleteWeights(matrix: IncompleteMatrix): Result<IncompleteWeights, IncompleteReason> {
  const known = knownComparisons(matrix)
  if (!known.ok) return known
  const { value: compared } = known
  const n = compared.length
  const unreached = unreachedItem(compared)
  if (unreached !== null) return fail('disconnected', { item: unreached })
  const leastSquares = logarithmicLeastSquares(compared)
  return ok({ harker: harker(compared, n), leastSquares, completion: completed(compared, leastSquares) })
}

/** Entries with both triangles filled from whichever side was given, the upper one first. */
function knownComparisons(matrix: IncompleteMatrix): Result<(number | null)[][], ComparisonReason> {
  const n = matrix.length
  if (n === 0) return fail('empty')
  const ragged = matrix.findIndex((row) => row.length !== n)
  if (ragged >= 0) return fail('non-square', { row: ragged })
  const compared = matrix.map((row) => row.map((): number | null => null))
  for (const [i, row] of matrix.entries()) {
    for (const [j, value] of row.entries()) {
      if (value !== null && !isPositive(value)) return fail('non-positive', { row: i, column: j })
    }
  }
  for (let i = 0; i < n; i++) {
    const own = matrix[i]?.[i] ?? 1
    if (Math.abs(own - 1) > RECIPROCITY_TOLERANCE) return fail('diagonal-not-one', { row: i })
    compared[i]![i] = 1
    for (let j = i + 1; j < n; j++) {
      const above = matrix[i]?.[j] ?? null
      const below = matrix[j]?.[i] ?? null
      if (above !== null && below !== null && Math.abs(above * below - 1) > RECIPROCITY_TOLERANCE) {
        return fail('non-reciprocal', { row: i, column: j })
      }
      const value = above ?? (below === null ? null : 1 / below)
      compared[i]![j] = value
      compared[j]![i] = value === null ? null : 1 / value
    }
  }
  return ok(compared)
}

type Compared = readonly (readonly (number | null)[])[]

/** The first item that no chain of comparisons connects with item 0. */
function unreachedItem(compared: Compared): number | null {
  const reached = new Set([0])
  for (const item of reached) {
    for (const [j, value] of (compared[item] ?? []).entries()) if (value !== null) reached.add(j)
  }
  const unreached = compared.findIndex((_, i) => !reached.has(i))
  return unreached < 0 ? null : unreached
}

function harker(compared: Compared, n: number): IncompleteWeights['harker'] {
  const rows = compared.map((row, i) =>
    row.map((value, j) =>
      i === j ? 1 + row.filter((candidate) => candidate === null).length : (value ?? 0),
    ),
  )
  const { lambdaMax, vector } = principalEigenpair(rows)
  return { weights: vector, lambdaMax, ci: n > 1 ? Math.max(0, (lambdaMax - n) / (n - 1)) : 0 }
}

/** min Σ (ln aᵢⱼ - ln wᵢ + ln wⱼ)² over the given pairs: Laplacian · ln w = row sums of ln a, with ln w₀ = 0. */
function logarithmicLeastSquares(compared: Compared): number[] {
  const n = compared.length
  if (n === 1) return [1]
  const laplacian = compared.map((row, i) =>
    row.map((value, j) =>
      i === j ? row.filter((candidate) => candidate !== null).length - 1 : value === null ? 0 : -1,
    ),
  )
  const right = compared.map((row) =>
    row.reduce<number>((sum, value) => sum + (value === null ? 0 : Math.log(value)), 0),
  )
  // Only ratios are determined: fixing the first weight makes the rest regular for a connected graph.
  const reduced = new MlMatrix(laplacian.slice(1).map((row) => row.slice(1)))
  const logs = solve(reduced, MlMatrix.columnVector(right.slice(1))).to1DArray()
  return normalised([1, ...logs.map(Math.exp)])
}

/** Sweeps over the missing entries; a handful is usual. */
const MOST_SWEEPS = 500

/** In ln aᵢⱼ; λmax is flat at its minimum and does not feel a hundred-millionth. */
const SMALLEST_STEP = 1e-8

/**
 * Cyclic coordinates. With right and left principal vectors x and y, ∂λ/∂ln aᵢⱼ is proportional to aᵢⱼyᵢxⱼ - yⱼxᵢ/aᵢⱼ,
 * which is zero at aᵢⱼ = √(xᵢyⱼ/(xⱼyᵢ)). Each step goes there, or half as far as often as it takes not to raise λmax.
 */
function completed(compared: Compared, weights: readonly number[]): IncompleteWeights['completion'] {
  const n = compared.length
  const missing = compared.flatMap((row, i) =>
    row.flatMap((value, j) => (i < j && value === null ? [{ i, j }] : [])),
  )
  const logs = compared.map((row, i) =>
    row.map((value, j) => Math.log(value ?? (weights[i] ?? 1) / (weights[j] ?? 1))),
  )
  const rows = (): Matrix => fromUpperTriangle(n, (i, j) => Math.exp(logs[i]?.[j] ?? 0)).rows
  let { lambdaMax, vector: right } = principalEigenpair(rows())
  let left = principalEigenpair(transposed(rows())).vector
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let moved = 0
    for (const { i, j } of missing) {
      const matrix = rows()
      right = principalEigenpair(matrix, right).vector
      left = principalEigenpair(transposed(matrix), left).vector
      const start = logs[i]![j]!
      const target = Math.log((right[i]! * left[j]!) / (right[j]! * left[i]!)) / 2
      for (let step = target - start; Math.abs(step) > SMALLEST_STEP; step /= 2) {
        logs[i]![j] = start + step
        const lambda = principalEigenpair(rows(), right).lambdaMax
        if (lambda <= lambdaMax * (1 + 1e-15)) {
          lambdaMax = Math.min(lambda, lambdaMax)
          moved = Math.max(moved, Math.abs(step))
          break
        }
        logs[i]![j] = start
      }
    }
    if (moved < SMALLEST_STEP) break
  }
  return {
    lambdaMax,
    values: missing.map(({ i, j }) => ({ i, j, value: Math.exp(logs[i]![j]!) })),
  }
}
