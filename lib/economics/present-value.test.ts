import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  annualEquivalent,
  annuityFactor,
  checkFlows,
  compoundAnnuityFactor,
  discountFactor,
  netFutureValue,
  netPresentValue,
  netPresentValueFromEnd,
  netPresentValueMidYear,
  stagedFactors,
} from './present-value.ts'

test('at 25 % the factors are 4/5, 16/25, 64/125', () => {
  expect(netPresentValue([-100, 50, 50, 125], 0.25)).toBeCloseTo(-100 + 40 + 32 + 64, 12)
})

test('the same flows under the three other conventions', () => {
  const flows = [-100, 50, 50, 125]
  expect(netPresentValueFromEnd(flows, 0.25)).toBeCloseTo(36 * 0.8, 12)
  expect(netFutureValue(flows, 0.25)).toBeCloseTo((36 * 125) / 64, 12)
  expect(netPresentValueMidYear(flows, 0.25)).toBeCloseTo(-100 + 136 * Math.sqrt(1.25), 12)
})

test('a rate of 1e-9 keeps its digits: 1 − 20e-9 + 210e-18, not 1 − 19.99…e-9', () => {
  expect(Math.abs((1 - discountFactor(1e-9, 20)) / (20e-9 - 210e-18) - 1)).toBeLessThan(1e-8)
  expect(Math.abs(annuityFactor(1e-9, 20) / (20 - 210e-9) - 1)).toBeLessThan(1e-15)
  expect(annuityFactor(0, 20)).toBe(20)
  expect(compoundAnnuityFactor(0, 20)).toBe(20)
})

test('annuity factors are sums of discount factors', () => {
  const sum = Array.from({ length: 20 }, (_, k) => 1.08 ** -(k + 1)).reduce((a, b) => a + b, 0)
  expect(annuityFactor(0.08, 20)).toBeCloseTo(sum, 12)
  expect(compoundAnnuityFactor(0.08, 20)).toBeCloseTo(sum * 1.08 ** 20, 10)
})

test('the annual equivalent paid every year has the same present value; without a year there is none', () => {
  const flows = [-10_000, -1200, -1300, 4000]
  const even = annualEquivalent(flows, 0.09)!
  expect(netPresentValue([0, even, even, even], 0.09)).toBeCloseTo(netPresentValue(flows, 0.09), 8)
  expect(annualEquivalent([-100], 0.1)).toBeNull()
})

describe('rates that decline by stages', () => {
  test('the factor of year 3 is the product of its years; the last stage goes on', () => {
    const factors = stagedFactors(
      [
        { untilYear: 2, rate: 0.25 },
        { untilYear: 3, rate: 0 },
      ],
      5,
    )
    expect(factors).toEqual({
      ok: true,
      value: [1, 0.8, 0.64, 0.64, 0.64, 0.64].map((f) => expect.closeTo(f, 12)),
    })
  })

  test('refusals', () => {
    expect(stagedFactors([], 3)).toMatchObject({ reason: 'no-schedule' })
    expect(stagedFactors([{ untilYear: 5, rate: -0.9999999 }], 60)).toMatchObject({
      reason: 'worth-not-representable',
    })
    expect(stagedFactors([{ untilYear: Number.NaN, rate: 0.03 }], 3)).toEqual({
      ok: false,
      reason: 'not-a-number',
      details: { index: 0 },
    })
    expect(stagedFactors([{ untilYear: 5, rate: -1 }], 3)).toMatchObject({
      reason: 'rate-at-or-below-minus-1',
    })
    const twice = { untilYear: 5, rate: 0.03 }
    expect(stagedFactors([twice, twice], 3)).toEqual({
      ok: false,
      reason: 'schedule-not-ordered',
      details: { index: 1 },
    })
  })
})

test('flows that have no present value are refused with the place', () => {
  expect(checkFlows([], 0.1)).toMatchObject({ reason: 'no-cashflows' })
  expect(checkFlows([1, Number.POSITIVE_INFINITY], 0.1)).toMatchObject({
    reason: 'not-a-number',
    details: { index: 1 },
  })
  expect(checkFlows([1], Number.NaN)).toMatchObject({ reason: 'not-a-number' })
  expect(checkFlows([1], -1)).toMatchObject({ reason: 'rate-at-or-below-minus-1' })
  expect(checkFlows([1], -0.5)).toMatchObject({ ok: true })
  // 1e7 ** 200 at either end: the sums would be Infinity − Infinity.
  const alternating = Array.from({ length: 200 }, (_, t) => (-1) ** t)
  expect(checkFlows(alternating, -0.9999999)).toMatchObject({ reason: 'worth-not-representable' })
  expect(checkFlows(alternating, 1e7)).toMatchObject({ reason: 'worth-not-representable' })
  expect(checkFlows([1e308, 1e308], 0)).toMatchObject({ reason: 'worth-not-representable' })
})

describe('laws', () => {
  const flows = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 30 })
  const rate = fc.double({ min: -0.5, max: 1, noNaN: true })

  test('a year later is worth one discount factor less', () => {
    fc.assert(
      fc.property(flows, rate, (amounts, r) => {
        const later = netPresentValue([0, ...amounts], r)
        expect(later).toBeCloseTo(
          netPresentValue(amounts, r) * discountFactor(r, 1),
          -Math.log10(1e-9 * scaleOf(amounts, r)),
        )
      }),
    )
  })

  test('whatever is accepted has finite worth under every convention', () => {
    const anyAmount = fc.double({ noNaN: true, noDefaultInfinity: true })
    const anyRate = fc.oneof(
      fc.double({ min: -0.999999999, max: 10, noNaN: true }),
      fc.double({ min: -1, max: 1e300, noNaN: true }),
    )
    fc.assert(
      fc.property(fc.array(anyAmount, { minLength: 1, maxLength: 60 }), anyRate, (amounts, r) => {
        if (!checkFlows(amounts, r).ok) return
        for (const worth of [
          netPresentValue(amounts, r),
          netPresentValueFromEnd(amounts, r),
          netPresentValueMidYear(amounts, r),
          netFutureValue(amounts, r),
          annualEquivalent(amounts, r) ?? 0,
        ]) {
          expect(Number.isFinite(worth)).toBe(true)
        }
      }),
    )
  })

  test('positive later flows are worth less at a higher rate', () => {
    fc.assert(
      fc.property(flows, rate, (amounts, r) => {
        const positive = [0, ...amounts.map((amount) => Math.abs(amount) + 1)]
        expect(netPresentValue(positive, r + 0.01)).toBeLessThan(netPresentValue(positive, r))
      }),
    )
  })
})

/** The size of the terms that are added up, by which rounding is measured. */
function scaleOf(amounts: readonly number[], rate: number): number {
  return 1 + amounts.reduce((sum, amount, t) => sum + Math.abs(amount) * (1 + rate) ** -(t + 1), 0)
}
