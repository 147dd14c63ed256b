import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FUZZY_OPERATORS, type FuzzyGroup, fuzzyEvaluation, twoLevelEvaluation } from './fuzzy.ts'
import { type MembershipFunction, membership, membershipFromVotes } from './membership.ts'

const WEIGHTS = [0.35, 0.25, 0.4]
const ROWS = [
  [0.2, 0.5, 0.2, 0.1],
  [0.1, 0.4, 0.4, 0.1],
  [0, 0.3, 0.5, 0.2],
]

function evaluated(...input: Parameters<typeof fuzzyEvaluation>) {
  const result = fuzzyEvaluation(...input)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

const rounded = (values: readonly number[], decimals: number) =>
  values.map((value) => Number(value.toFixed(decimals)))

describe('fuzzy evaluation', () => {
  test('four operators, four vectors', () => {
    const vector = (operator: (typeof FUZZY_OPERATORS)[number]) =>
      rounded(evaluated(WEIGHTS, ROWS, { operator }).vector, 12)
    expect(vector('min-max')).toEqual([0.2, 0.35, 0.4, 0.2])
    expect(vector('product-max')).toEqual([0.07, 0.175, 0.2, 0.08])
    expect(vector('min-bounded-sum')).toEqual([0.3, 0.9, 0.85, 0.4])
    expect(vector('weighted-average')).toEqual([0.095, 0.395, 0.37, 0.14])
  })

  test('the score is the mean value of the grades, weighted by the normalised vector', () => {
    const { score, grades } = evaluated(WEIGHTS, ROWS, { gradeValues: [90, 75, 60, 40] })
    expect(score).toBeCloseTo(65.975, 12)
    expect(grades).toEqual([1])
  })

  test('a tie is a tie, also where binary fractions make it look like none', () => {
    expect(
      evaluated(
        [0.5, 0.5],
        [
          [1, 0],
          [0, 1],
        ],
      ).grades,
    ).toEqual([0, 1])
    // 0.1 + 0.2 is 0.30000000000000004.
    expect(
      evaluated(
        [0.1, 0.2, 0.3, 0.4],
        [
          [1, 0],
          [1, 0],
          [0, 1],
          [0, 0],
        ],
      ).grades,
    ).toEqual([0, 1])
  })

  test('rows that do not add up are used and pointed out; nothing at all has no grade score', () => {
    expect(
      evaluated(
        [0.5, 0.5],
        [
          [0.5, 0.5],
          [0.6, 0.36],
        ],
      ).incompleteRows,
    ).toEqual([1])
    expect(evaluated([1], [[0, 0]], { gradeValues: [1, 2] })).toMatchObject({ normalised: null, score: null })
  })

  test.each([
    ['weights-not-normalised', [0.5, 0.4], [[1], [1]], null],
    ['wrong-number-of-weights', [1], [[1], [1]], null],
    ['empty', [1], [], null],
    ['empty', [1], [[]], null],
    ['not-rectangular', [0.5, 0.5], [[1, 0], [1]], null],
    ['membership-out-of-range', [1], [[1.2, 0]], null],
    ['membership-out-of-range', [1], [[Number.NaN, 0]], null],
    ['grade-values-invalid', [1], [[1, 0]], [1]],
  ])('refuses: %s', (reason, weights, rows, gradeValues) => {
    expect(fuzzyEvaluation(weights, rows, { gradeValues })).toMatchObject({ ok: false, reason })
  })

  test('the order of the factors does not matter, and more membership never gives less', () => {
    const row = fc.array(
      fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10),
      {
        minLength: 3,
        maxLength: 3,
      },
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...FUZZY_OPERATORS),
        fc.array(row, { minLength: 1, maxLength: 6 }),
        (operator, rows) => {
          const weights = rows.map(() => 1 / rows.length)
          const { vector } = evaluated(weights, rows, { operator })
          const turned = evaluated(weights, rows.toReversed(), { operator }).vector
          expect(rounded(turned, 9)).toEqual(rounded(vector, 9))
          const raised = evaluated(
            weights,
            rows.map(([, ...rest]) => [1, ...rest]),
            { operator },
          ).vector
          expect(raised[0] ?? 0).toBeGreaterThanOrEqual((vector[0] ?? 0) - 1e-12)
        },
      ),
    )
  })
})

describe('membership', () => {
  const at = (fuzzy: MembershipFunction, ...points: number[]) =>
    points.map((x) => {
      const result = membership(fuzzy, x)
      return result.ok ? Number(result.value.toFixed(12)) : result.reason
    })

  test('rises and falls in straight lines', () => {
    expect(at({ kind: 'triangular', params: [0, 3, 5] }, -1, 0, 1.5, 3, 4.2, 5, 6)).toEqual([
      0, 0, 0.5, 1, 0.4, 0, 0,
    ])
    expect(at({ kind: 'trapezoid', params: [1, 2, 4, 7] }, 1, 1.5, 3, 4, 5.5, 8)).toEqual([
      0, 0.5, 1, 1, 0.5, 0,
    ])
    expect(at({ kind: 'half-rising', params: [60, 90] }, 59, 72, 90)).toEqual([0, 0.4, 1])
    expect(at({ kind: 'half-falling', params: [60, 90] }, 59, 72, 90)).toEqual([1, 0.6, 0])
  })

  test('a vertical edge belongs to the higher side', () => {
    expect(at({ kind: 'triangular', params: [0, 0, 2] }, -0.1, 0, 1)).toEqual([0, 1, 0.5])
    expect(at({ kind: 'half-rising', params: [60, 60] }, 59.9, 60)).toEqual([0, 1])
  })

  test('corners ascend and x is a number', () => {
    expect(at({ kind: 'triangular', params: [3, 0, 5] }, 1)).toEqual(['parameters-not-ascending'])
    expect(at({ kind: 'half-rising', params: [0, Number.NaN] }, 1)).toEqual(['parameters-not-ascending'])
    expect(at({ kind: 'half-rising', params: [0, 1] }, Number.NaN)).toEqual(['not-a-number'])
  })

  test('votes become shares; no vote is no membership, not a membership of nothing', () => {
    expect(
      membershipFromVotes([
        [4, 10, 5, 1],
        [0, 0, 0, 0],
      ]),
    ).toEqual({
      ok: true,
      value: [[0.2, 0.5, 0.25, 0.05], null],
    })
    expect(membershipFromVotes([[1, -1]])).toMatchObject({ reason: 'negative-count' })
    expect(membershipFromVotes([[1, 2], [1]])).toMatchObject({ reason: 'not-rectangular' })
    expect(membershipFromVotes([])).toMatchObject({ reason: 'empty' })
  })
})

describe('甘南藏区游牧民定居工程满意度研究——以夏河县为例 (干旱区地理 2019(3), ChinaXiv:201906.00061, https://chinaxiv.org/abs/201906.00061)', () => {
  /** Printed global weight and membership row of each item, very satisfied first. */
  const ITEMS: Record<string, [weight: number, row: number[]]> = {
    C1: [0.0324, [0.1575, 0.6678, 0.1507, 0.0171, 0.0068]],
    C2: [0.023, [0.1301, 0.6438, 0.1301, 0.0753, 0.0205]],
    C3: [0.007, [0.7568, 0.1644, 0.0788, 0, 0]],
    C4: [0.0123, [0.0993, 0.0445, 0.2363, 0.4418, 0.1438]],
    C5: [0.0133, [0.1164, 0.2877, 0.4452, 0.0993, 0.0514]],
    C6: [0.0439, [0.0377, 0.3185, 0.363, 0.1815, 0.0993]],
    C7: [0.0108, [0.0719, 0.4144, 0.2637, 0.1747, 0.0753]],
    C8: [0.0128, [0.2808, 0.3253, 0.2329, 0.1096, 0.0514]],
    C9: [0.0217, [0.0993, 0.0993, 0.2568, 0.2774, 0.2671]],
    C10: [0.0214, [0.0685, 0.1507, 0.3425, 0.3219, 0.1164]],
    C11: [0.0805, [0.3664, 0.5068, 0.1267, 0, 0.0003]],
    C12: [0.1561, [0.0274, 0.0891, 0.226, 0.4315, 0.226]],
    C13: [0.0514, [0.0308, 0.0616, 0.5342, 0.2979, 0.0753]],
    C14: [0.0319, [0.0822, 0.274, 0.1986, 0.387, 0.0582]],
    C15: [0.108, [0.6986, 0.2158, 0.0548, 0.0137, 0.0171]],
    C16: [0.1509, [0.2877, 0.4795, 0.1849, 0.0274, 0.0205]],
    C17: [0.0863, [0.2637, 0.1678, 0.3425, 0.1336, 0.0925]],
    C18: [0.0552, [0.3253, 0.2877, 0.3116, 0.0685, 0.0068]],
    C19: [0.0328, [0.0342, 0.1781, 0.4144, 0.2842, 0.089]],
    C20: [0.0483, [0.0308, 0.0411, 0.3425, 0.4041, 0.1815]],
  }
  const PRINTED = {
    B1: [0.1968, 0.5135, 0.1523, 0.1038, 0.0337],
    B2: [0.0904, 0.2567, 0.3277, 0.2058, 0.1195],
    B3: [0.1201, 0.2098, 0.2482, 0.2951, 0.1268],
    B4: [0.3368, 0.278, 0.2299, 0.1034, 0.0519],
  }
  const A_PRINTED = [0.2608, 0.265, 0.2368, 0.1617, 0.0757]
  const CRITERIA = [0.0747, 0.1238, 0.3199, 0.4816]
  const items = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => `C${from + i}`)
  const AS_WEIGHTS_IMPLY = [items(1, 4), items(5, 10), items(11, 14), items(15, 20)]
  const AS_TABLE_1_SAYS = [items(1, 5), items(6, 10), items(11, 14), items(15, 20)]

  const groupOf = (ids: readonly string[]): FuzzyGroup => {
    const rows = ids.map((id): [number, number[]] => ITEMS[id] ?? [0, []])
    const sum = rows.reduce((total, [weight]) => total + weight, 0)
    return { weights: rows.map(([weight]) => weight / sum), membership: rows.map(([, row]) => row) }
  }
  const evaluate = (grouping: readonly string[][]) => {
    const result = twoLevelEvaluation(CRITERIA, grouping.map(groupOf))
    if (!result.ok) throw new Error(result.reason)
    return result.value
  }
  const gap = (a: readonly number[], b: readonly number[]) =>
    Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? Number.NaN))))

  test('the four criterion vectors follow to 0.003 with C5 under B2, as the weights imply', () => {
    const { firstLevel } = evaluate(AS_WEIGHTS_IMPLY)
    for (const [i, printed] of Object.values(PRINTED).entries()) {
      expect(gap(firstLevel[i]?.vector ?? [], printed)).toBeLessThan(0.003)
    }
    expect(firstLevel[0]?.incompleteRows).toEqual([3]) // C4 sums to 0.9657, as printed
  })

  test('with C5 under B1, as table 1 has it, B1 does not follow', () => {
    expect(gap(evaluate(AS_TABLE_1_SAYS).firstLevel[0]?.vector ?? [], PRINTED.B1)).toBeGreaterThan(0.02)
  })

  test('the printed overall vector does not follow from the printed weights and vectors', () => {
    const overall = evaluated(CRITERIA, Object.values(PRINTED)).vector
    expect(overall[0]).toBeCloseTo(0.2265, 4)
    expect(overall[1]).toBeCloseTo(0.2711, 4)
    expect(gap(overall, A_PRINTED)).toBeGreaterThan(0.03)
    expect(rounded(evaluate(AS_WEIGHTS_IMPLY).overall.vector, 3)[0]).toBe(0.226)
    expect(evaluate(AS_WEIGHTS_IMPLY).overall.grades).toEqual([1]) // 比较满意, as printed
  })

  test('a refusal names its group', () => {
    const wrong = [groupOf(items(1, 4)), { weights: [1], membership: [[1.5, 0, 0, 0, 0]] }]
    expect(twoLevelEvaluation([0.5, 0.5], wrong)).toMatchObject({
      reason: 'membership-out-of-range',
      details: { group: 1, row: 0, column: 0 },
    })
  })
})
