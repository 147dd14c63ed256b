/**
 * Sums and products of uncertain quantities whose moments need no simulation.
 *
 * Mean and variance of Σ cᵢ·Xᵢ + constant follow from the means, variances and covariances, whatever the distributions.
 * A product of lognormal quantities is lognormal: its logarithm is a sum of normals. What can be had exactly is not
 * simulated; only quantiles and probabilities of other combinations are.
 */
import { copulaCovariance } from './copula.ts'
import type { Distribution } from './distribution.ts'

/**
 * Exact mean and variance of Σ cᵢ·Xᵢ + constant.
 * @param scoreCorrelation correlation matrix of the normal scores (Gaussian copula); null: independent.
 */
export function linearMoments(
  coefficients: readonly number[],
  quantities: readonly Distribution[],
  constant: number,
  scoreCorrelation: readonly (readonly number[])[] | null = null,
): { mean: number; variance: number } {
  let mean = constant
  let variance = 0
  quantities.forEach((quantity, i) => {
    const c = coefficients[i]!
    mean += c * quantity.mean
    variance += c * c * quantity.variance
    for (let j = 0; scoreCorrelation && j < i; j++) {
      variance +=
        2 * c * coefficients[j]! * copulaCovariance(quantity, quantities[j]!, scoreCorrelation[i]![j]!)
    }
  })
  // Quantities that cancel each other leave rounding noise of either sign.
  return { mean, variance: Math.max(0, variance) }
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
