/**
 * Gaussian copula: quantities with distributions of their own that move together.
 *
 * Each quantity is its quantile function applied to a normal score, X = g(Z) = F⁻¹(Φ(Z)), and the scores are correlated.
 * The correlation of the quantities is then not that of the scores. It is computed here without simulation: with the
 * orthonormal Hermite coefficients aₖ of g, Cov(X, Y) = Σ_{k≥1} ρᵏ·aₖ·bₖ (Mehler's expansion).
 * Source: Nelsen, An Introduction to Copulas, 2nd ed., 2006, 2.3; Kibble (1945), Proc. Camb. Phil. Soc. 41, 12–15.
 */
import { exp, log, power } from '../../elementary.ts'
import { normalQuantile } from '../distributions.ts'
import type { Distribution } from './distribution.ts'
import { eachNode } from './gauss-legendre.ts'

/** Φ(−16) is 1e-57; even a lognormal with sdLog 3 has nothing left beyond. */
const REACH = 16
const PANEL_WIDTH = 1 / 24
/** Terms of the expansion; beyond, at |ρ| close to 1 and for kinked distributions, less than 1e-9 of the variances is left. */
const MOST_TERMS = 2000
/** ρᵏ below this adds no digit. */
const NEGLIGIBLE = 1e-17

/** √k: the recurrence of the polynomials needs each of them at every node. */
const ROOTS = Float64Array.from({ length: MOST_TERMS + 2 }, (_, k) => Math.sqrt(k))

/** Nodes of the score scale, refined so that no panel contains a kink of any of the distributions. */
function eachScore(distributions: readonly Distribution[], add: (z: number, weight: number) => void): void {
  const breaks = distributions.flatMap(({ kinks }) => kinks.map((p) => normalQuantile(p)))
  const ends = [-REACH, ...breaks, ...breaks.map((z) => -z), REACH].sort((a, b) => a - b)
  for (let i = 1; i < ends.length; i++) {
    if (ends[i]! > ends[i - 1]!) eachNode(ends[i - 1]!, ends[i]!, PANEL_WIDTH, add)
  }
}

/** aₖ = ∫ (g(z) − mean)·hₖ(z)·φ(z) dz for k = 0…terms, hₖ the orthonormal Hermite polynomials. */
function hermiteCoefficients(distribution: Distribution, terms: number): Float64Array {
  const coefficients = new Float64Array(terms + 1)
  eachScore([distribution], (z, weight) => {
    const rootDensity = exp((-z * z) / 4) / power(2 * Math.PI, 0.25)
    const value = (distribution.fromScore(z) - distribution.mean) * rootDensity * weight
    // The recurrence of hₖ carries √φ along: hₖ alone overflows where φ underflows.
    let before = 0
    let current = rootDensity
    for (let k = 0; k <= terms; k++) {
      coefficients[k] = coefficients[k]! + value * current
      const next = (z * current - ROOTS[k]! * before) / ROOTS[k + 1]!
      before = current
      current = next
    }
  })
  return coefficients
}

/** ρ = ±1: one score drives both, and the covariance is a single integral. */
function comonotoneCovariance(x: Distribution, y: Distribution, rho: number): number {
  let sum = 0
  eachScore([x, y], (z, weight) => {
    const density = exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
    sum += weight * density * (x.fromScore(z) - x.mean) * (y.fromScore(rho * z) - y.mean)
  })
  return sum
}

/** How many terms Mehler's expansion needs at this correlation; none at 0 and ±1, which have forms of their own. */
function termsFor(rho: number): number {
  const size = Math.abs(rho)
  return size > 0 && size < 1 ? Math.min(MOST_TERMS, Math.ceil(log(NEGLIGIBLE) / log(size))) : 0
}

/** Σ_{k = 1…terms} ρᵏ·aₖ·bₖ, the smallest terms first. */
function expansion(a: Float64Array, b: Float64Array, rho: number, terms: number): number {
  let sum = 0
  for (let k = terms; k >= 1; k--) sum += power(rho, k) * a[k]! * b[k]!
  return sum
}

/**
 * Cov(X, Y) of two quantities whose normal scores have correlation rho.
 * @throws RangeError unless −1 ≤ rho ≤ 1.
 */
export function copulaCovariance(x: Distribution, y: Distribution, rho: number): number {
  if (!(rho >= -1 && rho <= 1)) throw new RangeError(`a correlation lies in [-1, 1], got ${rho}`)
  if (rho === 0 || x.variance === 0 || y.variance === 0) return 0
  if (Math.abs(rho) === 1) return comonotoneCovariance(x, y, rho)
  const terms = termsFor(rho)
  const a = hermiteCoefficients(x, terms)
  return expansion(a, x === y ? a : hermiteCoefficients(y, terms), rho, terms)
}

/**
 * Cov(Xᵢ, Xⱼ) of every pair, with the variances in the diagonal. The same as copulaCovariance pair by pair, but each
 * quantity is expanded once: five quantities have ten pairs, and the expansion is what takes the time.
 * @param scoreCorrelation correlation matrix of the normal scores; null: independent.
 */
export function copulaCovariances(
  quantities: readonly Distribution[],
  scoreCorrelation: readonly (readonly number[])[] | null,
): number[][] {
  const expanded = quantities.map((quantity, i) => {
    const terms = quantities.map((_, j) => (i === j ? 0 : termsFor(scoreCorrelation?.[i]?.[j] ?? 0)))
    const most = quantity.variance === 0 ? 0 : Math.max(0, ...terms)
    return most === 0 ? null : hermiteCoefficients(quantity, most)
  })
  return quantities.map((x, i) =>
    quantities.map((y, j) => {
      if (i === j) return x.variance
      const rho = scoreCorrelation?.[i]?.[j] ?? 0
      const [a, b] = [expanded[i], expanded[j]]
      const terms = termsFor(rho)
      return terms > 0 && a && b ? expansion(a, b, rho, terms) : copulaCovariance(x, y, rho)
    }),
  )
}

/** Pearson correlation of the quantities; null when one of them is constant. */
export function copulaCorrelation(x: Distribution, y: Distribution, rho: number): number | null {
  return x.variance === 0 || y.variance === 0
    ? null
    : copulaCovariance(x, y, rho) / Math.sqrt(x.variance * y.variance)
}
