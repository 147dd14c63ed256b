import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { internalRates, internalRatesAt, modifiedInternalRate } from './internal-rate.ts'

/** Flows whose internal rates are exactly the given percentages: Π (x·(100 + p) − 100), with x = 1/(1 + r). */
function flowsOf(percents: readonly number[]): number[] {
  return percents.reduce(
    (flows, percent) => {
      const next = new Array<number>(flows.length + 1).fill(0)
      flows.forEach((flow, t) => {
        next[t] = next[t]! - 100 * flow
        next[t + 1] = next[t + 1]! + (100 + percent) * flow
      })
      return next
    },
    [1],
  )
}

describe('all rates, with a status', () => {
  test('one outlay that comes back: 10 %', () => {
    expect(internalRates([-100, 110])).toEqual({
      status: 'unique',
      rates: [expect.closeTo(0.1, 12)],
      multiplicity: [1],
      signChanges: 1,
    })
  })

  test('the oil pump: 25 % and 400 %, and no single answer (Lorie & Savage 1955)', () => {
    const { status, rates } = internalRates([-1600, 10_000, -10_000])
    expect(status).toBe('multiple')
    expect(rates).toEqual([expect.closeTo(0.25, 10), expect.closeTo(4, 10)])
  })

  test('no rate balances 100, −200, 150: the discriminant is negative', () => {
    expect(internalRates([100, -200, 150])).toEqual({
      status: 'none',
      rates: [],
      multiplicity: [],
      signChanges: 2,
    })
  })

  test('a double root is found although the sign does not change there, a triple one too', () => {
    expect(internalRates(flowsOf([10, 10]))).toMatchObject({
      status: 'unique',
      rates: [expect.closeTo(0.1, 7)],
      multiplicity: [2],
    })
    expect(internalRates(flowsOf([10, 10, 10]))).toMatchObject({
      rates: [expect.closeTo(0.1, 7)],
      multiplicity: [3],
    })
  })

  test('flows of one sign have no rate; flows that are all zero leave it undefined', () => {
    expect(internalRates([10, 20]).status).toBe('none')
    expect(internalRates([-10]).status).toBe('none')
    expect(internalRates([0, 0]).status).toBe('undefined')
    expect(internalRates([]).status).toBe('undefined')
  })

  test('losses of more than half: −44 %', () => {
    // −100 and 31.36 two years later: (1 + r)² = 0.3136, r = −0.44.
    expect(internalRates([-100, 0, 31.36]).rates).toEqual([expect.closeTo(-0.44, 12)])
  })

  test('thirty years of months with a clean-up at the end; 40 digits elsewhere give these two rates', () => {
    const { rates } = internalRates([-1000, ...new Array<number>(358).fill(10), -500])
    expect(rates).toEqual([
      expect.closeTo(-0.01955961093961409, 12),
      expect.closeTo(0.009502134095305944, 12),
    ])
  })

  test('two hundred flows that change sign every year, growing by 10 %: a geometric series with one root, 10 %', () => {
    const { rates } = internalRates(Array.from({ length: 200 }, (_, t) => -((-1.1) ** t)))
    expect(rates).toEqual([expect.closeTo(0.1, 9)])
  })

  test('flows at the same time are added up, and the order of listing does not matter', () => {
    const listed = internalRatesAt([
      { amount: 60, time: 2 },
      { amount: -100, time: 0 },
      { amount: 61, time: 2 },
    ])
    expect(listed.rates).toEqual([expect.closeTo(0.1, 12)])
  })

  test('changes of sign among amounts whose product underflows are counted', () => {
    const { rates, signChanges } = internalRates([-1, 1e-200, -1e-200, 3])
    expect(signChanges).toBe(3)
    expect(rates).toEqual([expect.closeTo(Math.cbrt(3) - 1, 12)])
  })

  test.each([1e-300, 1e-12, 1, 1e12, 1e300])('amounts of the size %s', (unit) => {
    const { rates } = internalRates([-1600, 10_000, -10_000].map((amount) => amount * unit))
    expect(rates).toEqual([expect.closeTo(0.25, 10), expect.closeTo(4, 10)])
  })

  test('years of nothing before and after change no rate', () => {
    expect(internalRates([0, 0, -100, 230, -132, 0, 0, 0]).rates).toEqual([
      expect.closeTo(0.1, 10),
      expect.closeTo(0.2, 10),
    ])
  })

  test('one part in 1e9 decides whether two rates or none are near: 100, −200(1 ± 1e-9), 100', () => {
    expect(internalRates([-100, 200 * (1 - 1e-9), -100]).status).toBe('none')
    const { status, rates } = internalRates([-100, 200 * (1 + 1e-9), -100])
    expect(status).toBe('multiple')
    // ln(1 + r) = ±arcosh(1 + 1e-9).
    expect(rates.map((rate) => Math.log1p(rate))).toEqual([
      expect.closeTo(-Math.acosh(1 + 1e-9), 10),
      expect.closeTo(Math.acosh(1 + 1e-9), 10),
    ])
  })

  test('an amount that is no number is a programming error, not a zero', () => {
    expect(() => internalRates([-1, Number.NaN, 3])).toThrow(RangeError)
    expect(() => internalRatesAt([1, 2].map(() => ({ amount: 1e308, time: 0 })))).toThrow(RangeError)
  })
})

describe('laws', () => {
  const percents = fc.uniqueArray(fc.integer({ min: -60, max: 150 }), { minLength: 1, maxLength: 4 })

  test('every rate put in is found, and no other', () => {
    fc.assert(
      fc.property(percents, (wanted) => {
        const { rates } = internalRates(flowsOf(wanted))
        const expected = wanted.map((percent) => percent / 100).sort((a, b) => a - b)
        expect(rates.length).toBe(expected.length)
        rates.forEach((rate, i) => {
          expect(rate).toBeCloseTo(expected[i]!, 5)
        })
      }),
    )
  })

  test('what is put in twice or three times is found once, with its multiplicity', () => {
    const two = fc.uniqueArray(fc.integer({ min: -8, max: 20 }), { minLength: 2, maxLength: 2 })
    fc.assert(
      fc.property(two, fc.constantFrom(2, 3), ([one, other], times) => {
        const { rates, multiplicity } = internalRates(
          flowsOf([...new Array<number>(times).fill(one! * 10), other! * 10]),
        )
        const expected = [
          [one!, times],
          [other!, 1],
        ].sort((a, b) => a[0]! - b[0]!)
        expect(multiplicity).toEqual(expected.map(([, count]) => count))
        rates.forEach((rate, i) => {
          expect(rate).toBeCloseTo(expected[i]![0]! / 10, 5)
        })
      }),
    )
  })

  test('rates close to −100 % keep their digits: a share s left after a year is s − 1', () => {
    fc.assert(
      fc.property(fc.double({ min: -12, max: -1, noNaN: true }), (digits) => {
        const left = 10 ** digits
        const [rate] = internalRates([-1, left]).rates
        expect(Math.abs(1 + rate! - left)).toBeLessThan(1e-15)
      }),
    )
  })

  const flows = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 25 })

  test('at every rate found the present value is zero; there are no more than changes of sign (Descartes)', () => {
    fc.assert(
      fc.property(flows, (amounts) => {
        const { rates, multiplicity, signChanges } = internalRates(amounts)
        expect(multiplicity.reduce((sum, m) => sum + m, 0)).toBeLessThanOrEqual(signChanges)
        for (const rate of rates) {
          // Measured at the end of the smaller factors, so that a rate near −1 does not blow the terms up.
          const anchor = rate < 0 ? amounts.length - 1 : 0
          const terms = amounts.map((amount, t) => amount * (1 + rate) ** (anchor - t))
          const size = terms.reduce((sum, term) => sum + Math.abs(term), 0)
          expect(Math.abs(terms.reduce((sum, term) => sum + term, 0))).toBeLessThanOrEqual(1e-9 * size)
        }
      }),
    )
  })

  test('with an odd number of sign changes there is a rate', () => {
    fc.assert(
      fc.property(flows, (amounts) => {
        const { rates, signChanges } = internalRates(amounts)
        if (signChanges % 2 === 1) expect(rates.length).toBeGreaterThan(0)
      }),
    )
  })

  test('the unit of money and postponing everything by a year change no rate', () => {
    fc.assert(
      fc.property(flows, (amounts) => {
        const given = internalRates(amounts)
        expect(internalRates(amounts.map((amount) => amount * 1024)).rates).toEqual(given.rates)
        expect(internalRates([0, ...amounts]).status).toBe(given.status)
      }),
    )
  })
})

describe('modified internal rate', () => {
  test('the example of a spreadsheet manual, from its definition', () => {
    const [finance, reinvest] = [0.1, 0.12]
    const inflow = 39_000 * 1.12 ** 4 + 30_000 * 1.12 ** 3 + 21_000 * 1.12 ** 2 + 37_000 * 1.12 + 46_000
    const result = modifiedInternalRate([-120_000, 39_000, 30_000, 21_000, 37_000, 46_000], finance, reinvest)
    expect(result).toEqual({ ok: true, value: expect.closeTo((inflow / 120_000) ** (1 / 5) - 1, 12) })
    // The manual prints 12.61 %.
    expect(result.ok && result.value?.toFixed(4)).toBe('0.1261')
  })

  test('null without both signs, refused at −100 %', () => {
    expect(modifiedInternalRate([10, 20], 0.1, 0.1)).toEqual({ ok: true, value: null })
    expect(modifiedInternalRate([-10, 20], -1, 0.1)).toMatchObject({
      ok: false,
      reason: 'rate-at-or-below-minus-1',
    })
    expect(modifiedInternalRate([-10, Number.NaN], 0.1, 0.1)).toMatchObject({
      ok: false,
      reason: 'not-a-number',
      details: { index: 1 },
    })
  })
})
