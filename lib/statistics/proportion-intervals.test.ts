import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { binomialCdf, binomialUpper } from './distributions.ts'
import { PROPORTION_METHODS, type ProportionMethod, proportionInterval } from './proportion-intervals.ts'

function ends(x: number, n: number, method: ProportionMethod, confidence = 0.95) {
  const interval = proportionInterval(x, n, { method, confidence })
  if (!interval.ok) throw new Error(interval.reason)
  return interval.value
}

describe('published examples (Newcombe 1998, Statistics in Medicine 17:857–872, Table I)', () => {
  test.each([
    [81, 263, 'wilson', 0.2553, 0.3662],
    [81, 263, 'wilson-continuity', 0.2535, 0.3682],
    [81, 263, 'clopper-pearson', 0.2527, 0.3676],
    [81, 263, 'wald', 0.2522, 0.3638],
    [15, 148, 'wilson', 0.0624, 0.1605],
    [15, 148, 'clopper-pearson', 0.0578, 0.1617],
    [0, 20, 'wilson', 0, 0.1611],
    [0, 20, 'wilson-continuity', 0, 0.2005],
    [1, 29, 'wilson', 0.0061, 0.1718],
    [1, 29, 'clopper-pearson', 0.0009, 0.1776],
  ] as const)('%i of %i, %s', (x, n, method, low, high) => {
    const interval = ends(x, n, method)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  test('Agresti–Coull is Wald after two successes and two failures, nearly', () => {
    const z = 1.959963984540054
    const trials = 50 + z * z
    const p = (10 + (z * z) / 2) / trials
    const half = z * Math.sqrt((p * (1 - p)) / trials)
    expect(ends(10, 50, 'agresti-coull').low).toBeCloseTo(p - half, 12)
    expect(ends(10, 50, 'agresti-coull').high).toBeCloseTo(p + half, 12)
  })
})

const survey = fc
  .integer({ min: 1, max: 400 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
const confidence = fc.double({ min: 0.5, max: 0.995, noNaN: true })

describe('laws', () => {
  test('every interval holds the share found and stays within [0, 1]', () => {
    fc.assert(
      fc.property(survey, confidence, fc.constantFrom(...PROPORTION_METHODS), ([x, n], level, method) => {
        const interval = proportionInterval(x, n, { method, confidence: level })
        if (!interval.ok) {
          expect([method, x === 0 || x === n]).toEqual(['logit', true])
          return
        }
        const { low, high, estimate } = interval.value
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(estimate + 1e-12)
        expect(high).toBeGreaterThanOrEqual(estimate - 1e-12)
        if (x === 0) expect(low).toBe(0)
        if (x === n) expect(high).toBe(1)
      }),
    )
  })

  test('swapping successes and failures mirrors the interval', () => {
    fc.assert(
      fc.property(survey, fc.constantFrom(...PROPORTION_METHODS), ([x, n], method) => {
        const there = proportionInterval(x, n, { method })
        const back = proportionInterval(n - x, n, { method })
        if (!there.ok || !back.ok) return
        expect(back.value.low).toBeCloseTo(1 - there.value.high, 9)
        expect(back.value.high).toBeCloseTo(1 - there.value.low, 9)
      }),
    )
  })

  test('more confidence is a wider interval', () => {
    fc.assert(
      fc.property(survey, fc.constantFrom(...PROPORTION_METHODS), ([x, n], method) => {
        const narrow = proportionInterval(x, n, { method, confidence: 0.8 })
        const wide = proportionInterval(x, n, { method, confidence: 0.99 })
        if (!narrow.ok || !wide.ok) return
        expect(wide.value.low).toBeLessThanOrEqual(narrow.value.low + 1e-12)
        expect(wide.value.high).toBeGreaterThanOrEqual(narrow.value.high - 1e-12)
      }),
    )
  })

  test('Clopper–Pearson inverts the binomial: each end leaves exactly half the error', () => {
    fc.assert(
      fc.property(survey, confidence, ([x, n], level) => {
        const { low, high } = ends(x, n, 'clopper-pearson', level)
        if (x > 0) expect(binomialUpper(x - 1, n, low)).toBeCloseTo((1 - level) / 2, 8)
        if (x < n) expect(binomialCdf(x, n, high)).toBeCloseTo((1 - level) / 2, 8)
      }),
    )
  })

  test('Wilson ends solve the score equation (p̂ - p)² = z²p(1 - p)/n', () => {
    const z = 1.959963984540054
    const { low, high, estimate } = ends(7, 90, 'wilson')
    for (const p of [low, high]) expect((estimate - p) ** 2).toBeCloseTo((z * z * p * (1 - p)) / 90, 12)
  })

  test('a million answers leave a hair, and a thousand without objection still leave doubt', () => {
    expect(ends(123456, 1000000, 'wilson').high - ends(123456, 1000000, 'wilson').low).toBeLessThan(0.0013)
    expect(ends(0, 1000, 'wald').high).toBe(0)
    expect(ends(0, 1000, 'wilson').high).toBeGreaterThan(0.003)
  })
})

describe('refusals', () => {
  test.each([
    [0, 0, 0.95, 'no-observations'],
    [1, Number.NaN, 0.95, 'no-observations'],
    [5, 3, 0.95, 'successes-out-of-range'],
    [-1, 3, 0.95, 'successes-out-of-range'],
    [Number.NaN, 3, 0.95, 'successes-out-of-range'],
    [1, 3, 1, 'confidence-out-of-range'],
    [1, 3, Number.NaN, 'confidence-out-of-range'],
  ])('%d of %d at %d: %s', (x, n, level, reason) => {
    for (const method of PROPORTION_METHODS) {
      expect(proportionInterval(x, n, { method, confidence: level })).toMatchObject({ ok: false, reason })
    }
  })

  test('logit at 0 % and 100 %', () => {
    expect(proportionInterval(0, 9, { method: 'logit' })).toMatchObject({ reason: 'undefined-at-boundary' })
    expect(proportionInterval(9, 9, { method: 'logit' })).toMatchObject({ reason: 'undefined-at-boundary' })
  })
})
