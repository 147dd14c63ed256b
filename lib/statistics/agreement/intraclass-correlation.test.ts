import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type IccForm, intraclassCorrelations } from './intraclass-correlation.ts'

function found(rows: number[][]) {
  const result = intraclassCorrelations(rows)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

/** Four judges, six targets (Shrout & Fleiss 1979, Table 2). */
const judges = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
]

test.each([
  ['ICC1_1', 0.17, -0.13, 0.72],
  ['ICC2_1', 0.29, 0.02, 0.76],
  ['ICC3_1', 0.71, 0.34, 0.95],
  ['ICC1_k', 0.44, -0.88, 0.91],
  ['ICC2_k', 0.62, 0.07, 0.93],
  ['ICC3_k', 0.91, 0.68, 0.99],
] as const)('Shrout & Fleiss %s = %d, interval as psych::ICC prints it', (form, icc, low, high) => {
  const { icc: value, interval } = found(judges)[form]
  expect(value).toBeCloseTo(icc, 2)
  expect(interval?.[0]).toBeCloseTo(low, 2)
  expect(interval?.[1]).toBeCloseTo(high, 2)
})

test('the F tests: 11.24/6.26 with 5 and 18, 11.24/1.02 with 5 and 15 degrees of freedom', () => {
  const { ICC1_1: one, ICC3_1: three } = found(judges)
  expect([one.df1, one.df2, three.df2]).toEqual([5, 18, 15])
  expect(one.f).toBeCloseTo(1.79, 2)
  expect(three.f).toBeCloseTo(11.03, 2)
  expect(three.p).toBeLessThan(0.001)
})

test('ICC3 forgives a severe judge, ICC2 does not', () => {
  const rows = [1, 2, 3, 4, 5].map((v) => [v, v + 0.3 * (v % 2), v])
  const severe = rows.map(([a, b, c]) => [a!, b! + 5, c!])
  expect(found(severe).ICC3_1.icc).toBeCloseTo(found(rows).ICC3_1.icc!, 9)
  expect(found(severe).ICC2_1.icc!).toBeLessThan(found(rows).ICC2_1.icc! - 0.3)
})

test('the mean of k judges follows Spearman–Brown; shift, scale and order do not matter', () => {
  const score = fc.integer({ min: 0, max: 20 })
  fc.assert(
    fc.property(fc.array(fc.tuple(score, score, score), { minLength: 3, maxLength: 8 }), (tuples) => {
      const rows = tuples.map((row) => [...row])
      const result = intraclassCorrelations(rows)
      if (!result.ok) return
      const moved = found(rows.toReversed().map((row) => row.toReversed().map((v) => 3 * v + 1e6)))
      for (const form of ['ICC1', 'ICC2', 'ICC3'] as const) {
        const one = result.value[`${form}_1` as IccForm]
        const many = result.value[`${form}_k` as IccForm].icc
        if (one.icc === null || many === null) continue
        if (Math.abs(1 + 2 * one.icc) > 1e-3) expect(many).toBeCloseTo((3 * one.icc) / (1 + 2 * one.icc), 5)
        expect(moved[`${form}_1` as IccForm].icc).toBeCloseTo(one.icc, 6)
        if (one.interval) expect(one.interval[0]).toBeLessThanOrEqual(one.interval[1])
      }
    }),
  )
})

test('perfect agreement is 1 with certainty; a constant shift leaves ICC3 at 1 and ICC2 below', () => {
  const perfect = found([
    [1, 1],
    [2, 2],
    [5, 5],
  ])
  expect(perfect.ICC2_1).toMatchObject({ icc: 1, f: null, p: 0, interval: [1, 1] })
  const shifted = found([
    [1, 3],
    [2, 4],
    [5, 7],
  ])
  expect(shifted.ICC3_1).toMatchObject({ icc: 1, f: null, p: 0, interval: [1, 1] })
  expect(shifted.ICC2_1.icc!).toBeLessThan(0.8)
  expect(shifted.ICC2_1.interval).toBeNull()
})

test('factors that do not differ: no infinity leaks out', () => {
  const flat = found([
    [1, 3],
    [3, 1],
    [2, 2],
  ])
  expect(flat.ICC1_k).toMatchObject({ icc: null, f: 0, p: 1, interval: null })
  expect(flat.ICC3_1.icc).toBeCloseTo(-1, 12)
})

test('refusals', () => {
  expect(
    intraclassCorrelations([
      [1, 1],
      [1, 1],
    ]),
  ).toMatchObject({ reason: 'no-variation' })
  expect(intraclassCorrelations([[1, 2]])).toMatchObject({ reason: 'too-few-rows' })
  expect(intraclassCorrelations([[1], [2]])).toMatchObject({ reason: 'too-few-columns' })
  expect(intraclassCorrelations(judges, { confidence: 1 })).toMatchObject({
    reason: 'confidence-out-of-range',
  })
})
