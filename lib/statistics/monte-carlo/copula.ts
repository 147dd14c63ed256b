/**
 * Gaussian copula: quantities with distributions of their own that move together.
 *
 * Each quantity is its quantile function applied to a normal score, X = F⁻¹(Φ(Z)), and the scores are correlated. The
 * correlation of the quantities is then not that of the scores. It is computed here without simulation: with the
 * orthonormal Hermite coefficients aₖ of g(z) = F⁻¹(Φ(z)), Cov(X, Y) = Σ_{k≥1} ρᵏ·aₖ·bₖ (Mehler's expansion).
 */
import { normalCdf, normalQuantile } from '../distributions.ts'
import type { Distribution } from './distribution.ts'

/** Beyond |z| = 8.2 a double's normal probability is 0 or 1. */
const REACH = 8.2
const TERMS = 160
/** Gauss–Legendre nodes and weights on [−1, 1], eight points: exact to degree 15. */
const NODES = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363] as const
const WEIGHTS = [0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763] as const
const PANELS = 400

/** aₖ = ∫ g(z)·hₖ(z)·φ(z) dz for k = 0…TERMS, hₖ the orthonormal Hermite polynomials. */
function hermiteCoefficients(distribution: Distribution): Float64Array {
  const breaks = [-REACH, ...distribution.kinks.map((p) => normalQuantile(p)), REACH].sort((a, b) => a - b)
  const coefficients = new Float64Array(TERMS + 1)
  const add = (z: number, weight: number) => {
    const p = normalCdf(z)
    if (p <= 0 || p >= 1) return
    const value = (distribution.quantile(p) * weight * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI)
    let before = 0
    let current = 1
    for (let k = 0; k <= TERMS; k++) {
      coefficients[k] = coefficients[k]! + value * current
      const next = (z * current - Math.sqrt(k) * before) / Math.sqrt(k + 1)
      before = current
      current = next
    }
  }
  for (let s = 1; s < breaks.length; s++) {
    const [from, to] = [breaks[s - 1]!, breaks[s]!]
    const half = (to - from) / PANELS / 2
    for (let panel = 0; panel < PANELS; panel++) {
      const middle = from + (2 * panel + 1) * half
      NODES.forEach((node, i) => {
        add(middle - half * node, half * WEIGHTS[i]!)
        add(middle + half * node, half * WEIGHTS[i]!)
      })
    }
  }
  return coefficients
}

/** Cov(X, Y) of two quantities whose normal scores have correlation rho. */
export function copulaCovariance(x: Distribution, y: Distribution, rho: number): number {
  const a = hermiteCoefficients(x)
  const b = hermiteCoefficients(y)
  let sum = 0
  for (let k = TERMS; k >= 1; k--) sum += rho ** k * a[k]! * b[k]!
  return sum
}

/** Pearson correlation of the quantities; null when one of them is constant. */
export function copulaCorrelation(x: Distribution, y: Distribution, rho: number): number | null {
  return x.variance === 0 || y.variance === 0
    ? null
    : copulaCovariance(x, y, rho) / Math.sqrt(x.variance * y.variance)
}
