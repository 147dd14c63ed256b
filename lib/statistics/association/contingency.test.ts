import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { independenceTest } from './contingency.ts'

function testOf(table: number[][]) {
  const result = independenceTest(table)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

test('gender and party, 2757 people (Agresti 2007, p. 39): X² = 30.07, G² = 30.02, df 2', () => {
  const found = testOf([
    [762, 327, 468],
    [484, 239, 477],
  ])
  expect(found.statistic).toBeCloseTo(30.07, 2)
  expect(found.likelihoodRatio.statistic).toBeCloseTo(30.02, 2)
  expect(found.df).toBe(2)
  // With two degrees of freedom the tail is exp(-x/2).
  expect(found.p).toBeCloseTo(Math.exp(-found.statistic / 2), 15)
  expect(found.expected[0]![0]).toBeCloseTo(703.7, 1)
  expect(found.yates).toBeNull()
})

test('a fourfold table by hand: n(ad - bc)²/(r₁r₂c₁c₂), with Yates n(|ad - bc| - n/2)²/…', () => {
  const found = testOf([
    [12, 5],
    [7, 16],
  ])
  const product = 17 * 23 * 19 * 21
  expect(found.statistic).toBeCloseTo((40 * (12 * 16 - 5 * 7) ** 2) / product, 12)
  expect(found.yates?.statistic).toBeCloseTo((40 * (12 * 16 - 5 * 7 - 20) ** 2) / product, 12)
  expect(found.cramersV).toBeCloseTo(Math.sqrt(found.statistic / 40), 12)
  expect(found.smallestExpected).toBeCloseTo(8.075, 12)
})

test('Yates never overshoots: a table that fits exactly has statistic 0', () => {
  expect(
    testOf([
      [10, 20],
      [20, 40],
    ]).yates?.statistic,
  ).toBe(0)
  expect(
    testOf([
      [10, 20],
      [20, 40],
    ]).statistic,
  ).toBeCloseTo(0, 12)
})

test('a tail of 1e-54 is not zero', () => {
  const { p } = testOf([
    [5200, 4800],
    [4100, 5900],
  ])
  expect(p).toBeGreaterThan(7e-55)
  expect(p).toBeLessThan(9e-55)
})

describe('laws', () => {
  const tables = fc.array(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 3, maxLength: 3 }), {
    minLength: 2,
    maxLength: 5,
  })
  test('permutation and transposition change nothing; k-fold counts give k-fold statistics and the same V', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 2, max: 9 }), (table, k) => {
        const plain = testOf(table)
        const turned = testOf(table[0]!.map((_, j) => table.map((row) => row[j]!)))
        const larger = testOf(table.map((row) => row.map((x) => x * k)))
        expect(testOf(table.toReversed()).statistic).toBeCloseTo(plain.statistic, 8)
        expect(turned.statistic).toBeCloseTo(plain.statistic, 8)
        expect(larger.statistic).toBeCloseTo(plain.statistic * k, 6)
        expect(larger.likelihoodRatio.statistic).toBeCloseTo(plain.likelihoodRatio.statistic * k, 6)
        expect(larger.cramersV).toBeCloseTo(plain.cramersV, 9)
        expect(plain.cramersV).toBeLessThanOrEqual(1)
      }),
    )
  })
  test('V is 1 when the row decides the column', () => {
    expect(
      testOf([
        [7, 0],
        [0, 3],
      ]).cramersV,
    ).toBeCloseTo(1, 12)
  })
})

test('refusals name the place', () => {
  expect(independenceTest([[1, 2]])).toMatchObject({ reason: 'too-few-categories' })
  expect(independenceTest([[1], [2]])).toMatchObject({ reason: 'too-few-categories' })
  expect(independenceTest([[1, 2], [3]])).toMatchObject({ reason: 'ragged-table', details: { row: 1 } })
  expect(
    independenceTest([
      [1, 2],
      [3, -1],
    ]),
  ).toMatchObject({
    reason: 'count-out-of-range',
    details: { row: 1, column: 1 },
  })
  expect(
    independenceTest([
      [3, 0],
      [5, 0],
    ]),
  ).toMatchObject({ reason: 'empty-margin', details: { column: 1 } })
  expect(
    independenceTest([
      [0, 0],
      [5, 1],
    ]),
  ).toMatchObject({ reason: 'empty-margin', details: { row: 0 } })
})
