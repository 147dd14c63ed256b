/**
 * The recipes for the interval of a weighted share, each under its published name.
 *
 * All start from four numbers: the share p, its standard error, the degrees of freedom of that standard error, and the
 * effective sample size nEff = p(1-p)/SE². t is Student's quantile with those degrees of freedom.
 */
import { betaQuantile, tCritical } from '../distributions.ts'
import { around, type Interval } from './interval.ts'

export interface ProportionIntervals {
  /** p ± t·SE (Wald); may leave [0, 1]. */
  readonly mean: Interval | null
  /** Wald on the log-odds: logit p ± t·SE/(p(1-p)), carried back. */
  readonly logit: Interval | null
  /** Wald on arcsin √p, cut at 0 and 1. */
  readonly asin: Interval | null
  /** Wilson's score interval with nEff for n and t for z. */
  readonly wilson: Interval | null
  /** Clopper–Pearson with nEff, rescaled by (t with rows - 1 / t with df)² (Korn & Graubard). */
  readonly kornGraubard: Interval | null
  /** The same with n for rows and never more than n answers (NCHS rule). */
  readonly kornGraubardCapped: Interval | null
  /** All shares q with 2·nEff·KL(p‖q) ≤ t²: binomial likelihood ratio with nEff. */
  readonly likelihood: Interval | null
  /** The same with nEff·(n-1)/n: the dispersion of a quasi-binomial fit divides by n - 1. */
  readonly quasiLikelihood: Interval | null
}

export interface ProportionSummary {
  readonly share: number
  readonly se: number
  /** Null where p(1-p)/SE² does not exist; then every recipe but `mean` is null. */
  readonly effectiveSize: number | null
  readonly df: number
  readonly n: number
  /** Rows of the data including those without an answer. */
  readonly rows: number
  readonly confidence: number
}

/** Every recipe for one share; all null without a degree of freedom. Shares in [0, 1], confidence in (0, 1). */
export function proportionIntervals(summary: ProportionSummary): ProportionIntervals {
  const { share: p, se, effectiveSize: nEff, df, n, rows, confidence } = summary
  if (!(df > 0)) return NONE
  const t = tCritical(confidence, df)
  const mean = around(p, t * se)
  if (nEff === null) return { ...NONE, mean }

  const rescaled = (answers: number) =>
    answers > 1 ? nEff * (tCritical(confidence, answers - 1) / t) ** 2 : null
  const beyondDf = rescaled(n)
  return {
    mean,
    logit: logitInterval(p, (t * se) / (p * (1 - p))),
    asin: arcsineInterval(p, (t * se) / (2 * Math.sqrt(p * (1 - p)))),
    wilson: scoreInterval(p, nEff, t),
    kornGraubard: betaInterval(p, rescaled(rows), confidence),
    kornGraubardCapped: betaInterval(p, beyondDf === null ? null : Math.min(n, beyondDf), confidence),
    likelihood: likelihoodInterval(p, nEff, t),
    quasiLikelihood: n > 1 ? likelihoodInterval(p, (nEff * (n - 1)) / n, t) : null,
  }
}

const NONE: ProportionIntervals = {
  mean: null,
  logit: null,
  asin: null,
  wilson: null,
  kornGraubard: null,
  kornGraubardCapped: null,
  likelihood: null,
  quasiLikelihood: null,
}

function logitInterval(p: number, half: number): Interval {
  const centre = Math.log(p) - Math.log1p(-p)
  return { low: logistic(centre - half), high: logistic(centre + half) }
}

function arcsineInterval(p: number, half: number): Interval {
  const centre = Math.asin(Math.sqrt(p))
  // Beyond 0 and π/2 the sine turns back, and the "lower" end would rise again.
  return {
    low: Math.sin(Math.max(0, centre - half)) ** 2,
    high: Math.sin(Math.min(Math.PI / 2, centre + half)) ** 2,
  }
}

/** Wilson (1927) for real n: (p + t²/2n ± t·√(p(1-p)/n + t²/4n²)) / (1 + t²/n). */
function scoreInterval(p: number, n: number, t: number): Interval {
  const shrink = 1 + t ** 2 / n
  const half = t * Math.sqrt((p * (1 - p)) / n + t ** 2 / (4 * n ** 2))
  return around((p + t ** 2 / (2 * n)) / shrink, half / shrink)
}

function betaInterval(p: number, n: number | null, confidence: number): Interval | null {
  if (n === null || !(n > 0)) return null
  const tail = (1 - confidence) / 2
  return {
    low: betaQuantile(tail, n * p, n * (1 - p) + 1),
    high: betaQuantile(1 - tail, n * p + 1, n * (1 - p)),
  }
}

/** The two roots q of 2·n·[p·ln(p/q) + (1-p)·ln((1-p)/(1-q))] = t², one on either side of p, on the log-odds scale. */
function likelihoodInterval(p: number, n: number, t: number): Interval {
  const centre = Math.log(p) - Math.log1p(-p)
  const excess = (logit: number) => 2 * n * divergence(p, logit) - t ** 2
  return {
    low: logistic(rootBeyond(excess, centre, -1)),
    high: logistic(rootBeyond(excess, centre, 1)),
  }
}

/** Kullback–Leibler divergence of two coins, the second given by its log-odds; finite for any finite log-odds. */
function divergence(p: number, logit: number): number {
  // -ln q = ln(1 + e^-logit) and -ln(1-q) = ln(1 + e^logit), each without overflow.
  const minusLogShare = Math.max(0, -logit) + Math.log1p(Math.exp(-Math.abs(logit)))
  const minusLogRest = Math.max(0, logit) + Math.log1p(Math.exp(-Math.abs(logit)))
  return p * (Math.log(p) + minusLogShare) + (1 - p) * (Math.log1p(-p) + minusLogRest)
}

/** The root of a function that is negative at `start` and grows without end in `direction`, by bisection. */
function rootBeyond(f: (x: number) => number, start: number, direction: 1 | -1): number {
  let step = 1
  while (f(start + direction * step) < 0) step *= 2
  let inner = start
  let outer = start + direction * step
  for (let halving = 0; halving < 80; halving++) {
    const middle = (inner + outer) / 2
    if (f(middle) < 0) inner = middle
    else outer = middle
  }
  return (inner + outer) / 2
}

function logistic(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x))
}
