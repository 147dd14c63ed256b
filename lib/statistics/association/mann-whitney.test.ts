import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mannWhitney } from './mann-whitney.ts'

function testOf(x: number[], y: number[]) {
  const result = mannWhitney(x, y)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

/** Every way to divide the answers, counted one by one. */
function byDivision(x: number[], y: number[]): number {
  const all = [...x, ...y]
  const u = (first: number[], second: number[]) =>
    first.reduce((acc, a) => acc + second.reduce((sum, b) => sum + (a > b ? 1 : a === b ? 0.5 : 0), 0), 0)
  const centre = (x.length * y.length) / 2
  const distance = Math.abs(u(x, y) - centre)
  let far = 0
  let count = 0
  for (let mask = 0; mask < 2 ** all.length; mask++) {
    const first = all.filter((_, i) => mask & (1 << i))
    if (first.length !== x.length) continue
    count++
    const second = all.filter((_, i) => !(mask & (1 << i)))
    if (Math.abs(u(first, second) - centre) >= distance - 1e-9) far++
  }
  return far / count
}

test('permeability of membranes (Hollander & Wolfe 1973, p. 69): W = 35, exact p = 0.2544', () => {
  const found = testOf(
    [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46],
    [1.15, 0.88, 0.9, 0.74, 1.21],
  )
  expect(found.u1).toBe(35)
  expect(found.pExact).toBeCloseTo(0.2544, 4)
  expect(found.hasTies).toBe(false)
  expect(found.rankBiserial).toBeCloseTo(0.4, 12)
  expect(found.sigma).toBeCloseTo(Math.sqrt((50 * 16) / 12), 12)
})

test('ties shrink sigma: n₁n₂/12·(N+1 - Σ(t³-t)/(N(N-1)))', () => {
  const { sigma, u1, u2 } = testOf([5, 4, 4], [3, 4, 2, 5])
  expect(sigma).toBeCloseTo(Math.sqrt((12 / 12) * (8 - (24 + 6) / 42)), 12)
  expect(u1).toBe(3 + 0.5 + (2 + 0.5) + (2 + 0.5))
  expect(u1 + u2).toBe(12)
})

test('in the middle there is no evidence: z = 0 although a continuity correction is made', () => {
  expect(testOf([1, 2, 3, 4], [1, 2, 3, 4])).toMatchObject({ u1: 8, z: 0, zNoCorrection: 0, p: 1, pExact: 1 })
})

test('all answers equal: p = 1 and no z', () => {
  expect(testOf([3, 3, 3], [3, 3])).toMatchObject({
    u1: 3,
    sigma: 0,
    z: null,
    p: 1,
    pNoCorrection: 1,
    pExact: 1,
  })
})

test('complete separation of 6 and 6 is 2 in C(12, 6)', () => {
  const found = testOf([1, 2, 3, 4, 5, 6], [7, 8, 9, 10, 11, 12])
  expect(found.pExact).toBeCloseTo(2 / 924, 14)
  expect(found.rankBiserial).toBe(-1)
  expect(found.z).toBeCloseTo((-18 + 0.5) / Math.sqrt(39), 12)
})

describe('laws', () => {
  const group = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 })
  test('the exact p is what counting every division gives', () => {
    fc.assert(
      fc.property(group, group, (x, y) => {
        expect(testOf(x, y).pExact).toBeCloseTo(byDivision(x, y), 10)
      }),
    )
  })
  test('swapping the groups mirrors U and keeps p; a monotone scale changes nothing', () => {
    fc.assert(
      fc.property(group, group, (x, y) => {
        const there = testOf(x, y)
        const back = testOf(y, x)
        expect(back.u1).toBe(there.u2)
        expect(back.p).toBeCloseTo(there.p, 12)
        expect(back.pExact).toBeCloseTo(there.pExact!, 10)
        expect(testOf(x.map(Math.exp), y.map(Math.exp)).p).toBeCloseTo(there.p, 12)
      }),
    )
  })
})

test('groups too large to count have no exact p but still an approximate one', () => {
  const x = Array.from({ length: 400 }, (_, i) => i)
  expect(
    testOf(
      x,
      x.map((v) => v + 40),
    ),
  ).toMatchObject({ pExact: null, u1: expect.any(Number) })
})

test('refusals', () => {
  expect(mannWhitney([], [1])).toMatchObject({ reason: 'empty-group' })
  expect(mannWhitney([1, 2], [Number.NaN])).toMatchObject({ reason: 'not-a-number', details: { index: 2 } })
})
