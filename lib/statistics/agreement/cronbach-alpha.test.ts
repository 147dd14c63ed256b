import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cronbachAlpha } from './cronbach-alpha.ts'

function found(rows: (number | null)[][]) {
  const result = cronbachAlpha(rows)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

/** The R data set `attitude` (Chatterjee & Price 1977): seven questions in thirty departments. */
const attitude = [
  [43, 51, 30, 39, 61, 92, 45],
  [63, 64, 51, 54, 63, 73, 47],
  [71, 70, 68, 69, 76, 86, 48],
  [61, 63, 45, 47, 54, 84, 35],
  [81, 78, 56, 66, 71, 83, 47],
  [43, 55, 49, 44, 54, 49, 34],
  [58, 67, 42, 56, 66, 68, 35],
  [71, 75, 50, 55, 70, 66, 41],
  [72, 82, 72, 67, 71, 83, 31],
  [67, 61, 45, 47, 62, 80, 41],
  [64, 53, 53, 58, 58, 67, 34],
  [67, 60, 47, 39, 59, 74, 41],
  [69, 62, 57, 42, 55, 63, 25],
  [68, 83, 83, 45, 59, 77, 35],
  [77, 77, 54, 72, 79, 77, 46],
  [81, 90, 50, 72, 60, 54, 36],
  [74, 85, 64, 69, 79, 79, 63],
  [65, 60, 65, 75, 55, 80, 60],
  [65, 70, 46, 57, 75, 85, 46],
  [50, 58, 68, 54, 64, 78, 52],
  [50, 40, 33, 34, 43, 64, 33],
  [64, 61, 52, 62, 66, 80, 41],
  [53, 66, 52, 50, 63, 80, 37],
  [40, 37, 42, 58, 50, 57, 49],
  [63, 54, 42, 48, 66, 75, 33],
  [66, 77, 66, 63, 88, 76, 72],
  [78, 75, 58, 74, 80, 78, 49],
  [48, 57, 44, 45, 51, 83, 38],
  [85, 85, 71, 71, 77, 74, 55],
  [82, 82, 39, 59, 64, 78, 39],
]

test('attitude: psych::alpha prints raw 0.84, standardized 0.84, average r 0.43, dropping "critical" gives 0.86', () => {
  const { alpha, standardizedAlpha, meanInterItemCorrelation, alphaIfDeleted, n, items } = found(attitude)
  expect([n, items]).toEqual([30, 7])
  expect(alpha).toBeCloseTo(0.84, 2)
  expect(standardizedAlpha).toBeCloseTo(0.84, 2)
  expect(meanInterItemCorrelation).toBeCloseTo(0.43, 2)
  expect(alphaIfDeleted?.[5]).toBeCloseTo(0.86, 2)
})

test('by hand: two questions, k/(k-1)·(1 - Σs²/s²_T) = 4·cov/(s²_T)', () => {
  // x = 1 2 3 4, y = 2 1 4 3: variances 5/3, covariance 1, total variance 16/3.
  const { alpha, alphaIfDeleted, correctedItemTotal, standardizedAlpha } = found([
    [1, 2],
    [2, 1],
    [3, 4],
    [4, 3],
  ])
  expect(alpha).toBeCloseTo(4 / (16 / 3), 12)
  expect(alphaIfDeleted).toBeNull()
  expect(correctedItemTotal[0]).toBeCloseTo(0.6, 12)
  expect(standardizedAlpha).toBeCloseTo(1.2 / 1.6, 12)
})

test('a question the other way round makes alpha negative, and it stays negative', () => {
  expect(
    found([
      [1, 5, 2],
      [2, 4, 2],
      [3, 3, 3],
      [4, 2, 1],
      [5, 1, 3],
      [4, 3, 2],
    ]).alpha,
  ).toBeCloseTo(-9.15, 10)
})

test('identical questions are perfectly consistent; order of people and a shift do not matter', () => {
  const column = fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { minLength: 3, maxLength: 12 })
  fc.assert(
    fc.property(column, fc.integer({ min: 1, max: 9 }), (values, c) => {
      expect(found(values.map((v) => [v, v, v])).alpha).toBeCloseTo(1, 10)
      const rows = values.map((v, i) => [v, (v * 7 + i) % 11, c])
      const plain = found(rows)
      expect(found(rows.toReversed().map((row) => row.map((v) => v + c))).alpha).toBeCloseTo(plain.alpha, 8)
    }),
  )
})

test('a constant question has no correlation: null, not NaN', () => {
  const { correctedItemTotal, standardizedAlpha, meanInterItemCorrelation } = found([
    [1, 4, 2],
    [2, 4, 3],
    [3, 4, 1],
  ])
  expect(correctedItemTotal[1]).toBeNull()
  expect([standardizedAlpha, meanInterItemCorrelation]).toEqual([null, null])
})

test('people with a missing answer are left out', () => {
  const complete = [
    [1, 2, 2],
    [3, 3, 4],
    [5, 4, 4],
  ]
  expect(found([...complete, [2, null, 1]])).toEqual(found(complete))
})

test('refusals', () => {
  expect(cronbachAlpha([[3], [4]])).toMatchObject({ reason: 'one-item' })
  expect(cronbachAlpha([[3, 4]])).toMatchObject({ reason: 'too-few-rows' })
  expect(
    cronbachAlpha([
      [1, 2],
      [2, 1],
      [3, 0],
    ]),
  ).toMatchObject({ reason: 'no-variation' })
  expect(
    cronbachAlpha([
      [1, 2],
      [1, Number.NaN],
    ]),
  ).toMatchObject({ reason: 'not-a-number', details: { row: 1, column: 1 } })
})
