/**
 * The two basic results of a survey: how much on average, and how much altogether.
 *
 * A total multiplies every answer by the number of people it stands for. A mean divides that total by the estimated
 * number of people, which is itself random, so its influence is (y - ȳ)/Σw and not y/N. The influences go to
 * `linearisedVariance`, which knows the design.
 *
 * Sources: Horvitz & Thompson (1952), JASA 47:663; Särndal, Swensson & Wretman (1992), §2.8, §5.7.
 */
import { fail, ok, type Result } from '../../result.ts'
import type { SurveyDesign } from './design.ts'
import { type DesignEffects, designEffects } from './design-effect.ts'
import {
  type Answers,
  type EstimationOptions,
  influenceOf,
  type Selection,
  type SelectionReason,
  selectRows,
  weightedSum,
} from './domain-rows.ts'
import { type Estimate, type Interval, withIntervals } from './interval.ts'
import { linearisedVariance } from './linearised-variance.ts'

export interface SurveyEstimate extends Estimate, DesignEffects {
  /** Coefficient of variation se/estimate, with the sign of the estimate; null if that is 0. */
  readonly cv: number | null
  /** Rows counted: inside the domain, answered, weight above zero. */
  readonly n: number
  /** The sum of their weights. */
  readonly weightSum: number
  /** Degrees of freedom among the PSUs and strata that hold a counted row. */
  readonly dfDomain: number
  /** The t interval with `dfDomain`: more cautious for a domain found in few PSUs. */
  readonly intervalDomain: Interval | null
}

export type EstimateReason = SelectionReason | 'lonely-psu' | 'empty-domain'

/**
 * The weighted mean Σ w·y/Σw of `values` with its design-based uncertainty.
 * Fails with `empty-domain` when no row of positive weight is left, `lonely-psu`, or a `SelectionReason`.
 */
export function estimateMean(
  design: SurveyDesign,
  values: Answers,
  options: EstimationOptions = {},
): Result<SurveyEstimate, EstimateReason> {
  const selected = selectRows(design, [values], options)
  if (!selected.ok) return selected
  const selection = selected.value
  const mean = weightedMean(design, selection, values)
  if (mean === null) return fail('empty-domain')
  const influence = influenceOf(selection, (row) => (values[row]! - mean) / selection.weightSum)
  const magnitude = largest(selection, values) / selection.weightSum
  return withDesign(design, selection, mean, influence, magnitude)
}

/**
 * The estimated population total Σ w·y of `values`; 0 with standard error 0 for a domain without a member.
 * Fails with `lonely-psu` or a `SelectionReason`.
 */
export function estimateTotal(
  design: SurveyDesign,
  values: Answers,
  options: EstimationOptions = {},
): Result<SurveyEstimate, Exclude<EstimateReason, 'empty-domain'>> {
  const selected = selectRows(design, [values], options)
  if (!selected.ok) return selected
  const selection = selected.value
  const total = weightedSum(design, selection, (row) => values[row]!)
  const influence = influenceOf(selection, (row) => values[row]!)
  return withDesign(design, selection, total, influence, largest(selection, values))
}

/**
 * Σ w·y/Σw over the selected rows, null without any. One answer is subtracted first and added back, so that equal
 * answers have exactly their own value as mean and no spread at all.
 */
export function weightedMean(design: SurveyDesign, selection: Selection, values: Answers): number | null {
  if (!(selection.weightSum > 0)) return null
  const anchor = values[selection.domain.indexOf(true)]!
  return anchor + weightedSum(design, selection, (row) => values[row]! - anchor) / selection.weightSum
}

/** The largest |y| among the selected rows. */
export function largest(selection: Selection, values: Answers): number {
  return values.reduce<number>(
    (most, y, row) => (selection.domain[row] ? Math.max(most, Math.abs(y!)) : most),
    0,
  )
}

function withDesign(
  design: SurveyDesign,
  selection: Selection,
  estimate: number,
  influence: readonly number[],
  magnitude: number,
): Result<SurveyEstimate, 'lonely-psu'> {
  const variance = linearisedVariance(design, influence, selection.domain)
  if (!variance.ok) return variance
  const { confidence, df, dfDomain, n, weightSum } = selection
  const base = withIntervals(estimate, variance.value, df, confidence)
  return ok({
    ...base,
    ...designEffects(design, selection, influence, variance.value, magnitude),
    cv: estimate === 0 ? null : base.se / estimate,
    n,
    weightSum,
    dfDomain,
    intervalDomain: withIntervals(estimate, variance.value, dfDomain, confidence).interval,
  })
}
