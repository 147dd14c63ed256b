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
 *
 * Where the standard error is 0 it says one of two things. In a census there is nothing left to be uncertain of, and the
 * interval is a point. Elsewhere every stratum that was only sampled was of one mind, and its rest may be of another: the
 * bound then is the largest number of dissenters in the rest that would still have been missed with a probability of at
 * least α/2. That N_h − r_h members of a stratum hold all m_h dissenters has the probability
 *
 *   C(N_h − m_h, r_h)/C(N_h, r_h) = Π (1 − r_h/(N_h − i)), i = 0 … m_h − 1,
 *
 * and the bound is the maximum of Σ m_h over all (m_h) whose product over the strata is at least α/2. It is exact in that it
 * covers the truth with at least the confidence asked for, it ends at the point as r_h → N_h, and for an endless stratum it
 * is the bound of Clopper and Pearson. Sources: Wright, T. (1991), Exact Confidence Bounds when Sampling from Small Finite
 * Universes, ch. 2; Wendell, J. P. & Schmee, J. (1996), Exact inference for proportions from a stratified finite population,
 * J. Am. Stat. Assoc. 91, 825–830.
 */
import { fail, ok, type Result } from '../../result.ts'
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
  /** Logit; the point in a census; exact bounds where each sampled stratum was of one mind. */
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
  const se = Math.sqrt(variance)
  const df = sum(({ rows }) => rows) - strata.length
  return ok({ share, se, df, answered, interval: intervalOf(share, se, df, answered, strata, confidence) })
}

function intervalOf(
  share: number,
  se: number,
  df: number,
  answered: number,
  strata: readonly StratumCount[],
  confidence: number,
): Interval {
  if (se > 0 && share > 0 && share < 1) {
    const effectiveSize = (share * (1 - share)) / se ** 2
    const { logit } = proportionIntervals({
      share,
      se,
      effectiveSize,
      df,
      n: answered,
      rows: answered,
      confidence,
    })
    if (logit) return logit
  }
  const tail = (1 - confidence) / 2
  return {
    low: Math.max(0, share - missedShare(strata, 'yes', tail)),
    high: Math.min(1, share + missedShare(strata, 'no', tail)),
  }
}

/** Of an endless stratum shares are told this finely. */
const ENDLESS_STEPS = 10_000

/**
 * The largest share of the population that may have answered otherwise, unseen with a probability of at least `tail`: dissenters
 * in the rest of the strata that all answered `mind`. Strata that were asked to the last member hide nobody.
 */
function missedShare(strata: readonly StratumCount[], mind: 'yes' | 'no', tail: number): number {
  /** One more dissenter: the factor by which the probability falls, and the share that it adds. */
  const places = strata.flatMap(({ population, endless, rows, answered, count }) => {
    if (answered === 0 || count !== (mind === 'yes' ? answered : 0)) return []
    // Those who left the question open are left out of the population in the same proportion.
    const members = (population * answered) / rows
    if (endless)
      return [
        { steps: ENDLESS_STEPS, weight: members / ENDLESS_STEPS, sampled: answered, endless: true, m: 0 },
      ]
    return [{ steps: Math.round(members), weight: 1, sampled: answered, endless: false, m: 0 }]
  })
  const whole = strata.reduce(
    (total, { population, rows, answered }) => total + (population * answered) / rows,
    0,
  )
  /** −log of the factor for the next dissenter of a stratum; it only grows. */
  const price = ({ steps, sampled, endless, m }: (typeof places)[number]) => {
    if (steps - m <= (endless ? 0 : sampled)) return Number.POSITIVE_INFINITY
    return endless ? sampled * -Math.log1p(-1 / (steps - m)) : -Math.log1p(-sampled / (steps - m))
  }
  let purse = -Math.log(tail)
  let missed = 0
  for (;;) {
    // Each stratum's prices rise, so that taking the cheapest share first gives the largest sum.
    let next: (typeof places)[number] | null = null
    let least = Number.POSITIVE_INFINITY
    for (const place of places) {
      const cost = price(place) / place.weight
      if (cost < least) {
        least = cost
        next = place
      }
    }
    if (!next || price(next) > purse * (1 + 1e-12)) return missed / whole
    purse -= price(next)
    next.m += 1
    missed += next.weight
  }
}
