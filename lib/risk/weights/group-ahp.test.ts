import { describe, expect, test } from 'vitest'
import { synthesis } from './ahp-synthesis.ts'
import { groupWeights } from './group-ahp.ts'

const ONE = [
  [1, 3, 5],
  [1 / 3, 1, 2],
  [1 / 5, 1 / 2, 1],
]
const OPPOSITE = ONE.map((row) => row.map((value) => 1 / value))

function grouped(...input: Parameters<typeof groupWeights>) {
  const result = groupWeights(...input)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

describe('several experts', () => {
  test('opposite experts cancel out in the geometric mean, while the arithmetic mean is no reciprocal matrix', () => {
    const group = grouped([ONE, OPPOSITE])
    for (const row of group.judgements.matrix) for (const value of row) expect(value).toBeCloseTo(1, 12)
    for (const weight of group.judgements.result.weights.eigenvector) expect(weight).toBeCloseTo(1 / 3, 12)
    expect(group.arithmeticMeanBreak).toBeCloseTo(((5 + 1 / 5) / 2) ** 2 - 1, 12) // 5.76
    expect(group.experts.map(({ cr }) => cr?.toFixed(5))).toEqual(['0.00318', '0.00318'])
  })

  test('an expert with all the weight is the group', () => {
    const alone = grouped([ONE])
    const heard = grouped([ONE, OPPOSITE], [1, 0])
    expect(heard.judgements.result.weights.eigenvector[0]).toBeCloseTo(
      alone.judgements.result.weights.eigenvector[0] ?? 0,
      12,
    )
    expect(heard.priorities.arithmetic[0]).toBeCloseTo(alone.priorities.arithmetic[0] ?? 0, 12)
  })

  test('the order of the experts does not matter', () => {
    const weights = (first: typeof ONE, second: typeof ONE, shares: number[]) =>
      grouped([first, second], shares).judgements.result.weights.eigenvector.map((weight) =>
        weight.toFixed(12),
      )
    expect(weights(ONE, OPPOSITE, [0.7, 0.3])).toEqual(weights(OPPOSITE, ONE, [0.3, 0.7]))
  })

  test.each([
    ['no-experts', [], null],
    [
      'sizes-differ',
      [
        ONE,
        [
          [1, 2],
          [1 / 2, 1],
        ],
      ],
      null,
    ],
    [
      'non-reciprocal',
      [
        ONE,
        [
          [1, 2, 3],
          [1, 1, 1],
          [1, 1, 1],
        ],
      ],
      null,
    ],
    ['wrong-number-of-weights', [ONE, OPPOSITE], [1]],
    ['weights-not-normalised', [ONE, OPPOSITE], [0.6, 0.6]],
  ] as const)('refuses: %s', (reason, matrices, shares) => {
    expect(groupWeights(matrices, shares)).toMatchObject({ ok: false, reason })
  })

  test('names the expert whose matrix is refused', () => {
    expect(
      groupWeights([
        ONE,
        [
          [1, 0],
          [0, 1],
        ],
      ]),
    ).toMatchObject({ reason: 'non-positive', details: { expert: 1 } })
  })
})

describe('criteria and alternatives', () => {
  const joined = (...input: Parameters<typeof synthesis>) => {
    const result = synthesis(...input)
    if (!result.ok) throw new Error(result.reason)
    return result.value
  }

  test('weights multiply: Saaty’s choice of a school, 0.37 0.38 0.25', () => {
    // Saaty (1980), The Analytic Hierarchy Process; printed to two decimals.
    const criteria = [
      [1, 4, 3, 1, 3, 4],
      [1 / 4, 1, 7, 3, 1 / 5, 1],
      [1 / 3, 1 / 7, 1, 1 / 5, 1 / 5, 1 / 6],
      [1, 1 / 3, 5, 1, 1, 1 / 3],
      [1 / 3, 5, 5, 1, 1, 3],
      [1 / 4, 1, 6, 3, 1 / 3, 1],
    ]
    const schools = [
      [
        [1, 1 / 3, 1 / 2],
        [3, 1, 3],
        [2, 1 / 3, 1],
      ],
      [
        [1, 1, 1],
        [1, 1, 1],
        [1, 1, 1],
      ],
      [
        [1, 5, 1],
        [1 / 5, 1, 1 / 5],
        [1, 5, 1],
      ],
      [
        [1, 9, 7],
        [1 / 9, 1, 1 / 5],
        [1 / 7, 5, 1],
      ],
      [
        [1, 1 / 2, 1],
        [2, 1, 2],
        [1, 1 / 2, 1],
      ],
      [
        [1, 6, 4],
        [1 / 6, 1, 1 / 3],
        [1 / 4, 3, 1],
      ],
    ]
    const { distributive, ranking } = joined(criteria, schools)
    expect(distributive.map((weight) => weight.toFixed(2))).toEqual(['0.37', '0.38', '0.25'])
    expect(ranking).toEqual([1, 0, 2])
  })

  test('ties keep their order, and consistent matrices have a total CR of 0', () => {
    const equal = [
      [1, 1],
      [1, 1],
    ]
    expect(joined(equal, [equal, equal])).toMatchObject({ ranking: [0, 1], totalCr: 0 })
  })

  test('refuses what does not fit together', () => {
    const two = [
      [1, 2],
      [1 / 2, 1],
    ]
    expect(synthesis(two, [two])).toMatchObject({ reason: 'wrong-number-of-matrices' })
    expect(synthesis(two, [two, ONE])).toMatchObject({ reason: 'sizes-differ', details: { criterion: 1 } })
    expect(
      synthesis(two, [
        two,
        [
          [1, 2],
          [1, 1],
        ],
      ]),
    ).toMatchObject({
      reason: 'non-reciprocal',
      details: { criterion: 1 },
    })
  })
})
