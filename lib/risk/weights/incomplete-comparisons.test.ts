import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ahpWeights } from './ahp.ts'
import { type IncompleteMatrix, incompleteWeights } from './incomplete-comparisons.ts'
import { principalEigenpair } from './principal-eigenvector.ts'

function weighed(matrix: IncompleteMatrix) {
  const result = incompleteWeights(matrix)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

const GAPS: IncompleteMatrix = [
  [1, 2, 2, 1, null],
  [1 / 2, 1, 1, null, 1 / 3],
  [1 / 2, 1, 1, 1 / 2, 1 / 2],
  [1, null, 2, 1, 1],
  [null, 3, 2, 1, 1],
]

const close = (a: readonly number[], b: readonly number[]) => {
  for (const [i, value] of a.entries()) expect(value).toBeCloseTo(b[i] ?? Number.NaN, 9)
}

describe('comparisons with gaps', () => {
  test('a chain of n - 1 comparisons gives the weights that multiply along it', () => {
    const { harker, leastSquares, completion } = weighed([
      [1, 3, null, null],
      [1 / 3, 1, 1 / 11, null],
      [null, 11, 1, 11 / 3],
      [null, null, 3 / 11, 1],
    ])
    const expected = [3 / 18, 1 / 18, 11 / 18, 3 / 18]
    close(harker.weights, expected)
    close(leastSquares, expected)
    expect(harker.ci).toBeCloseTo(0, 9)
    expect(completion.lambdaMax).toBeCloseTo(4, 9)
    close(
      completion.values.map(({ value }) => value),
      [3 / 11, 1, 1 / 3],
    )
  })

  test('no gap: Harker is the eigenvector, least squares is 方根法', () => {
    const matrix = [
      [1, 3, 5],
      [1 / 3, 1, 4],
      [1 / 5, 1 / 4, 1],
    ]
    const full = ahpWeights(matrix)
    if (!full.ok) throw new Error(full.reason)
    const { harker, leastSquares, completion } = weighed(matrix)
    close(harker.weights, full.value.weights.eigenvector)
    close(leastSquares, full.value.weights['geometric-mean'])
    expect(completion).toEqual({ lambdaMax: expect.closeTo(full.value.lambdaMax, 9), values: [] })
  })

  test('the completed values make λmax smallest: moving any of them raises it', () => {
    const { completion } = weighed(GAPS)
    const completed = GAPS.map((row) => row.map((value) => value ?? 1))
    const set = (i: number, j: number, value: number) => {
      completed[i]![j] = value
      completed[j]![i] = 1 / value
    }
    for (const { i, j, value } of completion.values) set(i, j, value)
    expect(principalEigenpair(completed).lambdaMax).toBeCloseTo(completion.lambdaMax, 9)
    // Computed with 50 digits by minimising λmax: 5.01539116597 (least squares alone leave 5.01539126).
    expect(completion.lambdaMax).toBeCloseTo(5.01539116597, 10)
    for (const { i, j, value } of completion.values) {
      for (const factor of [0.97, 1.03]) {
        set(i, j, value * factor)
        expect(principalEigenpair(completed).lambdaMax).toBeGreaterThan(completion.lambdaMax)
      }
      set(i, j, value)
    }
  })

  test('a comparison may stand in either triangle', () => {
    const upper = weighed([
      [1, 4, null],
      [null, 1, 2],
      [null, null, 1],
    ])
    const lower = weighed([
      [1, null, null],
      [1 / 4, 1, null],
      [null, 1 / 2, 1],
    ])
    close(upper.leastSquares, lower.leastSquares)
    close(upper.leastSquares, [8 / 11, 2 / 11, 1 / 11])
  })

  test.each<[string, IncompleteMatrix]>([
    ['empty', []],
    ['non-square', [[1, 2]]],
    [
      'non-positive',
      [
        [1, -1],
        [null, 1],
      ],
    ],
    [
      'diagonal-not-one',
      [
        [3, 2],
        [null, 1],
      ],
    ],
    [
      'non-reciprocal',
      [
        [1, 2],
        [2, 1],
      ],
    ],
    [
      'disconnected',
      [
        [1, 2, null, null],
        [1 / 2, 1, null, null],
        [null, null, 1, 3],
        [null, null, 1 / 3, 1],
      ],
    ],
  ])('refuses: %s', (reason, matrix) => {
    expect(incompleteWeights(matrix)).toMatchObject({ ok: false, reason })
  })

  test('a consistent matrix gives its weights back, whatever connected part of it is known', () => {
    const importances = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(importances, fc.array(fc.boolean(), { minLength: 36, maxLength: 36 }), (values, known) => {
        const total = values.reduce((sum, value) => sum + value, 0)
        const matrix = values.map((a, i) =>
          // Neighbours are always compared, so that the graph is connected.
          values.map((b, j) =>
            Math.abs(i - j) <= 1 || known[Math.min(i, j) * 6 + Math.max(i, j)] ? a / b : null,
          ),
        )
        const { harker, leastSquares } = weighed(matrix)
        close(
          harker.weights,
          values.map((value) => value / total),
        )
        close(
          leastSquares,
          values.map((value) => value / total),
        )
      }),
      { numRuns: 40 },
    )
  })
})
