/**
 * From a standard error to an interval.
 *
 * The interval is estimate ± t·SE. t comes from Student's distribution with PSUs - strata degrees of freedom: with a
 * dozen villages the standard error is itself uncertain, and the normal 1.96 would promise too much. The normal interval
 * is given beside it because much software prints that one.
 */
import { normalCritical, tCritical } from '../distributions.ts'

export interface Interval {
  readonly low: number
  readonly high: number
}

/** A number from a survey with its uncertainty. */
export interface Estimate {
  readonly estimate: number
  /** Standard error, √variance. */
  readonly se: number
  readonly variance: number
  /** Degrees of freedom of `interval`. */
  readonly df: number
  /** Null without a degree of freedom. */
  readonly interval: Interval | null
  readonly intervalNormal: Interval
}

/** Attaches the two symmetric intervals of the given confidence (in (0, 1)) to an estimate. */
export function withIntervals(estimate: number, variance: number, df: number, confidence: number): Estimate {
  const se = Math.sqrt(variance)
  return {
    estimate,
    se,
    variance,
    df,
    interval: df > 0 ? around(estimate, tCritical(confidence, df) * se) : null,
    intervalNormal: around(estimate, normalCritical(confidence) * se),
  }
}

/** centre ± half. */
export function around(centre: number, half: number): Interval {
  return { low: centre - half, high: centre + half }
}
