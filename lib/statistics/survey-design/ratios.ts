/**
 * A ratio of two totals: compensation per square metre, residents per household.
 *
 * The ratio of the totals is not the mean of the ratios: it weighs large households as large. Both totals are random and
 * usually rise and fall together, which the influence (y - r·x)/Σ w·x takes into account.
 *
 * Source: Cochran (1977), ch. 6; Särndal, Swensson & Wretman (1992), §5.6.
 */
import { fail, ok, type Result } from '../../result.ts'
import type { SurveyDesign } from './design.ts'
import { designEffects } from './design-effect.ts'
import {
  type Answers,
  type EstimationOptions,
  influenceOf,
  type SelectionReason,
  selectRows,
  weightedSum,
} from './domain-rows.ts'
import { type Estimate, type Interval, withIntervals } from './interval.ts'
import { linearisedVariance } from './linearised-variance.ts'
import { largest } from './means-and-totals.ts'

export interface RatioEstimate extends Estimate {
  /** Design effect against a simple random sample without replacement; null if that has no variance. */
  readonly deff: number | null
  readonly n: number
  readonly weightSum: number
  readonly dfDomain: number
  readonly intervalDomain: Interval | null
}

/**
 * r = Σ w·y / Σ w·x of `numerator` y and `denominator` x over the rows where both are present.
 * Fails with `zero-denominator` (also for an empty domain), `lonely-psu`, or a `SelectionReason`.
 */
export function estimateRatio(
  design: SurveyDesign,
  numerator: Answers,
  denominator: Answers,
  options: EstimationOptions = {},
): Result<RatioEstimate, SelectionReason | 'lonely-psu' | 'zero-denominator'> {
  const selected = selectRows(design, [numerator, denominator], options)
  if (!selected.ok) return selected
  const selection = selected.value
  const base = weightedSum(design, selection, (row) => denominator[row]!)
  if (base === 0) return fail('zero-denominator')
  const ratio = weightedSum(design, selection, (row) => numerator[row]!) / base
  const influence = influenceOf(selection, (row) => (numerator[row]! - ratio * denominator[row]!) / base)
  const variance = linearisedVariance(design, influence, selection.domain)
  if (!variance.ok) return variance
  const { confidence, df, dfDomain, n, weightSum } = selection
  const magnitude = largest(selection, numerator) / Math.abs(base)
  return ok({
    ...withIntervals(ratio, variance.value, df, confidence),
    deff: designEffects(design, selection, influence, variance.value, magnitude).deff,
    n,
    weightSum,
    dfDomain,
    intervalDomain: withIntervals(ratio, variance.value, dfDomain, confidence).interval,
  })
}
