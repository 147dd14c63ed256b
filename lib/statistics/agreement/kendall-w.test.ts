import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spearman } from '../association/correlation.ts'
import { kendallW } from './kendall-w.ts'

function found(ratings: number[][]) {
  const result = kendallW(ratings)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

test('six applicants, three executives (Siegel 1956, p. 229): S = 25.5, W = .16', () => {
  const { w, squares, rankSums } = found([
    [1, 6, 3, 2, 5, 4],
    [1, 5, 6, 4, 2, 3],
    [6, 3, 2, 5, 4, 1],
  ])
  expect(rankSums).toEqual([8, 14, 11, 11, 11, 8])
  expect(squares).toBe(25.5)
  expect(w).toBeCloseTo((12 * 25.5) / (9 * 210), 14)
})

test('perfect agreement is 1, whatever the scale of the scores', () => {
  const { w, chiSquare, meanSpearman } = found([
    [1, 2, 3, 4, 5],
    [10, 20, 30, 40, 50],
    [0.1, 0.2, 0.5, 1, 100],
  ])
  expect([w, chiSquare, meanSpearman]).toEqual([1, 12, expect.closeTo(1, 12)])
})

describe('laws', () => {
  const ratings = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 5 }), {
    minLength: 2,
    maxLength: 5,
  })
  test('between 0 and 1, blind to the order of experts and objects, never below the uncorrected value', () => {
    fc.assert(
      fc.property(ratings, (rows) => {
        const result = kendallW(rows)
        if (!result.ok) return
        const { w, wWithoutTieCorrection } = result.value
        expect(w).toBeGreaterThanOrEqual(0)
        expect(w).toBeLessThanOrEqual(1 + 1e-12)
        expect(wWithoutTieCorrection).toBeLessThanOrEqual(w + 1e-12)
        expect(found(rows.toReversed().map((row) => row.toReversed())).w).toBeCloseTo(w, 12)
      }),
    )
  })
  test('the mean Spearman is the mean over pairs; without ties it is (mW - 1)/(m - 1)', () => {
    const tied = [
      [5, 1, 4, 4, 2],
      [1, 3, 2, 5, 5],
      [3, 1, 1, 2, 1],
    ]
    const rho = (a: number[], b: number[]) => {
      const r = spearman(a, b)
      if (!r.ok) throw new Error(r.reason)
      return r.value.coefficient
    }
    const mean = (rho(tied[0]!, tied[1]!) + rho(tied[0]!, tied[2]!) + rho(tied[1]!, tied[2]!)) / 3
    expect(found(tied).meanSpearman).toBeCloseTo(mean, 12)
    const plain = found([
      [1, 2, 3, 4],
      [2, 1, 4, 3],
      [1, 3, 2, 4],
    ])
    expect(plain.meanSpearman).toBeCloseTo((3 * plain.w - 1) / 2, 12)
  })
})

test('refusals, and an expert who ranks nothing apart', () => {
  expect(
    kendallW([
      [1, 1],
      [2, 2],
    ]),
  ).toMatchObject({ reason: 'no-variation' })
  expect(kendallW([[1, 2]])).toMatchObject({ reason: 'too-few-rows' })
  expect(kendallW([[1], [2]])).toMatchObject({ reason: 'too-few-columns' })
  expect(kendallW([[1, 2], [1]])).toMatchObject({ reason: 'ragged-rows' })
  expect(
    found([
      [1, 2, 3],
      [4, 4, 4],
    ]).meanSpearman,
  ).toBeNull()
})
