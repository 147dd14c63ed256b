/**
 * How many people must be asked?
 *
 * The answer follows from four decisions: how wide the interval may be (the margin, ±5 points), how sure one wants to
 * be (confidence 95 %), how divided opinion is expected to be (share 0.5 is the worst case), and how many people there
 * are at all. In a village of 50 nearly everybody must be asked; in a city of a million hardly more than in a town.
 * Two corrections follow: people of one household or village resemble each other, so a clustered sample is worth fewer
 * independent answers (design effect); and not everyone invited answers (response rate).
 *
 * Sizes are computed as real numbers and rounded up at the very end, after subtracting one part in 1e9: in doubles
 * 4·0.2·0.8/0.04² is 400.00000000000006, and one superfluous household in every table is a visible mistake.
 */
import { fail, ok, type Result } from '../result.ts'
import { sum } from './descriptive.ts'
import { normalCritical, normalQuantile } from './distributions.ts'

export type SampleSizeReason =
  /** confidence, significance level or power is not strictly between 0 and 1, or z is not positive */
  | 'confidence-out-of-range'
  /** an expected share is outside [0, 1] */
  | 'share-out-of-range'
  /** the margin is not positive and finite */
  | 'margin-out-of-range'
  /** the population is not a whole number ≥ 1 */
  | 'population-out-of-range'
  /** the sample is not a whole number ≥ 1, or larger than the population */
  | 'sample-out-of-range'
  /** the standard deviation is negative or not finite */
  | 'spread-out-of-range'
  /** the design effect is not positive and finite */
  | 'design-effect-out-of-range'
  /** the response rate is not in (0, 1] */
  | 'response-rate-out-of-range'
  /** the two shares are equal: no sample detects a difference of nothing */
  | 'no-difference'
  /** a cluster size below 1, an intra-cluster correlation outside [-1, 1], or a negative coefficient of variation */
  | 'cluster-out-of-range'
  /** a weight is negative or not a number; details.index says which */
  | 'weight-out-of-range'
  /** no weight is positive */
  | 'no-weight'

/** How sure: a confidence such as 0.95, or the z itself where a standard prints "z = 1.96" or "2". */
export type Certainty = { readonly confidence: number } | { readonly z: number }

/** The smallest whole number not below x, forgiving a rounding error of one part in 1e9. */
export function ceilSize(x: number): number {
  return Math.ceil(x * (1 - 1e-9))
}

export interface ProportionSizeRequest {
  readonly certainty: Certainty
  /** Expected share in [0, 1]; 0.5 when nothing is known. */
  readonly share: number
  /** Half-width of the interval, as a share: 0.05 is ±5 points. */
  readonly margin: number
  /** Number of people in the group; null when it is practically unlimited. */
  readonly population?: number | null
  /** Variance of the real design over that of a simple random sample; 1 by default. */
  readonly designEffect?: number
  /** Share of the invited who will answer, in (0, 1]; 1 by default. */
  readonly responseRate?: number
}

export interface ProportionSize {
  /** z²·p(1-p)/d², unlimited population, simple random sample. */
  readonly unlimited: number
  /** With finite population correction n0/(1 + (n0 - 1)/N). */
  readonly finite: number
  /** Design effect first, then the correction: n cannot exceed N. The stricter theory, and the smaller number. */
  readonly designBeforeCorrection: number
  /** Correction first, then the design effect: the common handbook order, never smaller. */
  readonly designAfterCorrection: number
  /** `finite`, rounded up. */
  readonly required: number
  /** Invitations for the two orders: divided by the response rate, then rounded up. */
  readonly invitedBeforeCorrection: number
  readonly invitedAfterCorrection: number
}

/** Sample for a share (Cochran 1977, Sampling Techniques, §4.4; Kish 1965 for the design effect). */
export function sampleSizeForProportion(
  request: ProportionSizeRequest,
): Result<ProportionSize, SampleSizeReason> {
  const { share, margin, population = null, designEffect = 1, responseRate = 1 } = request
  const z = criticalValue(request.certainty)
  if (!z.ok) return z
  const refusal = refuse({ share, margin, population })
  if (refusal) return refusal
  if (!isPositive(designEffect)) return fail('design-effect-out-of-range', { designEffect })
  if (!(responseRate > 0 && responseRate <= 1)) return fail('response-rate-out-of-range', { responseRate })
  const unlimited = z.value ** 2 * share * (1 - share) * (1 / margin) ** 2
  const finite = corrected(unlimited, population)
  const designBeforeCorrection = corrected(unlimited * designEffect, population)
  const designAfterCorrection = finite * designEffect
  return ok({
    unlimited,
    finite,
    designBeforeCorrection,
    designAfterCorrection,
    required: ceilSize(finite),
    invitedBeforeCorrection: ceilSize(designBeforeCorrection / responseRate),
    invitedAfterCorrection: ceilSize(designAfterCorrection / responseRate),
  })
}

export interface MeanSize {
  readonly unlimited: number
  readonly finite: number
  readonly required: number
}

/**
 * Sample for a mean: n0 = (z·S/d)², n = n0/(1 + n0/N) with S² of divisor N - 1 (Cochran 1977, §4.6). The correction
 * differs from that for a share by the 1 of n0 - 1, because p(1-p) is a variance of divisor N.
 */
export function sampleSizeForMean(request: {
  readonly certainty: Certainty
  readonly sd: number
  readonly margin: number
  readonly population?: number | null
}): Result<MeanSize, SampleSizeReason> {
  const { sd, margin, population = null } = request
  const z = criticalValue(request.certainty)
  if (!z.ok) return z
  const refusal = refuse({ margin, population })
  if (refusal) return refusal
  if (!(sd >= 0 && Number.isFinite(sd))) return fail('spread-out-of-range', { sd })
  const unlimited = ((z.value * sd) / margin) ** 2
  const finite = population === null ? unlimited : unlimited / (1 + unlimited / population)
  return ok({ unlimited, finite, required: ceilSize(finite) })
}

/**
 * Half-width of the normal interval for a share found by n of N: z·√(p(1-p)/n · (N-n)/(N-1)). A census (n = N) has
 * margin 0. It is the inverse of `sampleSizeForProportion(…).finite`.
 */
export function marginOfError(request: {
  readonly certainty: Certainty
  readonly share: number
  readonly n: number
  readonly population?: number | null
}): Result<number, SampleSizeReason> {
  const { share, n, population = null } = request
  const z = criticalValue(request.certainty)
  if (!z.ok) return z
  const refusal = refuse({ share, population })
  if (refusal) return refusal
  if (!(n >= 1 && Number.isFinite(n) && (population === null || n <= population))) {
    return fail('sample-out-of-range', { n })
  }
  if (n === population) return ok(0)
  const correction = population === null ? 1 : (population - n) / (population - 1)
  return ok(z.value * Math.sqrt(((share * (1 - share)) / n) * correction))
}

/**
 * The table of Krejcie & Morgan (1970), Educational and Psychological Measurement 30:607–610:
 * S = X²·N·P(1-P) / (d²(N-1) + X²·P(1-P)) with X² = 3.841, P = 0.5, d = 0.05.
 * The printed table is rounded to the *nearest* whole number; `ceiling` is what the margin really demands.
 */
export function krejcieMorgan(request: {
  readonly population: number
  readonly chiSquare?: number
  readonly share?: number
  readonly margin?: number
}): Result<{ exact: number; rounded: number; ceiling: number }, SampleSizeReason> {
  const { population, chiSquare = 3.841, share = 0.5, margin = 0.05 } = request
  const refusal = refuse({ share, margin, population })
  if (refusal) return refusal
  if (!isPositive(chiSquare)) return fail('confidence-out-of-range', { chiSquare })
  const spread = chiSquare * share * (1 - share)
  const exact = (spread * population) / (margin ** 2 * (population - 1) + spread)
  return ok({ exact, rounded: Math.round(exact), ceiling: ceilSize(exact) })
}

/** Yamane's rule n = N/(1 + N·e²) (Yamane 1967): a share of 0.5 at z = 2, with a rough correction. */
export function yamane(
  population: number,
  margin: number,
): Result<{ exact: number; required: number }, SampleSizeReason> {
  const refusal = refuse({ margin, population })
  if (refusal) return refusal
  const exact = population / (1 + population * margin ** 2)
  return ok({ exact, required: ceilSize(exact) })
}

/**
 * Persons per group needed to tell two shares apart with the given power, two-sided at level alpha:
 * n = (z_{α/2}·√(2p̄q̄) + z_β·√(p₁q₁ + p₂q₂))² / (p₁ - p₂)²; the continuity-corrected size is
 * n/4·(1 + √(1 + 4/(n·|p₁ - p₂|)))² (Fleiss, Levin & Paik 2003, §4.1). `required` rounds the uncorrected one up.
 */
export function sampleSizeForTwoProportions(request: {
  readonly shares: readonly [number, number]
  readonly alpha: number
  readonly power: number
}): Result<{ perGroup: number; perGroupContinuity: number; required: number }, SampleSizeReason> {
  const {
    shares: [p1, p2],
    alpha,
    power,
  } = request
  const refusal = refuse({ share: p1 }) ?? refuse({ share: p2 })
  if (refusal) return refusal
  if (p1 === p2) return fail('no-difference', { share: p1 })
  if (!(alpha > 0 && alpha < 1)) return fail('confidence-out-of-range', { alpha })
  if (!(power > 0 && power < 1)) return fail('confidence-out-of-range', { power })
  const pooled = (p1 + p2) / 2
  const gap = Math.abs(p1 - p2)
  const atNull = -normalQuantile(alpha / 2) * Math.sqrt(2 * pooled * (1 - pooled))
  const atAlternative = normalQuantile(power) * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2))
  // A power below the level itself is reached by no sample at all; the square would turn it into a positive size.
  const perGroup = (Math.max(0, atNull + atAlternative) / gap) ** 2
  const perGroupContinuity =
    perGroup === 0 ? 0 : (perGroup / 4) * (1 + Math.sqrt(1 + 4 / (perGroup * gap))) ** 2
  return ok({ perGroup, perGroupContinuity, required: ceilSize(perGroup) })
}

/**
 * Design effect of asking whole clusters: 1 + (m - 1)·ρ; with clusters of unequal size of coefficient of variation cv
 * 1 + (m(1 + cv²) - 1)·ρ (Kish 1965; Eldridge, Ashby & Kerry 2006). `size` m is the mean number asked per cluster.
 */
export function clusterDesignEffect(request: {
  readonly size: number
  readonly correlation: number
  readonly sizeCv?: number | null
}): Result<number, SampleSizeReason> {
  const { size, correlation } = request
  const sizeCv = request.sizeCv ?? 0
  const sound =
    size >= 1 && Number.isFinite(size) && Math.abs(correlation) <= 1 && sizeCv >= 0 && Number.isFinite(sizeCv)
  if (!sound) return fail('cluster-out-of-range', { size, correlation, sizeCv })
  const effect = 1 + (size * (1 + sizeCv ** 2) - 1) * correlation
  return effect > 0 ? ok(effect) : fail('cluster-out-of-range', { size, correlation, sizeCv })
}

/**
 * What unequal weights cost: deff_w = n·Σw²/(Σw)² and n_eff = n/deff_w, over the positive weights (Kish 1965, §11.7).
 * Weights of zero are people outside the estimate and do not count. Lies between 1 and n.
 */
export function kishEffectiveSize(
  weights: readonly number[],
): Result<{ designEffect: number; effectiveSize: number }, SampleSizeReason> {
  const index = weights.findIndex((weight) => !(weight >= 0 && Number.isFinite(weight)))
  if (index >= 0) return fail('weight-out-of-range', { index })
  const largest = weights.reduce((top, weight) => Math.max(top, weight), 0)
  if (largest === 0) return fail('no-weight')
  const relative = weights.filter((weight) => weight > 0).map((weight) => weight / largest)
  const effectiveSize = sum(relative) ** 2 / sum(relative.map((weight) => weight ** 2))
  return ok({ designEffect: relative.length / effectiveSize, effectiveSize })
}

function isPositive(value: number): boolean {
  return value > 0 && Number.isFinite(value)
}

function criticalValue(certainty: Certainty): Result<number, 'confidence-out-of-range'> {
  if ('z' in certainty) {
    return isPositive(certainty.z) ? ok(certainty.z) : fail('confidence-out-of-range', { z: certainty.z })
  }
  const { confidence } = certainty
  if (!(confidence > 0 && confidence < 1)) return fail('confidence-out-of-range', { confidence })
  return ok(normalCritical(confidence))
}

/** n0/(1 + (n0 - 1)/N); nothing to ask stays nothing, where the formula for N = 1 would divide by zero. */
function corrected(unlimited: number, population: number | null): number {
  return population === null || unlimited === 0 ? unlimited : unlimited / (1 + (unlimited - 1) / population)
}

function refuse(given: { share?: number; margin?: number; population?: number | null }) {
  const { share, margin, population } = given
  if (share !== undefined && !(share >= 0 && share <= 1)) return fail('share-out-of-range', { share })
  if (margin !== undefined && !isPositive(margin)) return fail('margin-out-of-range', { margin })
  if (population !== undefined && population !== null && !(Number.isInteger(population) && population >= 1)) {
    return fail('population-out-of-range', { population })
  }
  return null
}
