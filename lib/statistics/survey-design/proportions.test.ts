import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { betaCdf, tCritical } from '../distributions.ts'
import { surveyDesign } from './design.ts'
import { type ProportionSummary, proportionIntervals } from './proportion-bounds.ts'
import { estimateProportion } from './proportions.ts'

const summary = fc
  .record({
    share: fc.double({ min: 0.001, max: 0.999, noNaN: true }),
    effectiveSize: fc.double({ min: 5, max: 5000, noNaN: true }),
    df: fc.integer({ min: 2, max: 300 }),
    n: fc.integer({ min: 10, max: 5000 }),
    confidence: fc.constantFrom(0.8, 0.95, 0.99),
  })
  .map(
    (record): ProportionSummary => ({
      ...record,
      rows: record.n,
      se: Math.sqrt((record.share * (1 - record.share)) / record.effectiveSize),
    }),
  )

/** Away from the corner where an interval already spans everything from 0 to 1. */
const moderate = summary.filter(
  ({ share, effectiveSize, df }) => share > 0.05 && share < 0.95 && effectiveSize! > 30 && df > 10,
)

describe('interval recipes', () => {
  test('every recipe contains the share and all but the symmetric one stay within 0 and 1', () => {
    fc.assert(
      fc.property(summary, (given) => {
        for (const [name, interval] of Object.entries(proportionIntervals(given))) {
          expect(interval!.low).toBeLessThanOrEqual(given.share)
          expect(interval!.high).toBeGreaterThanOrEqual(given.share)
          if (name === 'mean') continue
          expect(interval!.low).toBeGreaterThanOrEqual(0)
          expect(interval!.high).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  test('the share of those against is judged like the share of those for', () => {
    fc.assert(
      fc.property(summary, (given) => {
        const yes = proportionIntervals(given)
        const no = proportionIntervals({ ...given, share: 1 - given.share })
        for (const name of Object.keys(yes) as (keyof typeof yes)[]) {
          expect(no[name]!.low).toBeCloseTo(1 - yes[name]!.high, 8)
          expect(no[name]!.high).toBeCloseTo(1 - yes[name]!.low, 8)
        }
      }),
    )
  })

  test('more effective answers give a shorter interval', () => {
    fc.assert(
      fc.property(moderate, (given) => {
        const more = { ...given, effectiveSize: given.effectiveSize! * 2, se: given.se / Math.SQRT2 }
        const [before, after] = [proportionIntervals(given), proportionIntervals(more)]
        for (const name of ['mean', 'logit', 'wilson', 'kornGraubard', 'likelihood'] as const)
          expect(after[name]!.high - after[name]!.low).toBeLessThan(before[name]!.high - before[name]!.low)
      }),
    )
  })

  const given: ProportionSummary = {
    share: 0.2,
    se: 0.04,
    effectiveSize: 100,
    df: 30,
    n: 80,
    rows: 90,
    confidence: 0.95,
  }
  const t = tCritical(0.95, 30)
  const intervals = proportionIntervals(given)

  test('Wilson’s ends q solve |p - q| = t·√(q(1-q)/nEff)', () => {
    for (const q of [intervals.wilson!.low, intervals.wilson!.high])
      expect(Math.abs(0.2 - q)).toBeCloseTo(t * Math.sqrt((q * (1 - q)) / 100), 12)
  })

  test('the likelihood ends lie t²/2 below the top of the log-likelihood', () => {
    const logLikelihood = (q: number) => 100 * (0.2 * Math.log(q) + 0.8 * Math.log(1 - q))
    for (const q of [intervals.likelihood!.low, intervals.likelihood!.high])
      expect(logLikelihood(0.2) - logLikelihood(q)).toBeCloseTo(t ** 2 / 2, 10)
  })

  test('Korn–Graubard’s ends leave 2.5 % in each tail of the beta distribution, capped at n', () => {
    const adjusted = 100 * (tCritical(0.95, 89) / t) ** 2
    const { low } = intervals.kornGraubard!
    expect(betaCdf(low, adjusted * 0.2, adjusted * 0.8 + 1)).toBeCloseTo(0.025, 9)
    const capped = intervals.kornGraubardCapped!
    expect(betaCdf(capped.high, 80 * 0.2 + 1, 80 * 0.8)).toBeCloseTo(0.975, 9)
  })

  test('the arcsine interval is cut at 0 instead of turning back', () => {
    const rare = proportionIntervals({ ...given, share: 0.001, se: 0.003, effectiveSize: 0.000999 / 9e-6 })
    expect(rare.asin!.low).toBe(0)
  })

  test('without a degree of freedom there is no interval at all', () => {
    expect(Object.values(proportionIntervals({ ...given, df: 0 })).every((value) => value === null)).toBe(
      true,
    )
  })
})

describe('the share of a survey', () => {
  const rows = 20
  const clusters = [Array.from({ length: rows }, (_, row) => Math.floor(row / 4))]
  const planned = surveyDesign({ rows, clusters, weights: new Array<number>(rows).fill(30) })
  if (!planned.ok) throw new Error(planned.reason)
  const design = planned.value

  test('is measured in effective answers', () => {
    const result = estimateProportion(
      design,
      Array.from({ length: rows }, (_, row) => row < 6),
    )
    if (!result.ok) throw new Error(result.reason)
    const { estimate, se, effectiveSize, basis, interval, intervals } = result.value
    expect(estimate).toBeCloseTo(0.3, 12)
    expect(effectiveSize).toBeCloseTo((0.3 * 0.7) / se ** 2, 9)
    expect(effectiveSize!).toBeLessThan(10)
    expect(basis).toBe('design')
    expect(interval).toEqual(intervals.logit)
  })

  test.each([
    [0, 0, 1 - 0.025 ** (1 / rows)],
    [1, 0.025 ** (1 / rows), 1],
  ])('of %d is not certain: the unweighted n speaks, and says so', (share, low, high) => {
    const result = estimateProportion(
      design,
      Array.from({ length: rows }, () => share === 1),
    )
    if (!result.ok) throw new Error(result.reason)
    expect(result.value).toMatchObject({
      estimate: share,
      se: 0,
      effectiveSize: null,
      deff: null,
      basis: 'unweighted-n',
    })
    expect(result.value.interval.low).toBeCloseTo(low, 9)
    expect(result.value.interval.high).toBeCloseTo(high, 9)
    expect(result.value.intervals.mean).toEqual({ low: share, high: share })
    expect(result.value.intervals.logit).toBeNull()
    const z2 = 1.959963984540054 ** 2
    expect(result.value.unweighted.wilson.high - result.value.unweighted.wilson.low).toBeCloseTo(
      z2 / (rows + z2),
      9,
    )
  })

  test('is a point in a census only', () => {
    const census = surveyDesign({ rows: 4, populationSizes: [[4, 4, 4, 4]] })
    if (!census.ok) throw new Error(census.reason)
    expect(estimateProportion(census.value, [true, false, false, false])).toMatchObject({
      ok: true,
      value: { basis: 'census', interval: { low: 0.25, high: 0.25 } },
    })
  })

  test('a missing answer is refused or left out, and counted', () => {
    const answers = Array.from({ length: rows }, (_, row) => (row === 7 ? null : row % 3 === 0))
    expect(estimateProportion(design, answers)).toMatchObject({ reason: 'missing-values' })
    expect(estimateProportion(design, answers, { missing: 'omit' })).toMatchObject({
      value: { n: 19, rows: 20 },
    })
  })
})
