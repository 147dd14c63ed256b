import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Answers, kendallTauB, pearson, spearman } from './correlation.ts'

function value<Value>(result: { ok: true; value: Value } | { ok: false; reason: string }): Value {
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

// Anscombe (1973): four data sets, all r = 0.816.
const x123 = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
const y1 = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
const y2 = [9.14, 8.14, 8.74, 8.77, 9.26, 8.1, 6.13, 3.1, 9.13, 7.26, 4.74]

describe('Pearson', () => {
  test('Anscombe: r = 0.816, t = 4.24 with 9 degrees of freedom, p = 0.0022', () => {
    for (const y of [y1, y2]) {
      const found = value(pearson(x123, y))
      expect(found.coefficient).toBeCloseTo(0.816, 3)
      expect(found.t).toBeCloseTo(4.24, 2)
      expect(found).toMatchObject({ n: 11, df: 9, p: expect.closeTo(0.0022, 4) })
    }
  })

  test('the interval is Fisher’s z: atanh r ± 1.96/√(n-3)', () => {
    const { coefficient, interval } = value(pearson(x123, y1))
    const half = 1.959963984540054 / Math.sqrt(8)
    expect(Math.atanh(interval![0])).toBeCloseTo(Math.atanh(coefficient) - half, 10)
    expect(Math.atanh(interval![1])).toBeCloseTo(Math.atanh(coefficient) + half, 10)
  })

  test('values a billion away from zero keep their digits', () => {
    const y = [2, 1, 4, 3, 6, 5.5]
    const near = value(pearson([1, 2, 3, 4, 5, 6], y)).coefficient
    expect(
      value(
        pearson(
          [1, 2, 3, 4, 5, 6].map((v) => v + 1e9),
          y,
        ),
      ).coefficient,
    ).toBeCloseTo(near, 13)
  })

  test('only complete pairs count', () => {
    const found = value(pearson([1, 2, null, 4, 5], [2, null, 3, 3, 6]))
    expect(found.n).toBe(3)
    expect(found.coefficient).toBeCloseTo(value(pearson([1, 4, 5], [2, 3, 6])).coefficient, 14)
  })

  test('a perfect line has p 0, no finite t, and an interval that is a point; two pairs have no test', () => {
    expect(value(pearson([1, 2, 3, 5], [2, 4, 6, 10]))).toMatchObject({
      coefficient: 1,
      t: null,
      p: 0,
      interval: [1, 1],
    })
    expect(value(pearson([1, 2], [5, 3]))).toMatchObject({
      coefficient: -1,
      df: 0,
      t: null,
      p: null,
      interval: null,
    })
  })
})

describe('Spearman', () => {
  test('without ties it is 1 - 6Σd²/(n³ - n)', () => {
    // IQ and hours of television: the classroom example with Σd² = 194, ρ = -29/165.
    const iq = [106, 86, 100, 101, 99, 103, 97, 113, 112, 110]
    const hours = [7, 0, 27, 50, 28, 29, 20, 12, 6, 17]
    expect(value(spearman(iq, hours)).coefficient).toBeCloseTo(-29 / 165, 12)
  })
  test('with ties it is r of the mid-ranks, and the shortcut is wrong', () => {
    const x = [5, 4, 4, 3, 2, 5]
    const y = [4, 4, 5, 3, 1, 5]
    const midX = [5.5, 3.5, 3.5, 2, 1, 5.5]
    const midY = [3.5, 3.5, 5.5, 2, 1, 5.5]
    expect(value(spearman(x, y)).coefficient).toBeCloseTo(value(pearson(midX, midY)).coefficient, 12)
    const squares = midX.reduce((acc, r, i) => acc + (r - midY[i]!) ** 2, 0)
    expect(value(spearman(x, y)).coefficient).not.toBeCloseTo(1 - (6 * squares) / 210, 2)
  })
})

describe('Kendall', () => {
  const byPairs = (x: number[], y: number[]) => {
    let score = 0
    let untiedX = 0
    let untiedY = 0
    for (let i = 0; i < x.length; i++) {
      for (let j = 0; j < i; j++) {
        const dx = Math.sign(x[i]! - x[j]!)
        const dy = Math.sign(y[i]! - y[j]!)
        score += dx * dy
        untiedX += dx * dx
        untiedY += dy * dy
      }
    }
    return score / Math.sqrt(untiedX * untiedY)
  }
  test('the fast count equals counting every pair', () => {
    const answers = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), {
      minLength: 2,
      maxLength: 40,
    })
    fc.assert(
      fc.property(answers, (pairs) => {
        const x = pairs.map(([a]) => a)
        const y = pairs.map(([, b]) => b)
        const slow = byPairs(x, y)
        const fast = kendallTauB(x, y)
        if (Number.isNaN(slow)) expect(fast).toMatchObject({ reason: 'no-variation' })
        else expect(value(fast).tau).toBeCloseTo(slow, 12)
      }),
    )
  })
})

describe('laws', () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), {
    minLength: 3,
    maxLength: 30,
  })
  test('symmetric, bounded, unmoved by shift and scale, mirrored by a minus', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const x = list.map(([a]) => a)
        const y = list.map(([, b]) => b)
        const r = pearson(x, y)
        if (!r.ok) return
        const { coefficient } = r.value
        expect(Math.abs(coefficient)).toBeLessThanOrEqual(1)
        expect(value(pearson(y, x)).coefficient).toBeCloseTo(coefficient, 10)
        expect(
          value(
            pearson(
              x.map((v) => 3 * v + 7),
              y,
            ),
          ).coefficient,
        ).toBeCloseTo(coefficient, 9)
        expect(
          value(
            pearson(
              x.map((v) => -v),
              y,
            ),
          ).coefficient,
        ).toBeCloseTo(-coefficient, 10)
        const cubed = x.map((v) => v ** 3)
        expect(value(spearman(cubed, y)).coefficient).toBeCloseTo(value(spearman(x, y)).coefficient, 10)
        expect(value(kendallTauB(cubed, y)).tau).toBeCloseTo(value(kendallTauB(x, y)).tau, 10)
      }),
    )
  })
})

test('refusals', () => {
  const constant: Answers = [2, 2, 2, 2]
  for (const of of [pearson, spearman, kendallTauB]) {
    expect(of(constant, [1, 5, 3, 4])).toMatchObject({ reason: 'no-variation' })
    expect(of([1, 2], [1])).toMatchObject({ reason: 'length-mismatch' })
    expect(of([1, null], [1, 2])).toMatchObject({ reason: 'too-few-pairs' })
    expect(of([1, Number.NaN], [1, 2])).toMatchObject({ reason: 'not-a-number', details: { index: 1 } })
  }
  expect(pearson([1, 2, 3], [1, 2, 4], { confidence: 1 })).toMatchObject({
    reason: 'confidence-out-of-range',
  })
})
