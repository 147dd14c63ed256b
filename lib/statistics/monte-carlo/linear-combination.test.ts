import { describe, expect, test } from 'vitest'
import { type DistributionSpec, distributionOf } from './distribution.ts'
import { linearMoments, lognormalProduct } from './linear-combination.ts'

function must(spec: DistributionSpec) {
  const made = distributionOf(spec)
  if (!made.ok) throw new Error(made.reason)
  return made.value
}

const x = must({ kind: 'normal', mean: 5, sd: 2 })
const y = must({ kind: 'normal', mean: -1, sd: 3 })

describe('sums', () => {
  test('independent: 2X − Y + 10 has mean 21 and variance 4·4 + 9', () => {
    expect(linearMoments([2, -1], [x, y], 10)).toEqual({
      mean: 21,
      variance: expect.closeTo(25, 12),
      contributions: [16, 9],
    })
  })

  test('correlated 0.5: the covariance 3 comes in with 2·2·(−1)', () => {
    const matrix = [
      [1, 0.5],
      [0.5, 1],
    ]
    const { variance, contributions } = linearMoments([2, -1], [x, y], 10, matrix)
    expect(variance).toBeCloseTo(25 - 4 * 3, 10)
    // Each takes half of what the covariance takes away.
    expect(contributions).toEqual([expect.closeTo(16 - 6, 10), expect.closeTo(9 - 6, 10)])
  })

  test('what cancels has no variance, and not a negative one', () => {
    const matrix = [
      [1, 1],
      [1, 1],
    ]
    expect(linearMoments([1, -1], [x, x], 0, matrix).variance).toBe(0)
  })
})

test('a product of lognormals: means of logarithms add, and variances as of a sum', () => {
  const factors = [
    { meanLog: 1, sdLog: 0.3 },
    { meanLog: 0.5, sdLog: 0.4 },
  ]
  const independent = [
    [1, 0],
    [0, 1],
  ]
  const together = [
    [1, 1],
    [1, 1],
  ]
  expect(lognormalProduct(factors, independent)).toEqual({
    meanLog: 1.5,
    sdLog: expect.closeTo(0.5, 12),
  })
  expect(lognormalProduct(factors, together).sdLog).toBeCloseTo(0.7, 12)
})
