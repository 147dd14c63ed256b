/**
 * The fourfold table: two groups, one yes-or-no answer.
 *
 * When the totals are given, one corner decides the whole table. If both groups answer alike, the corner follows the
 * hypergeometric distribution; if the odds of the answer in the first group are ψ times those in the second, it
 * follows Fisher's noncentral one. The second allows a fairer question than "are the groups exactly equal?", namely
 * "do they differ by more than the factor one must expect anyway?".
 */
import { fail, ok, type Result } from '../../result.ts'

export interface FourfoldMargins {
  /** Members of the first group. */
  readonly row: number
  /** People of both groups who gave the answer. */
  readonly column: number
  /** People of both groups. */
  readonly total: number
}

/**
 * Relative probabilities of every possible corner count, from max(0, row + column - total) to min(row, column), the
 * most likely one being 1. They are built outwards from there by ratios, so no factorial overflows; what underflows
 * to 0 is beyond the range of doubles. Whole numbers in range are the caller's duty.
 */
export function cornerWeights(
  { row, column, total }: FourfoldMargins,
  oddsRatio = 1,
): { readonly first: number; readonly weights: Float64Array } {
  const first = Math.max(0, row + column - total)
  const last = Math.min(row, column)
  const ratioUp = (a: number) =>
    (oddsRatio * ((row - a) * (column - a))) / ((a + 1) * (total - row - column + a + 1))
  let mode = first
  for (let beyond = last; mode < beyond; ) {
    const middle = Math.floor((mode + beyond) / 2)
    if (ratioUp(middle) > 1) mode = middle + 1
    else beyond = middle
  }
  const weights = new Float64Array(last - first + 1)
  weights[mode - first] = 1
  for (let a = mode; a < last; a++) weights[a + 1 - first] = weights[a - first]! * ratioUp(a)
  for (let a = mode; a > first; a--) weights[a - 1 - first] = weights[a - first]! / ratioUp(a - 1)
  return { first, weights }
}

/** Sum that adds the smallest first, so that a tail of tiny probabilities is not lost beside a large one. */
export function ascendingSum(weights: Float64Array): number {
  let total = 0
  for (const weight of weights.toSorted()) total += weight
  return total
}

export type OddsRatioReason =
  /** a group has nobody, or counts are not whole numbers with 0 ≤ successes ≤ n */
  | 'count-out-of-range'
  /** the tolerated odds ratio is not a finite number ≥ 1 */
  | 'odds-ratio-out-of-range'

export interface OddsRatioTest {
  /** How likely so few in the first group would be if its odds were 1/tolerated of the second's. */
  readonly lowerP: number
  /** How likely so many in the first group would be if its odds were tolerated times the second's. */
  readonly upperP: number
  /** Twice the smaller of the two, at most 1. */
  readonly p: number
}

/**
 * Exact conditional test that the odds of two groups differ by no more than a tolerated factor in either direction
 * (Fisher 1935; noncentral form in Agresti 2002, §3.6). With `tolerated` = 1 it is Fisher's test with doubled tail.
 */
export function oddsRatioTest(
  first: { readonly successes: number; readonly n: number },
  second: { readonly successes: number; readonly n: number },
  tolerated: number,
): Result<OddsRatioTest, OddsRatioReason> {
  for (const { successes, n } of [first, second]) {
    const sound = Number.isSafeInteger(n) && n >= 1 && Number.isSafeInteger(successes)
    if (!(sound && successes >= 0 && successes <= n)) return fail('count-out-of-range', { successes, n })
  }
  if (!(tolerated >= 1 && Number.isFinite(tolerated))) return fail('odds-ratio-out-of-range', { tolerated })
  const margins = {
    row: first.n,
    column: first.successes + second.successes,
    total: first.n + second.n,
  }
  const below = cornerWeights(margins, 1 / tolerated)
  const above = cornerWeights(margins, tolerated)
  const at = first.successes - below.first
  const lowerP = ascendingSum(below.weights.subarray(0, at + 1)) / ascendingSum(below.weights)
  const upperP = ascendingSum(above.weights.subarray(at)) / ascendingSum(above.weights)
  return ok({ lowerP, upperP, p: Math.min(1, 2 * Math.min(lowerP, upperP)) })
}
