import fc from 'fast-check'
import { expect, test } from 'vitest'
import { payback } from './payback.ts'

test('interpolated within the year: 300 of 500 are missing at the end of year 2', () => {
  expect(payback([-1000, 300, 400, 500, 200])).toEqual({
    cumulative: [-1000, -700, -300, 200, 400],
    first: 2.6,
    last: 2.6,
    wholePeriods: 3,
    crossings: 1,
  })
})

test('a plant that must be rebuilt recovers twice; the last time counts and both are told', () => {
  // −100, 20, −80, 20: up during year 1 (100 of 120) and again during year 3 (80 of 100).
  const { first, last, crossings } = payback([-100, 120, -100, 100])
  expect(first).toBeCloseTo(100 / 120, 12)
  expect(last).toBeCloseTo(2.8, 12)
  expect(crossings).toBe(2)
})

test('recovered once and sunk for good is not recovered', () => {
  expect(payback([-100, 120, -50])).toMatchObject({ first: 100 / 120, last: null, crossings: 1 })
})

test('never recovered', () => {
  expect(payback([-100, 50])).toMatchObject({ first: null, last: null, wholePeriods: null, crossings: 0 })
  expect(payback([])).toMatchObject({ first: null, last: null, crossings: 0 })
})

test('an empty first year is no crossing', () => {
  expect(payback([0, -100, 60, 60])).toMatchObject({ last: 2 + 40 / 60, crossings: 1 })
})

test('a project that never goes below zero needs no time', () => {
  expect(payback([5, -3, 10])).toMatchObject({ first: 0, last: 0, wholePeriods: 0, crossings: 0 })
})

test.each([0.06, 0.07, 0.08, 0.1, 0.13])(
  'what is exactly repaid at %s is repaid, whatever the last bit says',
  (rate) => {
    for (let n = 1; n <= 30; n++) {
      const even = rate / (1 - (1 + rate) ** -n)
      const discounted = [-1, ...Array.from({ length: n }, (_, k) => even * (1 + rate) ** -(k + 1))]
      expect(payback(discounted).last).toBeCloseTo(n, 9)
    }
  },
)

test('the running sum is below zero just before the payback and not after it', () => {
  const flows = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(flows, (amounts) => {
      const { cumulative, last, first } = payback(amounts)
      const end = cumulative[cumulative.length - 1]!
      expect(last === null).toBe(end < 0)
      if (last === null) return
      expect(first).toBeLessThanOrEqual(last)
      expect(cumulative.slice(Math.ceil(last)).every((sum) => sum >= 0)).toBe(true)
      if (last > 0) expect(cumulative[Math.ceil(last) - 1]).toBeLessThan(0)
    }),
  )
})
