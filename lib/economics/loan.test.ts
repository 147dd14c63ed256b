import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evenPayment, type Loan, periodRates, periods } from './loan.ts'

function must<Value>(result: { ok: true; value: Value } | { ok: false; reason: string }): Value {
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

/** What is left of the loan after n payments, period by period. */
function balance({ pv, fv, due }: Loan, rate: number, nper: number, pmt: number): number {
  let owed = pv
  for (let k = 0; k < nper; k++) owed = due === 1 ? (owed + pmt) * (1 + rate) : owed * (1 + rate) + pmt
  return owed + fv
}

const loan = fc.record({
  pv: fc.integer({ min: 1000, max: 1_000_000 }),
  fv: fc.integer({ min: 0, max: 1000 }),
  due: fc.constantFrom(0 as const, 1 as const),
})

test('the even payment brings the balance to zero, at rates from 1e-9 to 20 %', () => {
  const rates = fc.constantFrom(0, 1e-9, 1e-6, 0.004, 0.08, 0.2)
  fc.assert(
    fc.property(loan, rates, fc.integer({ min: 1, max: 60 }), (given, rate, nper) => {
      const pmt = must(evenPayment(given, rate, nper))
      expect(Math.abs(balance(given, rate, nper, pmt))).toBeLessThan(1e-9 * given.pv * (1 + rate) ** nper)
    }),
  )
})

test('rate, number of periods and payment answer each other', () => {
  const rates = fc.constantFrom(1e-6, 0.004, 0.08, 0.2)
  fc.assert(
    fc.property(loan, rates, fc.integer({ min: 2, max: 60 }), (given, rate, nper) => {
      const pmt = must(evenPayment(given, rate, nper))
      expect(must(periods(given, rate, pmt))).toBeCloseTo(nper, 6)
      // With money received at both ends a second rate, deep below zero, balances the loan too.
      const distances = must(periodRates(given, nper, pmt)).rates.map((found) => Math.abs(found - rate))
      expect(Math.min(...distances)).toBeLessThan(1e-8)
    }),
  )
})

test('examples of the spreadsheet manual: PMT −1037.03, PMT −129.08, NPER 59.67, RATE 0.77 %', () => {
  expect(must(evenPayment({ pv: 10_000, fv: 0, due: 0 }, 0.08 / 12, 10))).toBeCloseTo(-1037.03, 2)
  expect(must(evenPayment({ pv: 0, fv: 50_000, due: 0 }, 0.06 / 12, 18 * 12))).toBeCloseTo(-129.08, 2)
  expect(must(periods({ pv: -1000, fv: 10_000, due: 1 }, 0.01, -100))).toBeCloseTo(59.6738657, 7)
  expect(must(periodRates({ pv: 8000, fv: 0, due: 0 }, 48, -200)).rates[0]!.toFixed(4)).toBe('0.0077')
})

test('a loan without end costs its interest, although (1 + r)^n is beyond every double', () => {
  expect(must(evenPayment({ pv: 1000, fv: 0, due: 0 }, 0.5, 2000))).toBeCloseTo(-500, 9)
})

describe('number of periods', () => {
  test('at a vanishing rate it is the debt over the payment', () => {
    expect(must(periods({ pv: 1000, fv: 0, due: 0 }, 1e-310, -100))).toBeCloseTo(10, 9)
  })

  test('1000 repaid by 100 at 1e-9 takes 10·(1 + 5.5e-9) periods: no digits are lost', () => {
    const found = must(periods({ pv: -1000, fv: 0, due: 0 }, 1e-9, 100))!
    expect(Math.abs((found - 10) / 55e-9 - 1)).toBeLessThan(1e-6)
  })

  test('a payment below the interest never repays', () => {
    expect(must(periods({ pv: 1000, fv: 0, due: 0 }, 0.1, -90))).toBeNull()
    expect(must(periods({ pv: 1000, fv: 0, due: 0 }, 0.1, -100))).toBeNull()
    expect(must(periods({ pv: 1000, fv: 0, due: 0 }, 0, 0))).toBeNull()
  })
})

describe('rate per period', () => {
  test('8000 in four years of months at 200', () => {
    // RATE() of spreadsheets prints 0.77 %; the defining equation is checked instead.
    const { status, rates } = must(periodRates({ pv: 8000, fv: 0, due: 0 }, 48, -200))
    expect(status).toBe('unique')
    expect(balance({ pv: 8000, fv: 0, due: 0 }, rates[0]!, 48, -200)).toBeCloseTo(0, 6)
  })

  test('several rates are told and not chosen from', () => {
    // −1600, +10000, −10000: 25 % and 400 %.
    const found = must(periodRates({ pv: -1600, fv: -20_000, due: 0 }, 2, 10_000))
    expect(found.status).toBe('multiple')
    expect(found.rates).toEqual([expect.closeTo(0.25, 10), expect.closeTo(4, 10)])
  })
})

test('refusals', () => {
  const given: Loan = { pv: 1000, fv: 0, due: 0 }
  expect(evenPayment(given, 0.1, 0)).toMatchObject({ reason: 'no-periods' })
  expect(evenPayment(given, -1, 5)).toMatchObject({ reason: 'rate-at-or-below-minus-1' })
  expect(evenPayment({ ...given, pv: Number.NaN }, 0.1, 5)).toEqual({
    ok: false,
    reason: 'not-a-number',
    details: { parameter: 'pv' },
  })
  expect(evenPayment({ pv: 1e308, fv: 1e308, due: 0 }, 0, 1)).toMatchObject({
    reason: 'amounts-not-representable',
  })
  expect(periods(given, 0, -1e-320)).toMatchObject({ reason: 'amounts-not-representable' })
  expect(periodRates({ pv: 1e308, fv: 0, due: 1 }, 2, 1e308)).toMatchObject({
    reason: 'amounts-not-representable',
  })
  expect(periodRates(given, 2.5, -100)).toMatchObject({ reason: 'periods-not-whole' })
})
