import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allocate,
  allocateCapped,
  roundToTotal,
  type Stratum,
  stratifiedVariance,
} from './sample-allocation.ts'

function value<Value>(result: { ok: true; value: Value } | { ok: false; reason: string }): Value {
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

const three: Stratum[] = [
  { size: 500, sd: 10, cost: 1 },
  { size: 300, sd: 20, cost: 1 },
  { size: 200, sd: 5, cost: 4 },
]

describe('rules', () => {
  test('proportional 50, 30, 20; Neyman 5000 : 6000 : 1000; optimal 5000 : 6000 : 500', () => {
    expect(value(allocate(100, three, 'proportional'))).toEqual([50, 30, 20])
    const close = (list: number[]) => list.map((x) => expect.closeTo(x, 10))
    expect(value(allocate(100, three, 'neyman'))).toEqual(close([500 / 12, 50, 100 / 12]))
    expect(value(allocate(100, three, 'optimal'))).toEqual(close([500 / 11.5, 600 / 11.5, 50 / 11.5]))
  })

  test('a small loud stratum is asked completely, the rest shared anew', () => {
    const strata = [
      { size: 10, sd: 200 },
      { size: 100, sd: 15 },
      { size: 400, sd: 6 },
    ]
    expect(value(allocateCapped(60, strata, 'neyman'))).toEqual([
      10,
      expect.closeTo((50 * 1500) / 3900, 10),
      expect.closeTo((50 * 2400) / 3900, 10),
    ])
  })

  test('strata without spread share by size what the others cannot take', () => {
    const strata = [
      { size: 5, sd: 3 },
      { size: 60, sd: 0 },
      { size: 20, sd: 0 },
    ]
    expect(value(allocateCapped(45, strata, 'neyman'))).toEqual([5, 30, 10])
  })
})

const strata = fc.array(
  fc.record({ size: fc.integer({ min: 1, max: 300 }), sd: fc.integer({ min: 1, max: 50 }) }),
  { minLength: 1, maxLength: 8 },
)

describe('laws', () => {
  test('capped sizes add up to n and never exceed the stratum', () => {
    fc.assert(
      fc.property(strata, fc.double({ min: 0.01, max: 1, noNaN: true }), (list, fraction) => {
        const members = list.reduce((acc, s) => acc + s.size, 0)
        const n = members * fraction
        const sizes = value(allocateCapped(n, list, 'neyman'))
        expect(sizes.reduce((a, b) => a + b)).toBeCloseTo(n, 8)
        sizes.forEach((size, h) => {
          expect(size).toBeLessThanOrEqual(list[h]!.size + 1e-9)
        })
      }),
    )
  })

  test('no other allocation has a smaller variance than Neyman’s', () => {
    fc.assert(
      fc.property(
        strata,
        fc.array(fc.double({ min: 0.1, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 }),
        (list, noise) => {
          const n = list.reduce((acc, s) => acc + s.size, 0) / 4
          const best = value(allocateCapped(n, list, 'neyman'))
          const best2 = value(stratifiedVariance(list, best))
          const mixed = value(
            allocateCapped(
              n,
              list.map((s, h) => ({ ...s, sd: s.sd * noise[h]! })),
              'neyman',
            ),
          )
          expect(value(stratifiedVariance(list, mixed))).toBeGreaterThanOrEqual(best2 * (1 - 1e-9))
        },
      ),
    )
  })

  test('whole numbers keep the total and stay within one of the quota', () => {
    fc.assert(
      fc.property(strata, fc.integer({ min: 1, max: 200 }), (list, n) => {
        fc.pre(n <= list.reduce((acc, s) => acc + s.size, 0))
        const quotas = value(allocate(n, list, 'proportional'))
        const whole = roundToTotal(quotas)
        expect(whole.reduce((a, b) => a + b)).toBe(n)
        whole.forEach((size, h) => {
          expect(Math.abs(size - quotas[h]!)).toBeLessThan(1)
        })
      }),
    )
  })
})

test('ties among remainders go to the lower index', () => {
  expect(roundToTotal([9.25, 9.25, 9.25, 9.25])).toEqual([10, 9, 9, 9])
  expect(roundToTotal([29.999999999999996, 70.00000000000001])).toEqual([30, 70])
})

test('variance of the stratified mean, by hand; a census has none', () => {
  expect(value(stratifiedVariance(three, [50, 30, 20]))).toBeCloseTo(0.45 + 1.08 + 0.045, 12)
  expect(value(stratifiedVariance(three, [500, 300, 200]))).toBe(0)
})

test('refusals', () => {
  expect(allocate(10, [], 'neyman')).toMatchObject({ reason: 'no-strata' })
  expect(allocate(1001, three, 'neyman')).toMatchObject({ reason: 'sample-out-of-range' })
  expect(allocate(Number.NaN, three, 'neyman')).toMatchObject({ reason: 'sample-out-of-range' })
  expect(allocate(5, [{ size: 10, sd: 0 }], 'neyman')).toMatchObject({ reason: 'no-spread' })
  expect(allocate(5, [{ size: 10, sd: -1 }], 'neyman')).toMatchObject({
    reason: 'stratum-out-of-range',
    details: { index: 0 },
  })
  expect(stratifiedVariance(three, [50, 0, 50])).toMatchObject({
    reason: 'sample-out-of-range',
    details: { index: 1 },
  })
})
