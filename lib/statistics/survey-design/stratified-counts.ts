/**
 * The share of a population from counts by stratum, without the answers one by one.
 *
 * When the strata were sampled with different rates, the plain share among answers speaks for whoever was asked most. The
 * stratified share weighs each stratum by its members. Within a stratum the answers of a yes-or-no question are zeros and
 * ones, so its count is all that their variance needs; a dashboard then costs the same for a thousand answers and for a
 * million. Rows without an answer to the question stay in the sample, as a domain must (see design.ts).
 *
 *   p = Σ N_h·c_h/r_h ÷ Σ N_h·a_h/r_h,   Var p = Σ N_h²·(1 − r_h/N_h)·s²_h/r_h ÷ (Σ N_h·a_h/r_h)²
 *
 * with r_h rows, a_h of them with an answer, c_h of these yes, and s²_h the variance (divisor r_h − 1) of y − p over the
 * rows, 0 where there is no answer. If everybody answers it is Cochran's stratified estimator (1977, §5.11).
 */
import { fail, ok, type Result } from '../../result.ts'
import { proportionInterval } from '../proportion-intervals.ts'
import type { Interval } from './interval.ts'
import { proportionIntervals } from './proportion-bounds.ts'

export interface StratumCount {
  /** N, the members of the stratum. */
  readonly population: number
  /** True: drawn as if from an endless population, without finite population correction. */
  readonly endless?: boolean
  /** r, sampled members. */
  readonly rows: number
  /** a ≤ r, those who answered the question. */
  readonly answered: number
  /** c ≤ a. */
  readonly count: number
}

export interface StratifiedShare {
  readonly share: number
  readonly se: number
  /** Rows minus strata. */
  readonly df: number
  readonly answered: number
  /** Logit; Clopper–Pearson on the answers at 0 % and 100 %, where the design shows no spread. */
  readonly interval: Interval
}

export type StratifiedReason =
  /** a stratum has no row, so nothing is known of it; details.stratum */
  | 'empty-stratum'
  /** a stratum has one row, so its spread is unknown; details.stratum */
  | 'lonely-row'
  /** counts contradict each other; details.stratum */
  | 'impossible-count'
  /** nobody answered the question */
  | 'nobody-answered'

/** Fails with a `StratifiedReason`; strata are counted from 0. */
export function stratifiedShare(
  strata: readonly StratumCount[],
  confidence = 0.95,
): Result<StratifiedShare, StratifiedReason> {
  for (const [stratum, { population, endless, rows, answered, count }] of strata.entries()) {
    if (!(count >= 0 && count <= answered && answered <= rows && population > 0))
      return fail('impossible-count', { stratum })
    if (!endless && rows > population) return fail('impossible-count', { stratum })
    if (rows === 0) return fail('empty-stratum', { stratum })
    if (rows === 1 && population > 1) return fail('lonely-row', { stratum })
  }
  const sum = (of: (stratum: StratumCount) => number) =>
    strata.reduce((total, stratum) => total + of(stratum), 0)
  const answered = sum((stratum) => stratum.answered)
  if (answered === 0) return fail('nobody-answered')
  const members = sum(({ population, rows, answered: a }) => (population * a) / rows)
  const share = sum(({ population, rows, count }) => (population * count) / rows) / members
  const variance =
    sum(({ population, endless, rows, answered: a, count }) => {
      if (rows < 2) return 0
      const squares = count * (1 - share) ** 2 + (a - count) * share ** 2
      const total = count * (1 - share) - (a - count) * share
      const spread = Math.max(0, (squares - total ** 2 / rows) / (rows - 1))
      return (population ** 2 * (1 - (endless ? 0 : rows / population)) * spread) / rows
    }) /
    members ** 2
  return ok(
    withInterval(share, Math.sqrt(variance), sum(({ rows }) => rows) - strata.length, answered, confidence),
  )
}

/** A share of known standard error with the interval that is printed for it. */
function withInterval(
  share: number,
  se: number,
  df: number,
  answered: number,
  confidence = 0.95,
): StratifiedShare {
  const inside = share > 0 && share < 1 && se > 0
  const { logit } = proportionIntervals({
    share,
    se,
    effectiveSize: inside ? (share * (1 - share)) / se ** 2 : null,
    df,
    n: answered,
    rows: answered,
    confidence,
  })
  const plain = proportionInterval(Math.min(1, Math.max(0, share)) * answered, answered, {
    method: 'clopper-pearson',
    confidence,
  })
  if (!plain.ok) throw new Error(`impossible share: ${plain.reason}`)
  return { share, se, df, answered, interval: logit ?? { low: plain.value.low, high: plain.value.high } }
}
