/**
 * Sums and products of uncertain quantities whose moments need no simulation.
 *
 * Mean and variance of Σ cᵢ·Xᵢ + constant follow from the means, variances and covariances, whatever the distributions.
 * A product of lognormal quantities is lognormal: its logarithm is a sum of normals. What can be had exactly is not
 * simulated; only quantiles and probabilities of other combinations are.
 */
import { copulaCovariances } from './copula.ts'
import type { Distribution } from './distribution.ts'

/** Quantities that cancel each other leave rounding noise of either sign, this large beside the terms added. */
const CANCELLED = 1e-12

/**
 * Exact mean and variance of Σ cᵢ·Xᵢ + constant.
 * @param scoreCorrelation correlation matrix of the normal scores (Gaussian copula); null: independent.
 * @returns also each quantity's part of the variance, Cov(cᵢ·Xᵢ, Σ cⱼ·Xⱼ); negative where it offsets the others.
 */
export function linearMoments(
  coefficients: readonly number[],
  quantities: readonly Distribution[],
  constant: number,
  scoreCorrelation: readonly (readonly number[])[] | null = null,
): { mean: number; variance: number; contributions: number[] } {
  const covariances = copulaCovariances(quantities, scoreCorrelation)
  let mean = constant
  let gross = 0
  const contributions = quantities.map(() => 0)
  quantities.forEach((quantity, i) => {
    const c = coefficients[i]!
    mean += c * quantity.mean
    quantities.forEach((_, j) => {
      const term = c * coefficients[j]! * covariances[i]![j]!
      contributions[i] = contributions[i]! + term
      gross += Math.abs(term)
    })
  })
  const variance = contributions.reduce((sum, part) => sum + part, 0)
  return { mean, variance: variance > CANCELLED * gross ? variance : 0, contributions }
}

/**
 * The parameters of a product of lognormal quantities: meanLog = Σ μᵢ, sdLog² = Σᵢⱼ σᵢ·σⱼ·ρᵢⱼ.
 * @param scoreCorrelation correlation matrix of the logarithms.
 */
export function lognormalProduct(
  factors: readonly { meanLog: number; sdLog: number }[],
  scoreCorrelation: readonly (readonly number[])[],
): { meanLog: number; sdLog: number } {
  let meanLog = 0
  let variance = 0
  factors.forEach((factor, i) => {
    meanLog += factor.meanLog
    factors.forEach((other, j) => {
      variance += factor.sdLog * other.sdLog * scoreCorrelation[i]![j]!
    })
  })
  return { meanLog, sdLog: Math.sqrt(Math.max(0, variance)) }
}
