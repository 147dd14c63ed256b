/**
 * The share of people who support, oppose, know: the result that decides, so its interval has to be right where it is
 * hard, near 0 % and 100 %.
 *
 * Estimate ± t·SE reaches below zero for rare answers. The recipes here do not. They work on another scale (log-odds,
 * arcsine), or replace the complex sample by a simple one of equal precision: the *effective* sample size
 * nEff = p(1-p)/SE² says how many independent answers would have told as much.
 *
 * When nobody, or everybody, answers yes, the design-based standard error is 0, which is not knowledge but the absence
 * of a difference to measure. Then nEff does not exist, and the fallback counts the rows as if drawn independently; the
 * result says so in `basis`. Only a census may report an interval of width zero.
 *
 * Sources: Korn & Graubard (1998), Survey Methodology 24:193 (beta); Dean & Pagano (2015), J. Survey Stat. Methodol. 3:484
 * (logit, Wilson, arcsine compared); Parker et al. (2017), NCHS Vital Health Stat 2(175) (cap at n); Rao & Scott (1984),
 * Ann. Stat. 12:46 (likelihood).
 */
import { ok, type Result } from '../../result.ts'
import { proportionInterval } from '../proportion-intervals.ts'
import type { SurveyDesign } from './design.ts'
import type { EstimationOptions } from './domain-rows.ts'
import type { Interval } from './interval.ts'
import { type EstimateReason, estimateMean } from './means-and-totals.ts'
import { type ProportionIntervals, proportionIntervals } from './proportion-bounds.ts'

export interface ProportionEstimate {
  readonly estimate: number
  readonly se: number
  readonly df: number
  /** Rows with an answer and positive weight inside the domain. */
  readonly n: number
  /** Rows of the data, answered or not. */
  readonly rows: number
  /** nEff = p(1-p)/SE²; null at 0 %, at 100 % and when the standard error is 0. */
  readonly effectiveSize: number | null
  readonly deff: number | null
  /** Every recipe by name; null where it has no value. */
  readonly intervals: ProportionIntervals
  /** As if the n rows had been drawn independently with this share: the fallback. */
  readonly unweighted: { readonly clopperPearson: Interval; readonly wilson: Interval }
  /** The interval to print: logit, or Clopper–Pearson on n where the design gives none, or the point in a census. */
  readonly interval: Interval
  /** Where `interval` comes from. */
  readonly basis: 'design' | 'unweighted-n' | 'census'
}

/**
 * The weighted share of `true` among `indicator` (null: no answer) with every interval in use.
 * Fails like `estimateMean`: `empty-domain`, `lonely-psu`, or a `SelectionReason`.
 */
export function estimateProportion(
  design: SurveyDesign,
  indicator: readonly (boolean | null)[],
  options: EstimationOptions = {},
): Result<ProportionEstimate, EstimateReason> {
  const values = indicator.map((answer) => (answer === null ? null : Number(answer)))
  const mean = estimateMean(design, values, options)
  if (!mean.ok) return mean
  const { se, variance, df, n, deff } = mean.value
  const { confidence = 0.95 } = options
  // Rounding may carry a share of 1 a few units in the last place beyond it.
  const estimate = Math.min(1, Math.max(0, mean.value.estimate))
  const inside = estimate > 0 && estimate < 1 && variance > 0
  const effectiveSize = inside ? (estimate * (1 - estimate)) / variance : null

  const intervals = proportionIntervals({
    share: estimate,
    se,
    effectiveSize,
    df,
    n,
    rows: design.rows,
    confidence,
  })
  const unweighted = {
    clopperPearson: countInterval('clopper-pearson', estimate, n, confidence),
    wilson: countInterval('wilson', estimate, n, confidence),
  }
  const census = variance === 0 && design.stages.every((stage) => isCensus(stage.draws))
  const basis = census ? 'census' : intervals.logit ? 'design' : 'unweighted-n'
  const interval = census ? { low: estimate, high: estimate } : (intervals.logit ?? unweighted.clopperPearson)
  return ok({
    estimate,
    se,
    df,
    n,
    rows: design.rows,
    effectiveSize,
    deff,
    intervals,
    unweighted,
    interval,
    basis,
  })
}

function isCensus(draws: SurveyDesign['stages'][number]['draws']): boolean {
  return draws.every(({ sampled, population }) => sampled >= population)
}

function countInterval(
  method: 'clopper-pearson' | 'wilson',
  share: number,
  n: number,
  confidence: number,
): Interval {
  const interval = proportionInterval(share * n, n, { method, confidence })
  // n ≥ 1 and 0 ≤ share ≤ 1 were established by the mean above.
  if (!interval.ok) throw new Error(`impossible share: ${interval.reason}`)
  return { low: interval.value.low, high: interval.value.high }
}
