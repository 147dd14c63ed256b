import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  correlationRoot,
  kendallFromNormal,
  nearestCorrelation,
  normalFromSpearman,
  rankCorrelationRoot,
  spearmanFromNormal,
} from './correlation.ts'

const times = (root: readonly (readonly number[])[]) =>
  root.map((row) => root.map((other) => row.reduce((sum, value, k) => sum + value * other[k]!, 0)))

/** Correlations of random vectors: always possible ones. */
const possible = fc
  .array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 }), {
    minLength: 2,
    maxLength: 5,
  })
  .filter((rows) => rows.every((row) => row.some((value) => value !== 0)))
  .map((rows) => {
    const unit = rows.map((row) => row.map((value) => value / Math.hypot(...row)))
    return unit.map((a, i) =>
      unit.map((b, j) =>
        i === j ? 1 : Math.max(-1, Math.min(1, a[0]! * b[0]! + a[1]! * b[1]! + a[2]! * b[2]!)),
      ),
    )
  })

describe('root', () => {
  test('two quantities: [[1, 0], [ρ, √(1 − ρ²)]]', () => {
    expect(
      correlationRoot([
        [1, 0.6],
        [0.6, 1],
      ]),
    ).toEqual({
      ok: true,
      value: {
        cholesky: [
          [1, 0],
          [expect.closeTo(0.6, 12), expect.closeTo(0.8, 12)],
        ],
        minEigenvalue: expect.closeTo(0.4, 12),
      },
    })
  })

  test('L·Lᵀ is the matrix again, also when four or five vectors lie in three dimensions', () => {
    fc.assert(
      fc.property(possible, (matrix) => {
        const root = correlationRoot(matrix)
        if (!root.ok) throw new Error(root.reason)
        times(root.value.cholesky).forEach((row, i) => {
          row.forEach((value, j) => {
            expect(value).toBeCloseTo(matrix[i]![j]!, 5)
          })
        })
      }),
    )
  })

  test('two quantities that always move together are possible', () => {
    const root = correlationRoot([
      [1, 1],
      [1, 1],
    ])
    expect(root).toMatchObject({
      ok: true,
      value: {
        cholesky: [
          [1, 0],
          [1, 0],
        ],
      },
    })
  })
})

describe('impossible matrices', () => {
  const contradiction = [
    [1, 0.9, -0.9],
    [0.9, 1, 0.9],
    [-0.9, 0.9, 1],
  ]

  test('a contradiction is refused with its smallest eigenvalue, 1 − 2·0.9', () => {
    expect(correlationRoot(contradiction)).toEqual({
      ok: false,
      reason: 'not-psd',
      details: { minEigenvalue: expect.closeTo(-0.8, 10) },
    })
  })

  test('the nearest possible one halves the contradiction: ±0.5', () => {
    const found = nearestCorrelation(contradiction)
    if (!found.ok) throw new Error(found.reason)
    const expected = [
      [1, 0.5, -0.5],
      [0.5, 1, 0.5],
      [-0.5, 0.5, 1],
    ]
    found.value.nearest.forEach((row, i) => {
      row.forEach((value, j) => {
        expect(value).toBeCloseTo(expected[i]![j]!, 6)
      })
    })
    expect(found.value.distance).toBeCloseTo(0.4 * Math.sqrt(6), 6)
  })

  test('a possible matrix is its own nearest', () => {
    fc.assert(
      fc.property(possible, (matrix) => {
        const found = nearestCorrelation(matrix)
        expect(found.ok && found.value.distance).toBeLessThan(1e-6)
      }),
      { numRuns: 20 },
    )
  })

  test.each([
    [[], 'not-square'],
    [[[1, 0.5]], 'not-square'],
    [
      [
        [1, 0.5],
        [0.4, 1],
      ],
      'not-symmetric',
    ],
    [
      [
        [1.1, 0.5],
        [0.5, 1],
      ],
      'diagonal-not-one',
    ],
    [
      [
        [1, 1.2],
        [1.2, 1],
      ],
      'correlation-out-of-range',
    ],
    [
      [
        [1, Number.NaN],
        [Number.NaN, 1],
      ],
      'not-a-number',
    ],
  ])('%j', (matrix, reason) => {
    expect(correlationRoot(matrix)).toMatchObject({ ok: false, reason })
    expect(nearestCorrelation(matrix)).toMatchObject({ ok: false, reason })
  })
})

describe('three measures of one dependence', () => {
  test('ranks become scores before the root is taken', () => {
    const found = rankCorrelationRoot([
      [1, 0.5],
      [0.5, 1],
    ])
    const score = 2 * Math.sin(Math.PI / 12)
    expect(found).toMatchObject({
      value: {
        scores: [
          [1, expect.closeTo(score, 12)],
          [expect.closeTo(score, 12), 1],
        ],
        cholesky: [
          [1, 0],
          [expect.closeTo(score, 12), expect.closeTo(Math.sqrt(1 - score * score), 12)],
        ],
      },
    })
  })

  test('ranks that are no correlations are refused before a sine folds them back', () => {
    expect(
      rankCorrelationRoot([
        [1, 5.5],
        [5.5, 1],
      ]),
    ).toMatchObject({ reason: 'correlation-out-of-range' })
    for (const convert of [normalFromSpearman, spearmanFromNormal, kendallFromNormal]) {
      expect(() => convert(1.1)).toThrow(RangeError)
      expect(() => convert(Number.NaN)).toThrow(RangeError)
    }
  })

  test('Spearman 0.5 needs a normal correlation of 2·sin(15°), Kendall of 0.5 is 1/3', () => {
    expect(normalFromSpearman(0.5)).toBeCloseTo((Math.sqrt(6) - Math.sqrt(2)) / 2, 12)
    expect(kendallFromNormal(0.5)).toBeCloseTo(1 / 3, 12)
  })

  test('there and back, odd, and ±1 stays ±1', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (rho) => {
        expect(normalFromSpearman(spearmanFromNormal(rho))).toBeCloseTo(rho, 12)
        expect(kendallFromNormal(-rho)).toBeCloseTo(-kendallFromNormal(rho), 12)
      }),
    )
    expect([normalFromSpearman(1), spearmanFromNormal(1), kendallFromNormal(1)]).toEqual([
      expect.closeTo(1, 12),
      expect.closeTo(1, 12),
      expect.closeTo(1, 12),
    ])
  })
})
