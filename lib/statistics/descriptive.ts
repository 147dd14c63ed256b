/**
 * Describing a list of numbers: where it lies (mean, median, quantiles), how wide it is (variance, coefficient of
 * variation), and how it leans (skewness, kurtosis).
 *
 * The pitfalls are numerical. Variance by "mean of squares minus square of mean" loses every digit when the values
 * are large and close together (land prices around a billion differing by tens), so deviations from the mean are
 * taken first, the mean itself is compensated, and the rounding left in the deviations is subtracted again. Quantiles
 * have nine published definitions (Hyndman & Fan 1996); type 7 is the one of R, numpy and Excel's PERCENTILE.INC and
 * the default of this house.
 */
import { fail, ok, type Result } from '../result.ts'

export type DescriptiveReason =
  /** the list has no element */
  | 'empty'
  /** an element is NaN or infinite; details.index says which */
  | 'not-a-number'
  /** the squares of the deviations exceed the largest double, about 1.8e308 */
  | 'too-large'
  /** a quantile was asked for a p outside [0, 1] */
  | 'probability-out-of-range'

/**
 * Sum with Neumaier's compensation: the error is that of one rounding, not of n (Neumaier 1974).
 * NaN and infinities pass through; the sum of nothing is 0.
 */
export function sum(values: Iterable<number>): number {
  let total = 0
  let lost = 0
  for (const value of values) {
    const next = total + value
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
    total = next
  }
  return Number.isFinite(total) ? total + lost : total
}

/** Arithmetic mean, compensated twice so that a list of equal values has exactly that value as its mean. */
export function mean(values: readonly number[]): Result<number, DescriptiveReason> {
  const bad = refusal(values)
  return bad ?? ok(meanOf(values))
}

/** For callers who have checked that `values` is a non-empty list of finite numbers; throws on an empty list. */
export function meanOf(values: readonly number[]): number {
  const n = values.length
  if (n === 0) throw new RangeError('the mean of nothing')
  const total = sum(values)
  // The sum of values near the largest double overflows although their mean does not.
  const rough = Number.isFinite(total) ? total / n : sum(values.map((value) => value / n))
  return rough + sum(deviationsFrom(rough, values)) / n
}

/**
 * Σ(x - x̄)(y - ȳ) over two lists of equal length, by the corrected two-pass formula (Chan, Golub & LeVeque 1983).
 * With x = y it is the sum of squares that variance, ANOVA and correlation are made of. Throws on unequal lengths.
 */
export function sumOfProducts(x: readonly number[], y: readonly number[]): number {
  if (x.length !== y.length)
    throw new RangeError(`lists of ${x.length} and ${y.length} values have no products`)
  if (x.length === 0) return 0
  const dx = [...deviationsFrom(meanOf(x), x)]
  const dy = x === y ? dx : [...deviationsFrom(meanOf(y), y)]
  return sum(dx.map((value, i) => value * dy[i]!)) - (sum(dx) * sum(dy)) / x.length
}

/** Unbiased covariance, divisor n - 1. Throws unless both lists have the same length ≥ 2. */
export function covarianceOf(x: readonly number[], y: readonly number[]): number {
  if (x.length < 2) throw new RangeError('a covariance needs two observations')
  return sumOfProducts(x, y) / (x.length - 1)
}

/** Unbiased variance, divisor n - 1. Throws unless there are two observations; never negative. */
export function varianceOf(values: readonly number[]): number {
  return Math.max(0, covarianceOf(values, values))
}

export interface Moments {
  readonly n: number
  readonly mean: number
  /** Divisor n - 1; null for a single value. */
  readonly variance: number | null
  readonly sd: number | null
  /** Divisor n. */
  readonly variancePopulation: number
  /** g₁ = m₃/m₂^1.5; null for a constant list or a single value. */
  readonly skewness: number | null
  /** G₁ = g₁·√(n(n-1))/(n-2), as SPSS and Excel print it; null below three values. */
  readonly skewnessAdjusted: number | null
  /** g₂ = m₄/m₂² - 3; null for a constant list or a single value. */
  readonly excessKurtosis: number | null
  /** sd/|mean|; null where sd is null or the mean is 0. */
  readonly coefficientOfVariation: number | null
  readonly median: number
}

/**
 * All moments of a non-empty list of finite numbers, each null where it is undefined (never NaN).
 * A list of equal values has variance exactly 0 and no shape: 0.1 seven times must not lean by its rounding errors.
 * Source: Joanes & Gill (1998), The Statistician 47:183–189. Fails with `empty`, `not-a-number` or `too-large`.
 */
export function moments(values: readonly number[]): Result<Moments, DescriptiveReason> {
  const bad = refusal(values)
  if (bad) return bad
  const n = values.length
  const centre = meanOf(values)
  const deviations = [...deviationsFrom(centre, values)]
  const constant = values.every((value) => value === values[0])
  const squares = constant ? 0 : Math.max(0, sumOfProducts(values, values))
  if (!Number.isFinite(squares)) return fail('too-large')
  const m2 = squares / n
  // Scaled by the standard deviation before the power, so that no cube or fourth power over- or underflows.
  const spread = Math.sqrt(m2)
  const standard = m2 > 0 ? deviations.map((d) => d / spread) : null
  const skewness = standard && sum(standard.map((d) => d * d * d)) / n
  const variance = n > 1 ? squares / (n - 1) : null
  const sd = variance === null ? null : Math.sqrt(variance)
  return ok({
    n,
    mean: centre,
    variance,
    sd,
    variancePopulation: m2,
    skewness,
    skewnessAdjusted: skewness !== null && n > 2 ? (skewness * Math.sqrt(n * (n - 1))) / (n - 2) : null,
    excessKurtosis: standard && sum(standard.map((d) => d * d * d * d)) / n - 3,
    coefficientOfVariation: sd === null || centre === 0 ? null : sd / Math.abs(centre),
    median: quantileOfSorted(ascending(values), 0.5, 7),
  })
}

/** The nine sample quantiles of Hyndman & Fan (1996), The American Statistician 50:361–365. */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9

export const QUANTILE_TYPES = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const satisfies readonly QuantileType[]

/**
 * Sample quantiles at the given probabilities, in their order. `values` need not be sorted.
 * Fails with `empty`, `not-a-number` or `probability-out-of-range`.
 */
export function quantiles(
  values: readonly number[],
  probabilities: readonly number[],
  type: QuantileType = 7,
): Result<number[], DescriptiveReason> {
  const bad = refusal(values)
  if (bad) return bad
  const wrong = probabilities.findIndex((p) => !(p >= 0 && p <= 1))
  if (wrong >= 0) return fail('probability-out-of-range', { index: wrong })
  const sorted = ascending(values)
  return ok(probabilities.map((p) => quantileOfSorted(sorted, p, type)))
}

/** A single quantile of a list that is known to be sorted, non-empty and finite; throws on an empty list. */
export function quantileOfSorted(sorted: readonly number[], p: number, type: QuantileType = 7): number {
  const n = sorted.length
  if (n === 0) throw new RangeError('a quantile of nothing')
  const at = (rank: number) => sorted[Math.min(n, Math.max(1, rank)) - 1]!
  // n·p is often a whole number in exact arithmetic only (0.3·10 = 3.0000000000000004 in others), as in R's fuzz.
  const fuzz = 4 * Number.EPSILON
  if (type === 1 || type === 2 || type === 3) {
    const position = type === 3 ? n * p - 0.5 : n * p
    const below = Math.floor(position + fuzz * Math.max(1, position))
    const whole = position - below <= fuzz * Math.max(1, position)
    if (!whole) return at(below + 1)
    if (type === 1) return at(below)
    if (type === 2) return (at(below) + at(below + 1)) / 2
    return below % 2 === 0 ? at(below) : at(below + 1)
  }
  const [a, b] = PLOTTING_POSITIONS[type]
  const position = a + p * (n + 1 - a - b)
  const below = Math.floor(position + fuzz * Math.max(1, position))
  const fraction = Math.abs(position - below) < fuzz * Math.max(1, position) ? 0 : position - below
  const low = at(below)
  return fraction === 0 ? low : low + fraction * (at(below + 1) - low)
}

/** Plotting positions p_k = (k - a)/(n + 1 - a - b) of the continuous types. */
const PLOTTING_POSITIONS: Readonly<Record<4 | 5 | 6 | 7 | 8 | 9, readonly [a: number, b: number]>> = {
  4: [0, 1],
  5: [0.5, 0.5],
  6: [0, 0],
  7: [1, 1],
  8: [1 / 3, 1 / 3],
  9: [3 / 8, 3 / 8],
}

function* deviationsFrom(centre: number, values: readonly number[]): Generator<number> {
  for (const value of values) yield value - centre
}

function ascending(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b)
}

function refusal(values: readonly number[]) {
  if (values.length === 0) return fail('empty')
  const index = values.findIndex((value) => !Number.isFinite(value))
  return index < 0 ? null : fail('not-a-number', { index })
}
