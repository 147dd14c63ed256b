import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AhpWeights, ahpWeights, contradictions, estimatedLambdaMax } from './ahp.ts'
import {
  type ComparisonMatrix,
  comparisonMatrix,
  fromUpperTriangle,
  type Matrix,
} from './comparison-matrix.ts'
import { ALONSO_LAMATA } from './random-index.ts'

function weighed(matrix: Matrix, table?: Parameters<typeof ahpWeights>[1]): AhpWeights {
  const result = ahpWeights(matrix, table)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

/** Comparisons on Saaty's scale, full and reciprocal. */
const comparisons: fc.Arbitrary<ComparisonMatrix> = fc.integer({ min: 1, max: 7 }).chain((n) =>
  fc.array(fc.integer({ min: -8, max: 8 }), { minLength: n * n, maxLength: n * n }).map((steps) =>
    fromUpperTriangle(n, (i, j) => {
      const step = steps[i * n + j] ?? 0
      return step >= 0 ? step + 1 : 1 / (1 - step)
    }),
  ),
)

const close = (a: readonly number[], b: readonly number[]) => {
  expect(a).toHaveLength(b.length)
  for (const [i, value] of a.entries()) expect(value).toBeCloseTo(b[i] ?? Number.NaN, 9)
}

describe('weights from comparisons', () => {
  test('three recipes, three answers: Saaty’s seven drinks', () => {
    // Saaty (2008), Decision making with the AHP, IJSSci 1:83–98: printed 0.177 … 0.327, CR 0.022.
    const drinks = [
      [1, 9, 5, 2, 1, 1, 1 / 2],
      [1 / 9, 1, 1 / 3, 1 / 9, 1 / 9, 1 / 9, 1 / 9],
      [1 / 5, 3, 1, 1 / 3, 1 / 4, 1 / 3, 1 / 9],
      [1 / 2, 9, 3, 1, 1 / 2, 1, 1 / 3],
      [1, 9, 4, 2, 1, 2, 1 / 2],
      [1, 9, 3, 1, 1 / 2, 1, 1 / 3],
      [2, 9, 9, 3, 2, 3, 1],
    ]
    const { weights, lambdaMax, cr, consistent } = weighed(drinks)
    expect(weights.eigenvector.map((weight) => Number(weight.toFixed(3)))).toEqual([
      0.177, 0.019, 0.042, 0.116, 0.19, 0.129, 0.327,
    ])
    expect(lambdaMax).toBeCloseTo(7.17663, 5)
    expect(cr).toBeCloseTo(0.0223, 4)
    expect(consistent).toBe(true)
    expect(weights['geometric-mean'][6]).toBeCloseTo(0.3243, 4)
    expect(weights['column-mean'][6]).toBeCloseTo(0.325, 4)
  })

  test('a circle (A beats B beats C beats A) has equal weights and a CR of 6', () => {
    const { weights, lambdaMax, cr, consistent, gci } = weighed([
      [1, 9, 1 / 9],
      [1 / 9, 1, 9],
      [9, 1 / 9, 1],
    ])
    close(weights.eigenvector, [1 / 3, 1 / 3, 1 / 3])
    expect(lambdaMax).toBeCloseTo(1 + 9 + 1 / 9, 9)
    expect(cr).toBeCloseTo(64 / 9 / 2 / 0.58, 9)
    expect(consistent).toBe(false)
    expect(gci).toBeCloseTo(3 * Math.log(9) ** 2, 9)
  })

  test('one item or two cannot contradict each other', () => {
    expect(weighed([[1]])).toMatchObject({ lambdaMax: 1, ci: 0, cr: 0, consistent: true, gci: 0 })
    expect(
      weighed([
        [1, 3],
        [1 / 3, 1],
      ]),
    ).toMatchObject({ ci: 0, cr: 0, consistent: true })
  })

  test('CR is as comparable as its table, and null beyond it', () => {
    const matrix = [
      [1, 3, 5],
      [1 / 3, 1, 4],
      [1 / 5, 1 / 4, 1],
    ]
    expect(weighed(matrix).cr).toBeCloseTo(0.0739, 4)
    expect(weighed(matrix, ALONSO_LAMATA).cr).toBeCloseTo(0.0818, 4)
    expect(weighed(fromUpperTriangle(16, () => 1).rows)).toMatchObject({
      ri: null,
      cr: null,
      consistent: null,
    })
  })

  test('names the comparison to ask about again', () => {
    // A, B, C, D as 8 : 4 : 2 : 1, with "A is 8 D" entered the wrong way round. Three items would not tell which of their
    // three comparisons is the wrong one.
    const wrong = fromUpperTriangle(4, (i, j) => (j - i === 3 ? 1 / 8 : 2 ** (j - i)))
    const { weights, consistent } = weighed(wrong.rows)
    expect(consistent).toBe(false)
    const [first] = contradictions(wrong, weights.eigenvector)
    expect(first).toMatchObject({ i: 0, j: 3, given: 1 / 8 })
    expect(first?.ratio).toBeLessThan(0.2)
  })

  test('comparisons beyond nine are used and pointed out', () => {
    const { weights, outsideScale } = weighed([
      [1, 12],
      [1 / 12, 1],
    ])
    close(weights.eigenvector, [12 / 13, 1 / 13])
    expect(outsideScale).toEqual([{ i: 0, j: 1 }])
  })

  test('a printed 0.333333 is a third: the lower triangle is rebuilt', () => {
    expect(
      weighed([
        [1, 3],
        [0.333333, 1],
      ]).weights.eigenvector[0],
    ).toBeCloseTo(0.75, 14)
  })

  test.each<[string, Matrix]>([
    ['empty', []],
    [
      'non-square',
      [
        [1, 2, 4],
        [1 / 2, 1, 2],
      ],
    ],
    ['non-square', [[1, 2], [1 / 2]]],
    [
      'non-positive',
      [
        [1, -2],
        [-1 / 2, 1],
      ],
    ],
    [
      'non-positive',
      [
        [1, Number.NaN],
        [1, 1],
      ],
    ],
    [
      'non-positive',
      [
        [1, Number.POSITIVE_INFINITY],
        [0, 1],
      ],
    ],
    [
      'diagonal-not-one',
      [
        [2, 3],
        [1 / 3, 1],
      ],
    ],
    [
      'non-reciprocal',
      [
        [1, 3],
        [1 / 2, 1],
      ],
    ],
    [
      'non-reciprocal',
      [
        [1, 3],
        [3, 1],
      ],
    ],
  ])('refuses %s', (reason, matrix) => {
    expect(ahpWeights(matrix)).toMatchObject({ ok: false, reason })
  })
})

describe('laws of AHP', () => {
  test('consistent comparisons give their weights back, by every recipe, with CR 0', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 9 }),
        (importances) => {
          const total = importances.reduce((sum, value) => sum + value, 0)
          const matrix = importances.map((a) => importances.map((b) => a / b))
          const { weights, lambdaMax, cr } = weighed(matrix)
          for (const recipe of Object.values(weights))
            close(
              recipe,
              importances.map((value) => value / total),
            )
          expect(lambdaMax).toBeCloseTo(importances.length, 9)
          expect(cr).toBeCloseTo(0, 9)
        },
      ),
    )
  })

  test('weights are positive, sum to one, and λmax is never below n', () => {
    fc.assert(
      fc.property(comparisons, ({ n, rows }) => {
        const { weights, lambdaMax } = weighed(rows)
        expect(lambdaMax).toBeGreaterThanOrEqual(n - 1e-9)
        for (const recipe of Object.values(weights)) {
          expect(recipe.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
          expect(Math.min(...recipe)).toBeGreaterThan(0)
        }
      }),
    )
  })

  test('A·w = λmax·w, and the hand estimate of λmax agrees', () => {
    fc.assert(
      fc.property(comparisons, (matrix) => {
        const { weights, lambdaMax } = weighed(matrix.rows)
        for (const [i, row] of matrix.rows.entries()) {
          const product = row.reduce((sum, value, j) => sum + value * (weights.eigenvector[j] ?? 0), 0)
          expect(product / ((weights.eigenvector[i] ?? 0) * lambdaMax)).toBeCloseTo(1, 9)
        }
        expect(estimatedLambdaMax(matrix, weights.eigenvector)).toBeCloseTo(lambdaMax, 7)
      }),
    )
  })

  test('the order of the items does not matter', () => {
    fc.assert(
      fc.property(comparisons, ({ rows }) => {
        const turned = rows.toReversed().map((row) => row.toReversed())
        const [a, b] = [weighed(rows), weighed(turned)]
        expect(b.lambdaMax).toBeCloseTo(a.lambdaMax, 9)
        expect(b.gci).toBeCloseTo(a.gci, 9)
        for (const recipe of ['eigenvector', 'geometric-mean', 'column-mean'] as const) {
          close(b.weights[recipe].toReversed(), a.weights[recipe])
        }
      }),
    )
  })

  test('inconsistency does not depend on the scale of an item: aᵢⱼ·sᵢ/sⱼ has the same CR', () => {
    fc.assert(
      fc.property(comparisons, fc.integer({ min: 1, max: 50 }), ({ n, rows }, factor) => {
        const scale = (i: number) => (i === 0 ? factor / 7 : 1)
        const scaled = fromUpperTriangle(n, (i, j) => ((rows[i]?.[j] ?? 1) * scale(i)) / scale(j))
        const [a, b] = [weighed(rows), weighed(scaled.rows)]
        expect(b.lambdaMax).toBeCloseTo(a.lambdaMax, 7)
        expect(b.gci).toBeCloseTo(a.gci, 7)
        const ratio = ({ weights }: AhpWeights) =>
          (weights.eigenvector[0] ?? 0) / (weights.eigenvector[1] ?? 1)
        if (n > 1) expect(ratio(b) / ratio(a)).toBeCloseTo(factor / 7, 7)
      }),
    )
  })

  test('a checked matrix is exactly reciprocal', () => {
    fc.assert(
      fc.property(comparisons, ({ rows }) => {
        const checked = comparisonMatrix(rows)
        if (!checked.ok) throw new Error(checked.reason)
        for (const [i, row] of checked.value.rows.entries()) {
          for (const [j, value] of row.entries()) {
            expect(value * (checked.value.rows[j]?.[i] ?? 0)).toBeCloseTo(1, 12)
          }
        }
      }),
    )
  })
})
