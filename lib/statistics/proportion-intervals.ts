/**
 * How far may the true share lie from the share found?
 *
 * 9 of 300 residents object: 3 %. Another 300 would have given 2 % or 5 %. An interval names the shares that are
 * compatible with the answers at a chosen confidence (0.95: the recipe captures the true share in 95 of 100 surveys).
 * Several recipes are in use, and offices are asked which one they took, so each is here under its published name:
 *
 * - `wilson` (score interval): inverts the normal test with the *hypothetical* variance; the default of this house,
 *   good from n = 10 on and never outside [0, 1] (Wilson 1927; Brown, Cai & DasGupta 2001).
 * - `wilson-continuity`: the same with the continuity correction (Newcombe 1998, method 4); wider.
 * - `wald`: p ± z·√(p(1-p)/n). The textbook one. With 0 objections it has width zero, which is false certainty.
 * - `clopper-pearson`: inverts the binomial itself; never too short, often too wide ("exact").
 * - `agresti-coull`: Wald after adding z²/2 successes and failures.
 * - `jeffreys`: posterior under the Beta(1/2, 1/2) prior.
 * - `logit`: Wald on the log-odds; undefined at 0 % and 100 %.
 *
 * All of them assume a simple random sample; a clustered or weighted survey needs the design-based interval instead.
 */
import { exp, log } from '../elementary.ts'
import { fail, ok, type Result } from '../result.ts'
import { betaQuantile, normalCritical } from './distributions.ts'

export type ProportionMethod =
  | 'wald'
  | 'wilson'
  | 'wilson-continuity'
  | 'clopper-pearson'
  | 'agresti-coull'
  | 'jeffreys'
  | 'logit'

export const PROPORTION_METHODS = [
  'wald',
  'wilson',
  'wilson-continuity',
  'clopper-pearson',
  'agresti-coull',
  'jeffreys',
  'logit',
] as const satisfies readonly ProportionMethod[]

export type ProportionReason =
  /** n is not a finite number ≥ 1 */
  | 'no-observations'
  /** successes are negative, not a number, or more than n */
  | 'successes-out-of-range'
  /** the confidence is not strictly between 0 and 1 */
  | 'confidence-out-of-range'
  /** the recipe has no value at 0 % or 100 % (logit) */
  | 'undefined-at-boundary'

export interface ProportionInterval {
  /** The share found, successes/n. */
  readonly estimate: number
  /** √(p(1-p)/n), the standard error of a simple random sample. */
  readonly standardError: number
  readonly low: number
  readonly high: number
}

export interface ProportionOptions {
  /** Default `wilson`. */
  readonly method?: ProportionMethod
  /** Default 0.95. */
  readonly confidence?: number
}

/**
 * Two-sided interval for a share: `successes` of `n` independent answers.
 *
 * `n` and `successes` may be fractional (an effective sample size n* = n/deff with successes p·n*), because every
 * recipe here is a continuous formula in both. Ends are within [0, 1]; at 0 successes the lower end is exactly 0, at n
 * successes the upper end exactly 1.
 *
 * Fails with `no-observations` (n < 1 or not finite), `successes-out-of-range`, `confidence-out-of-range`, and for
 * `logit` with `undefined-at-boundary`. Sources: Brown, Cai & DasGupta (2001), Statistical Science 16:101–133;
 * Newcombe (1998), Statistics in Medicine 17:857–872.
 */
export function proportionInterval(
  successes: number,
  n: number,
  options: ProportionOptions = {},
): Result<ProportionInterval, ProportionReason> {
  const { method = 'wilson', confidence = 0.95 } = options
  if (!(n >= 1 && Number.isFinite(n))) return fail('no-observations', { n })
  if (!(successes >= 0 && successes <= n)) return fail('successes-out-of-range', { successes, n })
  if (!(confidence > 0 && confidence < 1)) return fail('confidence-out-of-range', { confidence })
  const estimate = successes / n
  const ends = RECIPES[method](successes, n, confidence)
  if (!ends) return fail('undefined-at-boundary', { successes, n })
  return ok({
    estimate,
    standardError: standardErrorOf(estimate, n),
    low: Math.max(0, ends[0]),
    high: Math.min(1, ends[1]),
  })
}

type Ends = readonly [low: number, high: number]
type Recipe = (x: number, n: number, confidence: number) => Ends | null

const RECIPES: Readonly<Record<ProportionMethod, Recipe>> = {
  wald(x, n, confidence) {
    const half = normalCritical(confidence) * standardErrorOf(x / n, n)
    return [x / n - half, x / n + half]
  },

  wilson(x, n, confidence) {
    const z = normalCritical(confidence)
    return [scoreEnd(x, n, z), 1 - scoreEnd(n - x, n, z)]
  },

  'wilson-continuity'(x, n, confidence) {
    const z = normalCritical(confidence)
    return [correctedScoreEnd(x, n, z), 1 - correctedScoreEnd(n - x, n, z)]
  },

  'clopper-pearson'(x, n, confidence) {
    const tail = (1 - confidence) / 2
    return [
      x === 0 ? 0 : betaQuantile(tail, x, n - x + 1),
      x === n ? 1 : 1 - betaQuantile(tail, n - x, x + 1),
    ]
  },

  'agresti-coull'(x, n, confidence) {
    const z = normalCritical(confidence)
    const trials = n + z * z
    const centre = (x + (z * z) / 2) / trials
    const half = z * standardErrorOf(centre, trials)
    return [centre - half, centre + half]
  },

  jeffreys(x, n, confidence) {
    const tail = (1 - confidence) / 2
    // The posterior quantile at 0 successes would exclude 0, the very share observed (Brown, Cai & DasGupta, §4.1.2).
    return [
      x === 0 ? 0 : betaQuantile(tail, x + 0.5, n - x + 0.5),
      x === n ? 1 : 1 - betaQuantile(tail, n - x + 0.5, x + 0.5),
    ]
  },

  logit(x, n, confidence) {
    if (x === 0 || x === n) return null
    const centre = log(x / (n - x))
    const half = normalCritical(confidence) * Math.sqrt(n / (x * (n - x)))
    return [shareOfLogit(centre - half), shareOfLogit(centre + half)]
  },
}

function shareOfLogit(logOdds: number): number {
  return 1 / (1 + exp(-logOdds))
}

/**
 * Lower end of the score interval: the smaller root of n(p̂ - p)² = z²p(1 - p). The rationalised form 2c/(b + √…)
 * has no cancellation and is exactly 0 at x = 0; the upper end is this function seen from the failures.
 */
function scoreEnd(x: number, n: number, z: number): number {
  const b = 2 * x + z * z
  const discriminant = z * Math.sqrt(z * z + (4 * x * (n - x)) / n)
  return (2 * x * x) / n / (b + discriminant)
}

/** Lower end with Newcombe's continuity correction; 0 at x = 0 by definition. */
function correctedScoreEnd(x: number, n: number, z: number): number {
  if (x === 0) return 0
  const p = x / n
  const inside = z * z - 2 - 1 / n + 4 * p * (n * (1 - p) + 1)
  return Math.max(0, (2 * x + z * z - 1 - z * Math.sqrt(Math.max(0, inside))) / (2 * (n + z * z)))
}

function standardErrorOf(share: number, n: number): number {
  return Math.sqrt((share * (1 - share)) / n)
}
