import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entropyWeights } from './entropy.ts'
import type { IndicatorKind } from './indicator-table.ts'
import { topsis } from './topsis.ts'

const table = fc.integer({ min: 2, max: 4 }).chain((columns) =>
  fc.array(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: columns, maxLength: columns }), {
    minLength: 2,
    maxLength: 6,
  }),
)
const kindsOf = (rows: readonly (readonly number[])[]): IndicatorKind[] =>
  (rows[0] ?? []).map((_, j) => (j % 2 === 0 ? 'benefit' : 'cost'))
const close = (a: readonly (number | null)[], b: readonly (number | null)[]) => {
  for (const [i, value] of a.entries()) expect(value ?? -1).toBeCloseTo(b[i] ?? -1, 9)
}

function weighed(...input: Parameters<typeof entropyWeights>) {
  const result = entropyWeights(...input)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

function ordered(...input: Parameters<typeof topsis>) {
  const result = topsis(...input)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

describe('entropy weights', () => {
  test('an indicator that is the same everywhere weighs nothing', () => {
    const { weights, entropy, undetermined } = weighed([
      [1, 5],
      [2, 5],
      [3, 5],
    ])
    expect(weights).toEqual([1, 0])
    expect(entropy[1]).toBe(1)
    // -(1/6 ln 1/6 + 1/3 ln 1/3 + 1/2 ln 1/2)/ln 3
    expect(entropy[0]).toBeCloseTo(1.0114042647 / Math.log(3), 9)
    expect(undetermined).toBe(false)
  })

  test('nothing to tell apart: equal weights, and said to be for want of better', () => {
    expect(
      weighed([
        [2, 3],
        [2, 3],
      ]),
    ).toMatchObject({ weights: [0.5, 0.5], undetermined: true })
    expect(
      weighed([
        [0, 1],
        [0, 2],
      ]).weights,
    ).toEqual([0, 1])
  })

  test('min-max makes the worst value nothing: 0·ln 0 = 0', () => {
    const { proportions } = weighed(
      [
        [80, 12],
        [95, 20],
        [60, 15],
      ],
      {
        kinds: ['benefit', 'cost'],
        normalisation: 'minmax',
      },
    )
    close(proportions[1] ?? [], [35 / 55, 0])
    close(proportions[2] ?? [], [0, 5 / 13])
  })

  test('does not depend on the order of alternatives nor, by sums, on the unit of an indicator', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 2, max: 1000 }), (rows, factor) => {
        const { weights } = weighed(rows)
        close(weighed(rows.toReversed()).weights, weights)
        close(weighed(rows.map(([first = 0, ...rest]) => [first * factor, ...rest])).weights, weights)
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9)
      }),
    )
  })

  test.each([
    ['needs-two-rows', [[1, 2]], {}],
    ['empty', [], {}],
    ['not-rectangular', [[1, 2], [1]], {}],
    [
      'not-a-number',
      [
        [1, Number.NaN],
        [1, 2],
      ],
      {},
    ],
    [
      'negative-value',
      [
        [1, -2],
        [1, 2],
      ],
      {},
    ],
    [
      'cost-needs-minmax',
      [
        [1, 2],
        [1, 3],
      ],
      { kinds: ['benefit', 'cost'] },
    ],
    [
      'wrong-number-of-kinds',
      [
        [1, 2],
        [1, 3],
      ],
      { kinds: ['benefit'] },
    ],
  ] as const)('refuses: %s', (reason, rows, options) => {
    expect(entropyWeights(rows, options)).toMatchObject({ ok: false, reason })
  })
})

describe('TOPSIS', () => {
  test('the often printed choice of a mobile phone: 0.534 0.308 0.692 0.535 0.401', () => {
    const phones = [
      [250, 16, 12, 5],
      [200, 16, 8, 3],
      [300, 32, 16, 4],
      [275, 32, 8, 4],
      [225, 16, 16, 2],
    ]
    const { closeness, ranking, toIdeal } = ordered(
      phones,
      [1, 1, 1, 1],
      ['cost', 'benefit', 'benefit', 'benefit'],
    )
    expect(closeness.map((value) => value?.toFixed(3))).toEqual(['0.534', '0.308', '0.692', '0.535', '0.401'])
    expect(ranking).toEqual([2, 3, 0, 4, 1])
    expect(toIdeal[0]).toBeCloseTo(0.0863, 4) // weights are a quarter each
  })

  test('the same everywhere: nothing to be close to', () => {
    expect(
      ordered(
        [
          [1, 0],
          [1, 0],
        ],
        [1, 1],
        ['benefit', 'cost'],
      ),
    ).toEqual({
      toIdeal: [0, 0],
      toAntiIdeal: [0, 0],
      closeness: [null, null],
      ranking: [0, 1],
    })
  })

  test('an alternative that is best in everything is the ideal, one that is worst the anti-ideal', () => {
    const { closeness } = ordered(
      [
        [9, 1],
        [5, 5],
        [1, 9],
      ],
      [0.3, 0.7],
      ['benefit', 'cost'],
    )
    expect([closeness[0], closeness[2]]).toEqual([1, 0])
  })

  test('does not depend on the unit of an indicator, the scale of the weights or the order of alternatives', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 2, max: 1000 }), (rows, factor) => {
        const kinds = kindsOf(rows)
        const weights = kinds.map((_, j) => j + 1)
        const { closeness } = ordered(rows, weights, kinds)
        const scaled = rows.map(([first = 0, ...rest]) => [first * factor, ...rest])
        close(
          ordered(
            scaled,
            weights.map((weight) => weight * factor),
            kinds,
          ).closeness,
          closeness,
        )
        close(ordered(rows.toReversed(), weights, kinds).closeness.toReversed(), closeness)
        for (const value of closeness) {
          if (value !== null) expect(value >= 0 && value <= 1).toBe(true)
        }
      }),
    )
  })

  test.each([
    ['wrong-number-of-weights', [1]],
    ['weights-not-positive', [1, -1]],
    ['weights-not-positive', [0, 0]],
    ['weights-not-positive', [1, Number.NaN]],
  ] as const)('refuses: %s', (reason, weights) => {
    expect(
      topsis(
        [
          [1, 2],
          [2, 1],
        ],
        weights,
        ['benefit', 'cost'],
      ),
    ).toMatchObject({ ok: false, reason })
  })
})
