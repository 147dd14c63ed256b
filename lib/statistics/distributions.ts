/**
 * Probability distributions: the ten curves all tests and intervals of this house are read from.
 *
 * Each curve answers three questions. `…Cdf(x)`: how much probability lies at or below x? `…Upper(x)`: how much lies
 * above it? `…Quantile(p)`: below which x lies the probability p? The upper tail has functions of its own because
 * `1 - cdf(x)` is 0 as soon as the tail is thinner than 1e-16, and p-values live exactly there.
 *
 * The special functions (incomplete beta and gamma, erfc) are those of stdlib, itself derived from Boost and FreeBSD.
 * A parameter outside its range (a negative degree of freedom, a NaN) is a programming error and throws; callers
 * validate data before they ask. Quantiles at p = 0 and p = 1 are the ends of the support, so they may be infinite.
 */
import betainc from '@stdlib/math-base-special-betainc'
import erfc from '@stdlib/math-base-special-erfc'
import gammainc from '@stdlib/math-base-special-gammainc'
import betaQuantileOf from '@stdlib/stats-base-dists-beta-quantile'
import binomialQuantileOf from '@stdlib/stats-base-dists-binomial-quantile'
import gammaQuantileOf from '@stdlib/stats-base-dists-gamma-quantile'
import normalQuantileOf from '@stdlib/stats-base-dists-normal-quantile'
import tQuantileOf from '@stdlib/stats-base-dists-t-quantile'
import triangularCdfOf from '@stdlib/stats-base-dists-triangular-cdf'
import triangularQuantileOf from '@stdlib/stats-base-dists-triangular-quantile'
import { exp, log, log1p } from '../elementary.ts'

/** The message is made where it is needed only: a simulation asks a hundred thousand times, and writing a number out costs more. */
function requireThat(holds: boolean, message: () => string): void {
  if (!holds) throw new RangeError(message())
}

function requireProbability(p: number): void {
  requireThat(p >= 0 && p <= 1, () => `a probability lies in [0, 1], got ${p}`)
}

function requirePositive(name: string, value: number): void {
  requireThat(value > 0 && value < Infinity, () => `${name} must be positive and finite, got ${value}`)
}

function requireNumber(x: number): void {
  requireThat(!Number.isNaN(x), () => 'x is not a number')
}

/** I_x(a, b), taking x and 1 - x separately so that neither loses digits when the other is close to 1. */
function incompleteBeta(x: number, complement: number, a: number, b: number): number {
  return x <= complement ? betainc(x, a, b) : betainc(complement, b, a, true, true)
}

/** P(X ≤ x) of the normal distribution with the given mean and standard deviation. */
export function normalCdf(x: number, mean = 0, sd = 1): number {
  requireNumber(x)
  requirePositive('sd', sd)
  return erfc(-(x - mean) / (sd * Math.SQRT2)) / 2
}

/** P(X > x) of the normal distribution, exact to the last digits even at 30 standard deviations. */
export function normalUpper(x: number, mean = 0, sd = 1): number {
  requireNumber(x)
  requirePositive('sd', sd)
  return erfc((x - mean) / (sd * Math.SQRT2)) / 2
}

/** The x with P(X ≤ x) = p of the normal distribution. */
export function normalQuantile(p: number, mean = 0, sd = 1): number {
  requireProbability(p)
  requirePositive('sd', sd)
  const z = p > 0.5 ? -lowerNormalQuantile(1 - p) : lowerNormalQuantile(p)
  return mean + sd * z
}

/**
 * stdlib's quantile is exact in the middle, but at p = 1e-12 only six digits are left and at 1e-20 it is -Infinity.
 * The tail is therefore solved by Newton's method on ln Φ(x) = ln p; ln Φ is concave, so it cannot run away.
 */
function lowerNormalQuantile(p: number): number {
  if (p >= 1e-3) return normalQuantileOf(p, 0, 1)
  if (p === 0) return -Infinity
  let x = -Math.sqrt(-2 * log(p))
  for (let step = 0; step < 50; step++) {
    const below = normalCdf(x)
    const density = exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
    // Among the subnormal probabilities below 1e-308 the starting point is as good as doubles can tell.
    if (below === 0 || density === 0) break
    const change = (log(below / p) * below) / density
    x -= change
    if (Math.abs(change) <= 1e-15 * Math.abs(x)) break
  }
  return x
}

/**
 * The z of a two-sided normal interval: 1.95996… for confidence 0.95.
 * It reads the lower tail (1 - confidence)/2, which keeps its digits when the confidence is close to 1.
 */
export function normalCritical(confidence: number): number {
  requireThat(confidence > 0 && confidence < 1, () => `a confidence lies in (0, 1), got ${confidence}`)
  return -normalQuantile((1 - confidence) / 2)
}

/** P(T ≤ x) of Student's t with df > 0 degrees of freedom, whole or fractional; df = Infinity is the normal curve. */
export function tCdf(x: number, df: number): number {
  return tUpper(-x, df)
}

/** P(T > x) of Student's t. For x > 0 it is I_{df/(df+x²)}(df/2, 1/2) / 2 (Abramowitz & Stegun 26.7.1, 26.5.27). */
export function tUpper(x: number, df: number): number {
  requireNumber(x)
  if (df === Infinity) return normalUpper(x)
  requirePositive('df', df)
  if (!Number.isFinite(x)) return x > 0 ? 0 : 1
  // x² may overflow where x does not; the ratio is formed with the larger of the two in the denominator.
  const ratio = Math.abs(x) / Math.sqrt(df)
  const beyond = ratio > 1 ? 1 / (ratio * ratio) / (1 + 1 / (ratio * ratio)) : 1 / (1 + ratio * ratio)
  const within = ratio > 1 ? 1 / (1 + 1 / (ratio * ratio)) : (ratio * ratio) / (1 + ratio * ratio)
  if (x > 0) return incompleteBeta(beyond, within, df / 2, 0.5) / 2
  return 0.5 + incompleteBeta(within, beyond, 0.5, df / 2) / 2
}

/** The x with P(T ≤ x) = p of Student's t; df = Infinity is the normal curve. */
export function tQuantile(p: number, df: number): number {
  requireProbability(p)
  if (df === Infinity) return normalQuantile(p)
  requirePositive('df', df)
  if (p === 0.5) return 0
  return tQuantileOf(p, df)
}

/** The t of a two-sided interval: 2.2281… for confidence 0.95 and 10 degrees of freedom. */
export function tCritical(confidence: number, df: number): number {
  requireThat(confidence > 0 && confidence < 1, () => `a confidence lies in (0, 1), got ${confidence}`)
  return -tQuantile((1 - confidence) / 2, df)
}

/** P(X ≤ x) of the chi-square distribution with df > 0 degrees of freedom: P(df/2, x/2). */
export function chiSquareCdf(x: number, df: number): number {
  return gammaCdf(x, df / 2, 0.5)
}

/** P(X > x) of the chi-square distribution: Q(df/2, x/2). */
export function chiSquareUpper(x: number, df: number): number {
  return gammaUpper(x, df / 2, 0.5)
}

/** The x with P(X ≤ x) = p of the chi-square distribution. */
export function chiSquareQuantile(p: number, df: number): number {
  return gammaQuantile(p, df / 2, 0.5)
}

/** P(X ≤ x) of Fisher's F with df1, df2 > 0; df2 = Infinity is chi-square/df1. */
export function fCdf(x: number, df1: number, df2: number): number {
  requireNumber(x)
  requirePositive('df1', df1)
  if (df2 === Infinity) return chiSquareCdf(x * df1, df1)
  requirePositive('df2', df2)
  if (x <= 0) return 0
  if (x === Infinity) return 1
  const scale = df1 * x + df2
  return incompleteBeta((df1 * x) / scale, df2 / scale, df1 / 2, df2 / 2)
}

/** P(X > x) of Fisher's F: I_{df2/(df2+df1·x)}(df2/2, df1/2). */
export function fUpper(x: number, df1: number, df2: number): number {
  requireNumber(x)
  requirePositive('df1', df1)
  if (df2 === Infinity) return chiSquareUpper(x * df1, df1)
  requirePositive('df2', df2)
  if (x <= 0) return 1
  if (x === Infinity) return 0
  const scale = df1 * x + df2
  return incompleteBeta(df2 / scale, (df1 * x) / scale, df2 / 2, df1 / 2)
}

/** The x with P(X ≤ x) = p of Fisher's F. */
export function fQuantile(p: number, df1: number, df2: number): number {
  requireProbability(p)
  requirePositive('df1', df1)
  if (df2 === Infinity) return chiSquareQuantile(p, df1) / df1
  requirePositive('df2', df2)
  // F = df2·b/(df1·(1 - b)) with a beta quantile b; where b is close to 1, its mirror image keeps the digits of 1 - b.
  const b = betaQuantile(p, df1 / 2, df2 / 2)
  if (b <= 0.5) return (df2 * b) / (df1 * (1 - b))
  const mirrored = betaQuantile(1 - p, df2 / 2, df1 / 2)
  return (df2 * (1 - mirrored)) / (df1 * mirrored)
}

/** P(X ≤ x) of the beta distribution on [0, 1] with shapes alpha, beta > 0. */
export function betaCdf(x: number, alpha: number, beta: number): number {
  requireNumber(x)
  requirePositive('alpha', alpha)
  requirePositive('beta', beta)
  if (x <= 0) return 0
  if (x >= 1) return 1
  return betainc(x, alpha, beta)
}

/** P(X > x) of the beta distribution. */
export function betaUpper(x: number, alpha: number, beta: number): number {
  requireNumber(x)
  requirePositive('alpha', alpha)
  requirePositive('beta', beta)
  if (x <= 0) return 1
  if (x >= 1) return 0
  return betainc(x, alpha, beta, true, true)
}

/** The x with P(X ≤ x) = p of the beta distribution. */
export function betaQuantile(p: number, alpha: number, beta: number): number {
  requireProbability(p)
  requirePositive('alpha', alpha)
  requirePositive('beta', beta)
  return betaQuantileOf(p, alpha, beta)
}

/** P(X ≤ x) of the gamma distribution with the given shape and rate (mean = shape/rate). */
export function gammaCdf(x: number, shape: number, rate = 1): number {
  requireNumber(x)
  requirePositive('shape', shape)
  requirePositive('rate', rate)
  if (x <= 0) return 0
  if (x === Infinity) return 1
  return gammainc(x * rate, shape)
}

/** P(X > x) of the gamma distribution. */
export function gammaUpper(x: number, shape: number, rate = 1): number {
  requireNumber(x)
  requirePositive('shape', shape)
  requirePositive('rate', rate)
  if (x <= 0) return 1
  if (x === Infinity) return 0
  return gammainc(x * rate, shape, true, true)
}

/** The x with P(X ≤ x) = p of the gamma distribution. */
export function gammaQuantile(p: number, shape: number, rate = 1): number {
  requireProbability(p)
  requirePositive('shape', shape)
  requirePositive('rate', rate)
  return gammaQuantileOf(p, shape, rate)
}

/** P(X ≤ x) of the lognormal distribution; meanLog and sdLog describe ln X, not X. */
export function lognormalCdf(x: number, meanLog: number, sdLog: number): number {
  requireNumber(x)
  return x <= 0 ? 0 : normalCdf(log(x), meanLog, sdLog)
}

/** P(X > x) of the lognormal distribution; meanLog and sdLog describe ln X. */
export function lognormalUpper(x: number, meanLog: number, sdLog: number): number {
  requireNumber(x)
  return x <= 0 ? 1 : normalUpper(log(x), meanLog, sdLog)
}

/** The x with P(X ≤ x) = p of the lognormal distribution; meanLog and sdLog describe ln X. */
export function lognormalQuantile(p: number, meanLog: number, sdLog: number): number {
  return exp(normalQuantile(p, meanLog, sdLog))
}

function requireTriangle(low: number, mode: number, high: number): void {
  requireThat(
    Number.isFinite(low) && Number.isFinite(high) && low <= mode && mode <= high && low < high,
    () => `a triangle needs low ≤ mode ≤ high and low < high, got ${low}, ${mode}, ${high}`,
  )
}

/** P(X ≤ x) of the triangular distribution. Note the order: low, mode, high. */
export function triangularCdf(x: number, low: number, mode: number, high: number): number {
  requireNumber(x)
  requireTriangle(low, mode, high)
  return triangularCdfOf(x, low, high, mode)
}

/** P(X > x) of the triangular distribution: the same triangle seen from the other end. */
export function triangularUpper(x: number, low: number, mode: number, high: number): number {
  requireNumber(x)
  requireTriangle(low, mode, high)
  return triangularCdfOf(-x, -high, -low, -mode)
}

/** The x with P(X ≤ x) = p of the triangular distribution. */
export function triangularQuantile(p: number, low: number, mode: number, high: number): number {
  requireProbability(p)
  requireTriangle(low, mode, high)
  return triangularQuantileOf(p, low, high, mode)
}

function requireTrials(trials: number, probability: number): void {
  requireThat(Number.isInteger(trials) && trials >= 0, () => `trials must be a whole number, got ${trials}`)
  requireProbability(probability)
}

/** P(X ≤ k) of the binomial distribution: I_{1-p}(n-k, k+1). */
export function binomialCdf(k: number, trials: number, probability: number): number {
  requireNumber(k)
  requireTrials(trials, probability)
  const count = Math.floor(k)
  if (count < 0) return 0
  if (count >= trials) return 1
  // With k = 0 the sum has one term, and log1p keeps the digits of a tiny probability.
  if (count === 0) return exp(trials * log1p(-probability))
  if (probability === 0) return 1
  if (probability === 1) return 0
  return betainc(probability, count + 1, trials - count, true, true)
}

/** P(X > k) of the binomial distribution: I_p(k+1, n-k). "At least k" is `binomialUpper(k - 1, …)`. */
export function binomialUpper(k: number, trials: number, probability: number): number {
  requireNumber(k)
  requireTrials(trials, probability)
  const count = Math.floor(k)
  if (count < 0) return 1
  if (count >= trials || probability === 0) return 0
  if (probability === 1) return 1
  return betainc(probability, count + 1, trials - count)
}

/** The smallest k with P(X ≤ k) ≥ p of the binomial distribution. */
export function binomialQuantile(p: number, trials: number, probability: number): number {
  requireProbability(p)
  requireTrials(trials, probability)
  return binomialQuantileOf(p, trials, probability)
}
