/**
 * Monte-Carlo simulation: how a result spreads when its inputs are uncertain.
 *
 * Each draw takes every uncertain quantity from its distribution, correlated through a Gaussian copula where stated, and
 * evaluates the result. Means and variances of sums are exact and are not simulated; quantiles and probabilities are.
 * The seed is part of the result, so anybody can draw the same numbers again.
 */
import { normalCdf, normalQuantile } from '../distributions.ts'
import type { Distribution } from './distribution.ts'
import { createRandom } from './random.ts'

export interface SimulationPlan {
  readonly draws: number
  readonly seed: number
  /** Cholesky root of the correlation of the normal scores; absent: independent. */
  readonly root?: readonly (readonly number[])[]
}

/** Probabilities closer to 0 or 1 than this have no finite quantile in doubles. */
const CLAMP = 1e-15

/**
 * Draws `plan.draws` vectors of the quantities and calls `evaluate` with each; the array passed is reused.
 * @returns the values of `evaluate`, unsorted.
 */
export function simulate(
  quantities: readonly Distribution[],
  evaluate: (draw: Float64Array) => number,
  plan: SimulationPlan,
): Float64Array {
  const random = createRandom(plan.seed)
  const n = quantities.length
  const draw = new Float64Array(n)
  const scores = new Float64Array(n)
  const results = new Float64Array(plan.draws)
  for (let k = 0; k < plan.draws; k++) {
    if (plan.root) {
      for (let i = 0; i < n; i++) scores[i] = normalQuantile(random())
      for (let i = 0; i < n; i++) {
        let score = 0
        const row = plan.root[i]!
        for (let j = 0; j <= i; j++) score += row[j]! * scores[j]!
        draw[i] = quantities[i]!.quantile(Math.min(1 - CLAMP, Math.max(CLAMP, normalCdf(score))))
      }
    } else {
      for (let i = 0; i < n; i++) draw[i] = quantities[i]!.quantile(random())
    }
    results[k] = evaluate(draw)
  }
  return results
}

/** Quantile of sorted values, type 7 (linear interpolation of order statistics at (n − 1)·p). */
export function sortedQuantile(sorted: Float64Array, p: number): number {
  const at = (sorted.length - 1) * p
  const low = Math.floor(at)
  const high = Math.min(low + 1, sorted.length - 1)
  return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!)
}

/** Share of values below a limit. */
export function shareBelow(values: Float64Array, limit: number): number {
  let below = 0
  for (const value of values) if (value < limit) below += 1
  return below / values.length
}
