/**
 * Dividing a sample among strata.
 *
 * A matter touches several groups: the village to be moved, the village beside the road, the shopkeepers. When the
 * total number of interviews is fixed, they can be shared out by size (proportional), by size times spread (Neyman:
 * ask more where opinions differ more), or also by what an interview costs (optimal). A small group with great spread
 * can be given more interviews than it has members; then it is asked completely and the rest is shared among the
 * others. Real numbers of interviews are turned into whole ones by largest remainders, so that the total stays.
 */
import { square } from '../elementary.ts'
import { fail, ok, type Result } from '../result.ts'
import { sum } from './descriptive.ts'

export interface Stratum {
  /** Number of members N_h ≥ 1. */
  readonly size: number
  /** Standard deviation S_h ≥ 0 of the answer within the stratum. */
  readonly sd: number
  /** Cost of one interview, > 0; 1 by default. */
  readonly cost?: number
}

export type AllocationRule = 'proportional' | 'neyman' | 'optimal'

export type AllocationReason =
  /** no stratum was given */
  | 'no-strata'
  /** size, sd or cost of a stratum is out of range; details.index says which */
  | 'stratum-out-of-range'
  /** the sample is not positive, or larger than all strata together */
  | 'sample-out-of-range'
  /** every stratum has spread 0, so spread cannot divide the sample */
  | 'no-spread'

/**
 * n_h ∝ N_h (proportional), N_h·S_h (Neyman 1934) or N_h·S_h/√c_h (Cochran 1977, §5.5), as real numbers that add up
 * to n. Not capped: see `capAllocation`. Fails with `no-spread` where the rule needs spread and there is none.
 */
export function allocate(
  n: number,
  strata: readonly Stratum[],
  rule: AllocationRule,
): Result<number[], AllocationReason> {
  const refusal = refuse(n, strata)
  if (refusal) return refusal
  const shares = strata.map((stratum) => claim(stratum, rule))
  const all = sum(shares)
  if (all === 0) return fail('no-spread')
  return ok(shares.map((share) => (n * share) / all))
}

/**
 * The same, but no stratum receives more than its members: full strata are asked completely and the rest is divided
 * anew among the others, until nobody overflows. Where the remaining strata have no spread, size divides the rest.
 */
export function allocateCapped(
  n: number,
  strata: readonly Stratum[],
  rule: AllocationRule,
): Result<number[], AllocationReason> {
  const first = allocate(n, strata, rule)
  if (!first.ok) return first
  const result = first.value
  const full = new Set<number>()
  for (;;) {
    const over = result.flatMap((size, h) => (!full.has(h) && size > strata[h]!.size ? [h] : []))
    if (over.length === 0) return ok(result)
    for (const h of over) {
      full.add(h)
      result[h] = strata[h]!.size
    }
    const open = strata.flatMap((_, h) => (full.has(h) ? [] : [h]))
    const rest = n - sum([...full].map((h) => strata[h]!.size))
    let claims = open.map((h) => claim(strata[h]!, rule))
    if (sum(claims) === 0) claims = open.map((h) => strata[h]!.size)
    const all = sum(claims)
    for (const [k, h] of open.entries()) result[h] = Math.max(0, (rest * claims[k]!) / all)
  }
}

/**
 * Whole numbers with the same total (the nearest whole number to Σ quotas), by largest remainders: floors first, then
 * one more for the largest fractional parts, ties to the lower index. Remainders are compared after rounding to 1e-9,
 * so that 9.25 computed in two ways ties.
 */
export function roundToTotal(quotas: readonly number[]): number[] {
  const floors = quotas.map((quota) => Math.floor(quota + 1e-9))
  const missing = Math.round(sum(quotas)) - sum(floors)
  const order = quotas
    .map((quota, h) => ({ h, remainder: Math.round((quota - floors[h]!) * 1e9) }))
    .sort((a, b) => b.remainder - a.remainder || a.h - b.h)
  const raised = new Set(order.slice(0, missing).map(({ h }) => h))
  return floors.map((floor, h) => (raised.has(h) ? floor + 1 : floor))
}

/**
 * Variance of the stratified mean, Σ W_h²·S_h²/n_h·(1 - n_h/N_h) with W_h = N_h/N (Cochran 1977, §5.3).
 * Fails with `sample-out-of-range` (details.index) where a stratum with spread is not asked at all or over-asked.
 */
export function stratifiedVariance(
  strata: readonly Stratum[],
  sizes: readonly number[],
): Result<number, AllocationReason> {
  if (sizes.length !== strata.length) throw new RangeError('one sample size per stratum')
  const total = sum(strata.map((stratum) => stratum.size))
  const refusal = refuse(1, strata)
  if (refusal) return refusal
  const terms: number[] = []
  for (const [h, stratum] of strata.entries()) {
    const n = sizes[h]!
    if (!(n >= 0 && n <= stratum.size * (1 + 1e-12))) return fail('sample-out-of-range', { index: h })
    if (stratum.sd === 0) continue
    if (n === 0) return fail('sample-out-of-range', { index: h })
    const weight = stratum.size / total
    terms.push((square(weight * stratum.sd) / n) * Math.max(0, 1 - n / stratum.size))
  }
  return ok(sum(terms))
}

function claim({ size, sd, cost = 1 }: Stratum, rule: AllocationRule): number {
  if (rule === 'proportional') return size
  return rule === 'neyman' ? size * sd : (size * sd) / Math.sqrt(cost)
}

function refuse(n: number, strata: readonly Stratum[]) {
  if (strata.length === 0) return fail('no-strata')
  const index = strata.findIndex(
    ({ size, sd, cost = 1 }) =>
      !(size >= 1 && Number.isFinite(size) && sd >= 0 && Number.isFinite(sd) && cost > 0 && cost < Infinity),
  )
  if (index >= 0) return fail('stratum-out-of-range', { index })
  const members = sum(strata.map((stratum) => stratum.size))
  return n > 0 && n <= members ? null : fail('sample-out-of-range', { n, members })
}
