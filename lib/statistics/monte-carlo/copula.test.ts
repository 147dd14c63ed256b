import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { copulaCorrelation, copulaCovariance, copulaCovariances } from './copula.ts'
import { type DistributionSpec, distributionOf } from './distribution.ts'

function must(spec: DistributionSpec) {
  const made = distributionOf(spec)
  if (!made.ok) throw new Error(made.reason)
  return made.value
}

const uniform = must({ kind: 'uniform', min: 0, max: 1 })
const triangular = must({ kind: 'triangular', min: 0.8, mode: 1, max: 1.5 })
const normal = must({ kind: 'normal', mean: 5, sd: 2 })
const pert = must({ kind: 'pert', min: 0.8, mode: 1, max: 1.5 })
const RHOS = [-1, -0.99, -0.6, -0.01, 0, 0.3, 0.9, 0.999, 1]

describe('closed forms', () => {
  test.each(RHOS)('normals keep the correlation of their scores: %s', (rho) => {
    expect(copulaCorrelation(normal, must({ kind: 'normal', mean: -1, sd: 7 }), rho)).toBeCloseTo(rho, 12)
  })

  test.each(RHOS)('uniforms have Spearman’s: (6/π)·asin(ρ/2) at %s', (rho) => {
    expect(copulaCorrelation(uniform, uniform, rho)).toBeCloseTo((6 / Math.PI) * Math.asin(rho / 2), 11)
  })

  test.each([0.2, 1, 1.5, 2])('lognormals: e^{…}(e^{ρσ₁σ₂} − 1), also as skewed as σ = %s', (sdLog) => {
    const x = must({ kind: 'lognormal-of-log', meanLog: 0.3, sdLog })
    const y = must({ kind: 'lognormal-of-log', meanLog: -0.1, sdLog: 0.7 })
    for (const rho of RHOS.filter((value) => value !== 0)) {
      const exact = x.mean * y.mean * Math.expm1(rho * sdLog * 0.7)
      expect(copulaCovariance(x, y, rho) / exact).toBeCloseTo(1, 10)
    }
  })

  test('triangles: twenty digits by double quadrature elsewhere', () => {
    expect(copulaCovariance(triangular, triangular, 0.5)).toBeCloseTo(0.010674666359049, 13)
    expect(copulaCovariance(triangular, triangular, 0.99)).toBeCloseTo(0.021441632642455, 10)
  })

  test('what always moves together has the whole variance', () => {
    for (const one of [uniform, triangular, normal, pert]) {
      expect(copulaCovariance(one, one, 1) / one.variance).toBeCloseTo(1, 10)
    }
  })
})

test('symmetric, rising in ρ, zero at 0, and never stronger than the scores', () => {
  const quantity = fc.constantFrom(uniform, triangular, normal)
  const rho = fc.double({ min: -0.95, max: 0.95, noNaN: true })
  fc.assert(
    fc.property(quantity, quantity, rho, rho, (x, y, a, b) => {
      expect(copulaCovariance(x, y, a)).toBeCloseTo(copulaCovariance(y, x, a), 12)
      expect(Math.abs(copulaCorrelation(x, y, a)!)).toBeLessThanOrEqual(Math.abs(a) + 1e-9)
      if (Math.abs(a - b) > 1e-6)
        expect(Math.sign(copulaCovariance(x, y, a) - copulaCovariance(x, y, b))).toBe(Math.sign(a - b))
    }),
    { numRuns: 10 },
  )
  expect(copulaCovariance(triangular, pert, 0)).toBe(0)
})

test('a constant is correlated with nothing, and a correlation beyond ±1 is a programming error', () => {
  const constant = must({ kind: 'normal', mean: 3, sd: 0 })
  expect(copulaCovariance(constant, normal, 0.5)).toBe(0)
  expect(copulaCorrelation(constant, normal, 0.5)).toBeNull()
  expect(() => copulaCovariance(normal, normal, 1.01)).toThrow(RangeError)
})

test('all pairs at once are the pairs one by one, with the variances in the diagonal', () => {
  const constant = must({ kind: 'normal', mean: 3, sd: 0 })
  const quantities = [uniform, triangular, pert, normal, constant]
  const scores = [
    [1, 0.3, -0.6, 0, 0.2],
    [0.3, 1, 0.1, 0, 0.2],
    [-0.6, 0.1, 1, 1, 0.2],
    [0, 0, 1, 1, 0.2],
    [0.2, 0.2, 0.2, 0.2, 1],
  ]
  const found = copulaCovariances(quantities, scores)
  found.forEach((row, i) => {
    row.forEach((covariance, j) => {
      const [x, y] = [quantities[i]!, quantities[j]!]
      const expected = i === j ? x.variance : copulaCovariance(x, y, scores[i]![j]!)
      expect(Math.abs(covariance - expected)).toBeLessThan(1e-12 * (1 + Math.abs(expected)))
    })
  })
  expect(copulaCovariances([uniform, normal], null)).toEqual([
    [uniform.variance, 0],
    [0, normal.variance],
  ])
})
