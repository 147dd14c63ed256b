import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tTest } from './t-test.ts'

function testOf(x: number[], y: number[]) {
  const result = tTest(x, y)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

// Student's sleep data (Cushny & Peebles 1905), as in R ?sleep.
const drug1 = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
const drug2 = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]

test('sleep: Welch t = -1.8608, df = 17.776, p = 0.07939, interval -3.3655 to 0.2055', () => {
  const { welch, pooled } = testOf(drug1, drug2)
  expect(welch.t).toBeCloseTo(-1.8608, 4)
  expect(welch.df).toBeCloseTo(17.776, 3)
  expect(welch.p).toBeCloseTo(0.07939, 5)
  expect(welch.interval[0]).toBeCloseTo(-3.3654832, 6)
  expect(welch.interval[1]).toBeCloseTo(0.2054832, 6)
  expect(pooled.df).toBe(18)
  expect(pooled.p).toBeCloseTo(0.07919, 5)
})

test('swapping mirrors, shifting both changes nothing, scaling keeps t; p < 0.05 exactly when 0 is outside', () => {
  const group = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 2, maxLength: 15 })
  fc.assert(
    fc.property(group, group, (x, y) => {
      const there = tTest(x, y)
      if (!there.ok) return
      const { welch, pooled } = there.value
      expect(testOf(y, x).welch.t).toBeCloseTo(-welch.t, 9)
      expect(
        testOf(
          x.map((v) => v + 1e6),
          y.map((v) => v + 1e6),
        ).welch.t,
      ).toBeCloseTo(welch.t, 6)
      expect(
        testOf(
          x.map((v) => v * 5),
          y.map((v) => v * 5),
        ).pooled.t,
      ).toBeCloseTo(pooled.t, 9)
      for (const { p, interval } of [welch, pooled]) {
        if (Math.abs(p - 0.05) > 1e-9) expect(p < 0.05).toBe(interval[0] > 0 || interval[1] < 0)
      }
      expect(welch.df).toBeLessThanOrEqual(pooled.df + 1e-9)
    }),
  )
})

test('refusals', () => {
  expect(tTest([1], [1, 2])).toMatchObject({ reason: 'too-few-observations' })
  expect(tTest([1, 1], [2, 2])).toMatchObject({ reason: 'no-variation' })
  expect(tTest([1, Number.NaN], [2, 2])).toMatchObject({ reason: 'not-a-number', details: { index: 1 } })
  expect(tTest([1e200, -1e200], [1, 2])).toMatchObject({ reason: 'too-large' })
  expect(tTest([1, 2], [1, 3], { confidence: 0 })).toMatchObject({ reason: 'confidence-out-of-range' })
})
