import fc from 'fast-check'
import { expect, test } from 'vitest'
import { twoProportions } from './two-proportions.ts'

function testOf(x1: number, n1: number, x2: number, n2: number) {
  const result = twoProportions({ successes: x1, n: n1 }, { successes: x2, n: n2 })
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

test('Newcombe (1998) example (a), 56/70 against 48/80: Wald 0.0575 to 0.3425, score 0.0524 to 0.3339', () => {
  const found = testOf(56, 70, 48, 80)
  expect(found.wald.map((x) => x.toFixed(4))).toEqual(['0.0575', '0.3425'])
  expect(found.newcombe.map((x) => x.toFixed(4))).toEqual(['0.0524', '0.3339'])
  expect(found.difference).toBeCloseTo(0.2, 12)
})

test('56 of 80 against 40 of 80: z² = 20/3, by hand', () => {
  const found = testOf(56, 80, 40, 80)
  expect(found.pooled?.chiSquare).toBeCloseTo(20 / 3, 12)
  expect(found.unpooled?.z).toBeCloseTo(0.2 / Math.sqrt((0.7 * 0.3 + 0.25) / 80), 12)
  expect(found.cohensH).toBeCloseTo(2 * Math.asin(Math.sqrt(0.7)) - Math.PI / 2, 12)
  // R: prop.test(c(56, 40), c(80, 80))$p.value
  expect(found.yatesP).toBeCloseTo(0.01549, 5)
})

test('nobody in either group: no test, but Newcombe still says how little is known', () => {
  const found = testOf(0, 20, 0, 25)
  expect(found).toMatchObject({ difference: 0, pooled: null, unpooled: null, yatesP: null, wald: [0, 0] })
  expect(found.newcombe[0]).toBeLessThan(-0.1)
  expect(found.newcombe[1]).toBeGreaterThan(0.1)
})

test('swapping the groups mirrors everything; the difference lies within both intervals', () => {
  const group = fc
    .integer({ min: 1, max: 80 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
  fc.assert(
    fc.property(group, group, ([x1, n1], [x2, n2]) => {
      const there = testOf(x1, n1, x2, n2)
      const back = testOf(x2, n2, x1, n1)
      expect(back.newcombe[0]).toBeCloseTo(-there.newcombe[1], 10)
      expect(back.pooled?.p ?? null).toEqual(
        there.pooled === null ? null : expect.closeTo(there.pooled.p, 10),
      )
      for (const [low, high] of [there.wald, there.newcombe]) {
        expect(low).toBeLessThanOrEqual(there.difference + 1e-12)
        expect(high).toBeGreaterThanOrEqual(there.difference - 1e-12)
        expect(low).toBeGreaterThanOrEqual(-1 - 1e-12)
        expect(high).toBeLessThanOrEqual(1 + 1e-12)
      }
    }),
  )
})

test('refusals', () => {
  const group = { successes: 1, n: 2 }
  expect(twoProportions(group, { successes: 0, n: 0 })).toMatchObject({ reason: 'no-observations' })
  expect(twoProportions({ successes: 3, n: 2 }, group)).toMatchObject({ reason: 'successes-out-of-range' })
  expect(twoProportions(group, group, { confidence: 2 })).toMatchObject({ reason: 'confidence-out-of-range' })
})
