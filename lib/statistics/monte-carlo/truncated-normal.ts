/**
 * The truncated normal distribution: a normal quantity of which one knows that it lies between two bounds.
 *
 * The textbook moments subtract nearly equal numbers as soon as the bounds are close together or lie on one side of the
 * mean: for [8, 20] around 0 they put the mean outside the bounds. Here the moments are integrals over the range itself,
 * and a range above the mean is treated as its mirror image below it, where the normal distribution function has all
 * its digits. Source: Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions 1, 2nd ed., 1994, 13.10.1.
 */
import { exp, power } from '../../elementary.ts'
import { normalCdf, normalQuantile } from '../distributions.ts'
import { integrate } from './gauss-legendre.ts'

/** Where the density has fallen to 1e-18 of its greatest value in the range, nothing more is added to an integral. */
const NEGLIGIBLE = 83

/** Mean and central moments of a standard normal between low and high, of which low is not above −high. */
function standardMoments(low: number, high: number) {
  // The density, relative to its greatest value in the range: far out the density itself would underflow.
  const peak = Math.min(high, 0)
  const density = (z: number) => exp((peak * peak - z * z) / 2)
  const from = Math.max(low, -Math.sqrt(peak * peak + NEGLIGIBLE))
  const to = Math.min(high, Math.sqrt(peak * peak + NEGLIGIBLE))
  const moment = (f: (z: number) => number) => integrate((z) => f(z) * density(z), from, to, (to - from) / 64)
  const mass = moment(() => 1)
  // Taken from the end with the most probability, so that a narrow range loses nothing against a distant zero.
  const origin = high < 0 ? high : from
  const mean = origin + moment((z) => z - origin) / mass
  const central = (k: number) => moment((z) => power(z - mean, k)) / mass
  return { mean, variance: central(2), third: central(3) }
}

/**
 * A Distribution of distribution.ts; sd > 0 and min < max.
 * @returns null when the range holds no probability that a double can tell from 0.
 */
export function truncatedNormal(mean: number, sd: number, min: number, max: number) {
  const [alpha, beta] = [(min - mean) / sd, (max - mean) / sd]
  // sign = −1: worked in the mirror image, in which the range leans to the lower tail.
  const sign = alpha + beta > 0 ? -1 : 1
  const [low, high] = sign < 0 ? [-beta, -alpha] : [alpha, beta]
  const [below, upTo] = [normalCdf(low), normalCdf(high)]
  const mass = upTo - below
  if (!(mass > 0)) return null
  const standard = standardMoments(low, high)
  const within = (x: number) => Math.min(max, Math.max(min, x))
  const mirroredQuantile = (p: number) => within(mean + sign * sd * normalQuantile(below + p * mass))
  const fromLower = (p: number) => mirroredQuantile(sign > 0 ? p : 1 - p)
  return {
    mean: within(mean + sign * sd * standard.mean),
    variance: sd * sd * standard.variance,
    skewness: (sign * standard.third) / power(standard.variance, 1.5),
    cdf: (x: number) => {
      if (x <= min) return 0
      if (x >= max) return 1
      const part = (normalCdf((sign * (x - mean)) / sd) - below) / mass
      return Math.min(1, Math.max(0, sign > 0 ? part : 1 - part))
    },
    quantile: fromLower,
    fromScore: (z: number) => mirroredQuantile(normalCdf(sign * z)),
    tabulate: false,
    kinks: [],
  }
}
