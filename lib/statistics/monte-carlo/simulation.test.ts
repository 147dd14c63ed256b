import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { correlationRoot } from './correlation.ts'
import { type DistributionSpec, distributionOf } from './distribution.ts'
import { linearMoments } from './linear-combination.ts'
import { shareBelow, simulate, sortedQuantile, tabulatedScore } from './simulation.ts'

function must(spec: DistributionSpec) {
  const made = distributionOf(spec)
  if (!made.ok) throw new Error(made.reason)
  return made.value
}

const uniform = must({ kind: 'uniform', min: 0, max: 1 })
const pert = must({ kind: 'pert', min: 0.8, mode: 1, max: 1.5 })
const triangular = must({ kind: 'triangular', min: 0.8, mode: 1, max: 1.5 })
const lognormal = must({ kind: 'lognormal-of-value', mean: 100, sd: 30 })
const DRAWS = 100_000

function moments(values: Float64Array) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
  return { mean, variance }
}

describe('draws have the distribution they were drawn from', () => {
  test.each([
    ['uniform', uniform],
    ['pert', pert],
    ['triangular', triangular],
    ['lognormal', lognormal],
  ])('%s: no quantile strays by more than five standard errors', (_name, quantity) => {
    const values = simulate([quantity], (draw) => draw[0]!, { draws: DRAWS, seed: 11 })
    for (const p of [0.01, 0.1, 0.5, 0.9, 0.99]) {
      const share = shareBelow(values, quantity.quantile(p))
      expect(Math.abs(share - p)).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / DRAWS))
    }
  })

  test('two uniforms: P(X + Y < 1/2) = 1/8', () => {
    const sums = simulate([uniform, uniform], (draw) => draw[0]! + draw[1]!, { draws: DRAWS, seed: 1 })
    expect(Math.abs(shareBelow(sums, 0.5) - 1 / 8)).toBeLessThan(5 * Math.sqrt(7 / 64 / DRAWS))
  })

  test('correlated through the copula: mean and variance of the sum are the exact ones', () => {
    const matrix = [
      [1, 0.8],
      [0.8, 1],
    ]
    const root = correlationRoot(matrix)
    if (!root.ok) throw new Error(root.reason)
    const quantities = [pert, triangular]
    const sums = simulate(quantities, (draw) => 2 * draw[0]! + draw[1]!, {
      draws: DRAWS,
      seed: 5,
      root: root.value.cholesky,
    })
    const exact = linearMoments([2, 1], quantities, 0, matrix)
    const found = moments(sums)
    expect(Math.abs(found.mean - exact.mean)).toBeLessThan(5 * Math.sqrt(exact.variance / DRAWS))
    // The variance of a variance is about 2σ⁴/n for such bell-shaped sums; independence would be off by 40 %.
    expect(Math.abs(found.variance / exact.variance - 1)).toBeLessThan(5 * Math.sqrt(2.5 / DRAWS))
  })
})

describe('reproducible', () => {
  const run = (seed: number) =>
    simulate([pert, lognormal], (draw) => draw[0]! * draw[1]!, { draws: 1000, seed })

  test('the same seed draws the same, another seed another; more draws go on where fewer end', () => {
    expect(run(4)).toEqual(run(4))
    expect(run(4)).not.toEqual(run(5))
    const longer = simulate([pert, lognormal], (draw) => draw[0]! * draw[1]!, { draws: 2000, seed: 4 })
    expect(longer.slice(0, 1000)).toEqual(run(4))
  })

  test('a plan that is not whole is a programming error', () => {
    expect(() => simulate([uniform], () => 0, { draws: 0, seed: 1 })).toThrow(RangeError)
    expect(() => simulate([uniform], () => 0, { draws: 1.5, seed: 1 })).toThrow(RangeError)
    expect(() => simulate([uniform], () => 0, { draws: 10, seed: Number.NaN })).toThrow(RangeError)
  })
})

test.each([
  [1.8, 4.2],
  [1, 5],
  [1, 1],
  [200, 300],
])('the table of a beta(%s, %s) stays within 1e-7 of its spread, also beyond its reach', (alpha, beta) => {
  const quantity = must({ kind: 'beta', alpha, beta })
  const read = tabulatedScore(quantity)
  for (let z = -6; z <= 6; z += 0.0371) {
    expect(Math.abs(read(z) - quantity.fromScore(z))).toBeLessThan(1e-7 * Math.sqrt(quantity.variance))
  }
  expect(read(9)).toBe(quantity.fromScore(9))
  expect(read(-9)).toBe(quantity.fromScore(-9))
})

describe('quantile of type 7', () => {
  test('positions (n − 1)·p: of 1, 2, 4, 8 the median is 3 and the lower quarter 1.75', () => {
    const sorted = Float64Array.of(1, 2, 4, 8)
    expect(sortedQuantile(sorted, 0.5)).toBe(3)
    expect(sortedQuantile(sorted, 0.25)).toBe(1.75)
    expect(sortedQuantile(sorted, 0)).toBe(1)
    expect(sortedQuantile(sorted, 1)).toBe(8)
    expect(sortedQuantile(Float64Array.of(5), 0.3)).toBe(5)
  })

  test('it rises with p and stays among the values', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 })
    const p = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(values, p, p, (given, a, b) => {
        const sorted = Float64Array.from(given).sort()
        const [low, high] = [sortedQuantile(sorted, Math.min(a, b)), sortedQuantile(sorted, Math.max(a, b))]
        expect(low).toBeLessThanOrEqual(high + 1e-9)
        expect(low).toBeGreaterThanOrEqual(sorted[0]! - 1e-9)
        expect(high).toBeLessThanOrEqual(sorted[sorted.length - 1]! + 1e-9)
      }),
    )
  })
})

test('the share below a limit leaves out the limit itself', () => {
  expect(shareBelow(Float64Array.of(-1, 0, 0, 2), 0)).toBe(0.25)
})
