/**
 * Weights entered directly.
 *
 * A weight says how much a factor counts in the composite index T = Σ W·R. Printed assessments show nine weights for
 * eight factors, and weights that add up to 0.94 or 1.04; T is then too low or too high by that much and still looks like
 * an index. Such weights are refused with their sum. They are never rescaled silently: whoever wrote them has to decide
 * which one is wrong.
 */
import { fail, ok, type Result } from '../../result.ts'

/** Weights may miss one by this much: three-decimal weights of 46 factors, each rounded, stay within it only by luck. */
export const WEIGHT_TOLERANCE = 1e-6

export type WeightsReason =
  | 'no-weights'
  /** More or fewer weights than items (details.weights, details.items). */
  | 'wrong-number-of-weights'
  /** A weight below 0 or above 1, or not a number (details.place). */
  | 'weight-out-of-range'
  /** Their sum differs from one (details.sum). */
  | 'weights-not-normalised'

/**
 * The sum of weights, if they are weights: as many as there are `items`, each in [0, 1], and Σ = 1 within 1e-6 (binary
 * fractions: ten times 0.1 is 0.9999999999999999).
 */
export function checkWeights(
  weights: readonly number[],
  items: number = weights.length,
): Result<number, WeightsReason> {
  if (weights.length !== items) {
    return fail('wrong-number-of-weights', { weights: weights.length, items })
  }
  if (weights.length === 0) return fail('no-weights')
  const wrong = weights.findIndex((weight) => !(weight >= 0 && weight <= 1))
  if (wrong >= 0) return fail('weight-out-of-range', { place: wrong, weight: String(weights[wrong]) })
  const sum = weights.reduce((total, weight) => total + weight, 0)
  if (Math.abs(sum - 1) > WEIGHT_TOLERANCE) return fail('weights-not-normalised', { sum })
  return ok(sum)
}
