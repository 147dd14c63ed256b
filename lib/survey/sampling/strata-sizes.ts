/** How large a sample of several groups must be for a margin over all of them, and what margin a given one has. */
import { fail, ok, type Result } from '../../result.ts'
import { normalCritical } from '../../statistics/distributions.ts'
import { allocateCapped, roundToTotal, stratifiedVariance } from '../../statistics/sample-allocation.ts'
import type { Allocation } from './plan.ts'

export interface SizedStratum {
  /** Households or persons, ≥ 1. */
  readonly size: number
  /** Expected share, strictly between 0 and 1. */
  readonly share: number
}

export interface Precision {
  readonly confidence: number
  readonly designEffect: number
}

/** S² with divisor N - 1, so that the variance of a share is p(1-p)/n·(N-n)/(N-1); 0 for a group of one. */
const spread = ({ size, share }: SizedStratum) =>
  size > 1 ? Math.sqrt((share * (1 - share) * size) / (size - 1)) : 0

/**
 * z·√(deff·Σ W²·S²/n·(1 - n/N)): the half-width of the interval of the stratified share. Null where a group that has
 * people is asked nobody: then no margin covers it.
 */
export function overallMargin(
  strata: readonly SizedStratum[],
  sizes: readonly number[],
  { confidence, designEffect }: Precision,
): number | null {
  if (strata.length === 0 || sizes.some((n) => n < 1)) return null
  const variance = stratifiedVariance(
    strata.map((stratum) => ({ size: stratum.size, sd: spread(stratum) })),
    sizes,
  )
  return variance.ok ? normalCritical(confidence) * Math.sqrt(designEffect * variance.value) : null
}

/** The given total among the groups in whole numbers; none gets fewer than `fewest` or more than it has members. */
export function allocateSample(
  total: number,
  strata: readonly SizedStratum[],
  rule: Allocation,
  fewest: number,
): number[] {
  const members = strata.reduce((sum, { size }) => sum + size, 0)
  const claims = strata.map((stratum) => ({
    size: stratum.size,
    sd: rule === 'equal' ? 1 / stratum.size : spread(stratum),
  }))
  const whole = claims.some(({ sd }) => sd > 0) && rule !== 'proportional' ? 'neyman' : 'proportional'
  const quotas = allocateCapped(Math.min(Math.max(total, 1), members), claims, whole)
  if (!quotas.ok) throw new Error(`strata of a frame can be allocated: ${quotas.reason}`)
  return roundToTotal(quotas.value).map((n, h) => {
    const size = strata[h]?.size ?? 0
    return Math.min(size, Math.max(n, Math.min(fewest, size)))
  })
}

/**
 * The smallest allocated sample whose margin over all groups is at most `margin`; everybody when none is.
 * Fails with `nobody-to-ask` for an empty frame.
 */
export function sizesForMargin(
  margin: number,
  strata: readonly SizedStratum[],
  rule: Allocation,
  precision: Precision,
  fewest: number,
): Result<number[], 'nobody-to-ask'> {
  const members = strata.reduce((sum, { size }) => sum + size, 0)
  if (members === 0) return fail('nobody-to-ask')
  const sizesOf = (total: number) => allocateSample(total, strata, rule, fewest)
  const holds = (total: number) => {
    const reached = overallMargin(strata, sizesOf(total), precision)
    return reached !== null && reached <= margin * (1 + 1e-9)
  }
  let [below, enough] = [0, members]
  while (enough - below > 1) {
    const middle = Math.floor((below + enough) / 2)
    if (holds(middle)) enough = middle
    else below = middle
  }
  return ok(sizesOf(enough))
}
