import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calibrate, calibrationDiagnostics } from './calibration.ts'
import { type SamplingPlan, type SurveyDesign, surveyDesign } from './design.ts'
import { calibrateToMargins, calibrateToModel } from './known-totals.ts'
import { estimateMean, estimateTotal } from './means-and-totals.ts'

function designOf(plan: SamplingPlan): SurveyDesign {
  const design = surveyDesign(plan)
  if (!design.ok) throw new Error(design.reason)
  return design.value
}

function unwrap<Value>(result: { ok: true; value: Value } | { ok: false; reason: string }): Value {
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

const sex = ['f', 'm', 'f', 'm', 'f', 'm', 'f', 'f']
const age = ['old', 'old', 'young', 'young', 'old', 'young', 'young', 'old']
const area = [80, 95, 120, 61, 100, 140, 75, 90]
const weights = [10, 12, 8, 15, 9, 11, 14, 10]
const design = designOf({ rows: 8, clusters: [['p', 'p', 'q', 'q', 'r', 'r', 's', 's']], weights })
const sexMargin = { name: 'sex', labels: sex, counts: { f: 60, m: 50 } }
const ageMargin = { name: 'age', labels: age, counts: { old: 45, young: 65 } }

const sumWhere = (list: readonly number[], labels: readonly string[], label: string) =>
  list.reduce((sum, value, row) => sum + (labels[row] === label ? value : 0), 0)

describe('post-stratification', () => {
  const adjusted = unwrap(calibrateToMargins(design, [sexMargin]))

  test('multiplies each group by known count over estimated count', () => {
    const [f, m] = [60 / 51, 50 / 38]
    expect(adjusted.weights).toEqual(
      weights.map((weight, row) => expect.closeTo(weight * (sex[row] === 'f' ? f : m), 9)),
    )
    expect(adjusted.calibration.factors[0]).toBeCloseTo(f, 12)
  })

  test('what the margins state is known without error', () => {
    const women = sex.map((label) => Number(label === 'f'))
    const total = unwrap(estimateTotal(adjusted, women))
    expect(total.estimate).toBeCloseTo(60, 9)
    expect(total.se).toBeLessThan(1e-9)
    expect(unwrap(estimateTotal(design, women)).se).toBeGreaterThan(1)
  })

  test('the standard error is that of the deviations from the group means', () => {
    const groupMean = (label: string) =>
      sumWhere(
        area.map((value, row) => value * weights[row]!),
        sex,
        label,
      ) / sumWhere(weights, sex, label)
    const residuals = area.map((value, row) => value - groupMean(sex[row]!))
    const uncalibrated = { ...design, weights: adjusted.weights }
    expect(unwrap(estimateTotal(adjusted, area)).se).toBeCloseTo(
      unwrap(estimateTotal(uncalibrated, residuals)).se,
      9,
    )
  })
})

test('a domain borrows uncertainty from the whole calibrated sample, also from strata without a member', () => {
  const strata = ['a', 'a', 'a', 'a', 'b', 'b', 'b', 'b']
  const stratified = designOf({ rows: 8, strata, weights })
  const adjusted = unwrap(calibrateToMargins(stratified, [sexMargin]))
  const domain = strata.map((stratum) => stratum === 'a')
  const inside = area.map((value, row) => (domain[row] ? value : 0))
  const groupMean = (label: string) =>
    sumWhere(
      inside.map((value, row) => value * weights[row]!),
      sex,
      label,
    ) / sumWhere(weights, sex, label)
  const residuals = inside.map((value, row) => value - groupMean(sex[row]!))
  const uncalibrated = { ...stratified, weights: adjusted.weights }
  expect(unwrap(estimateTotal(adjusted, area, { domain })).se).toBeCloseTo(
    unwrap(estimateTotal(uncalibrated, residuals)).se,
    9,
  )
})

describe('raking', () => {
  test('ends where iterative proportional fitting ends', () => {
    const fitted = [...weights]
    for (let round = 0; round < 500; round++) {
      for (const { labels, counts } of [sexMargin, ageMargin]) {
        for (const [label, count] of Object.entries(counts)) {
          const factor = count / sumWhere(fitted, labels, label)
          for (const [row, name] of labels.entries()) if (name === label) fitted[row]! *= factor
        }
      }
    }
    const raked = unwrap(calibrateToMargins(design, [sexMargin, ageMargin]))
    expect(raked.weights).toEqual(fitted.map((weight) => expect.closeTo(weight, 9)))
  })

  test('margins that count different populations are refused', () => {
    const margins = [sexMargin, { ...ageMargin, counts: { old: 45, young: 66 } }]
    expect(calibrateToMargins(design, margins)).toMatchObject({ ok: false, reason: 'totals-disagree' })
  })

  test('margins no positive weights can meet are refused', () => {
    const labels = ['a', 'a', 'b', 'b', 'b', 'b', 'b', 'b']
    const same = { name: 'second', labels, counts: { a: 10, b: 100 } }
    const contrary = { name: 'first', labels: [...labels.slice(0, 2), 'a', 'b', 'b', 'b', 'b', 'b'] }
    expect(calibrateToMargins(design, [same, { ...contrary, counts: { a: 5, b: 105 } }])).toMatchObject({
      ok: false,
      reason: 'totals-out-of-reach',
    })
  })
})

describe('regression estimation', () => {
  test('under simple random sampling is ȳ + b(X̄ - x̄)', () => {
    const simple = designOf({ rows: 5, populationSizes: [[100, 100, 100, 100, 100]] })
    const [x, y] = [
      [1, 2, 4, 7, 11],
      [3, 4, 9, 13, 25],
    ]
    const [meanX, meanY] = [5, 10.8]
    const slope =
      x.reduce((sum, value, row) => sum + (value - meanX) * (y[row]! - meanY), 0) /
      x.reduce((sum, value) => sum + (value - meanX) ** 2, 0)
    const calibrated = unwrap(
      calibrateToModel(simple, [{ name: 'x', numbers: x }], { '(Intercept)': 100, x: 620 }),
    )
    expect(unwrap(estimateMean(calibrated, y)).estimate).toBeCloseTo(meanY + slope * (6.2 - meanX), 9)
  })

  test('columns are named like those of regression software', () => {
    const totals = { '(Intercept)': 110, sexm: 50, area: 10_500 }
    const variables = [
      { name: 'sex', labels: sex },
      { name: 'area', numbers: area },
    ]
    const calibrated = unwrap(calibrateToModel(design, variables, totals))
    expect(sumWhere(calibrated.weights, sex, 'm')).toBeCloseTo(50, 9)
    expect(unwrap(estimateTotal(calibrated, area)).estimate).toBeCloseTo(10_500, 6)
    const { '(Intercept)': _, ...withoutIntercept } = totals
    expect(calibrateToModel(design, variables, { ...withoutIntercept, sexf: 60 })).toMatchObject({ ok: true })
  })

  const total = fc.double({ min: 0.8, max: 1.25, noNaN: true })
  const columns = (share: number, size: number) => [
    { name: 'size', values: area.map(() => 1), total: 89 * share },
    { name: 'area', values: area, total: 8300 * size },
  ]

  test('weights meet the totals and stay as near as the distance says', () => {
    fc.assert(
      fc.property(total, total, (share, size) => {
        const known = columns(share, size)
        const calibrated = calibrate(design, known)
        if (!calibrated.ok) throw new Error(calibrated.reason)
        for (const { values, total: wanted } of known) {
          const met = calibrated.value.weights.reduce((sum, weight, row) => sum + weight * values[row]!, 0)
          expect(Math.abs(met - wanted)).toBeLessThanOrEqual(1e-9 * wanted)
        }
      }),
    )
  })

  test('inside its bounds a factor is linear in the variables, elsewhere it sits on a bound', () => {
    const known = columns(1, 1.048)
    const free = unwrap(calibrate(design, known)).calibration.factors
    const bounds = [0.72, 1.35] as const
    expect(Math.min(...free)).toBeLessThan(bounds[0])
    const bounded = unwrap(calibrate(design, known, { bounds })).calibration.factors
    const inner = [...bounded.entries()].filter(([, g]) => g > bounds[0] + 1e-9 && g < bounds[1] - 1e-9)
    expect(inner.length).toBeGreaterThan(2)
    expect(inner.length).toBeLessThan(bounded.length)
    const [[first, g1] = [0, 0], [second, g2] = [0, 0]] = inner
    const slope = (g2 - g1) / (area[second]! - area[first]!)
    for (const [row, g] of bounded.entries()) {
      const line = g1 + slope * (area[row]! - area[first]!)
      expect(g).toBeCloseTo(Math.min(bounds[1], Math.max(bounds[0], line)), 9)
    }
  })

  test('the diagnostics leave out rows that had no weight', () => {
    const partial = designOf({ rows: 4, weights: [10, 0, 20, 10] })
    const margin = { name: 'sex', labels: ['f', 'x', 'm', 'f'], counts: { f: 30, m: 10, x: 0 } }
    expect(calibrationDiagnostics(unwrap(calibrateToMargins(partial, [margin])))).toEqual({
      smallestFactor: expect.closeTo(0.5, 12),
      largestFactor: expect.closeTo(1.5, 12),
      weightSum: expect.closeTo(40, 12),
      kishDeff: expect.closeTo((4 * (2 * 15 ** 2 + 10 ** 2)) / 40 ** 2, 12),
    })
  })

  test('logit factors stay strictly inside, raking factors above zero', () => {
    const known = columns(1, 1.05)
    const logit = unwrap(calibrate(design, known, { distance: 'logit', bounds: [0.5, 1.6] }))
    for (const g of logit.calibration.factors) expect(g > 0.5 && g < 1.6).toBe(true)
    const far = unwrap(calibrate(design, columns(1, 1.3), { distance: 'raking' }))
    expect(Math.min(...far.calibration.factors)).toBeGreaterThan(0)
    expect(Math.min(...unwrap(calibrate(design, columns(1, 1.3))).calibration.factors)).toBeLessThan(0)
  })
})

describe('refusals', () => {
  const size = { name: 'size', values: area.map(() => 1), total: 100 }

  test.each([
    ['no-totals', calibrate(design, [])],
    ['length-mismatch', calibrate(design, [{ ...size, values: [1] }])],
    ['not-a-number', calibrate(design, [{ ...size, total: Number.NaN }])],
    ['totals-disagree', calibrate(design, [size, { ...size, total: 101 }])],
    ['totals-disagree', calibrate(design, [{ ...size, values: area.map(() => 0) }])],
    ['invalid-bounds', calibrate(design, [size], { bounds: [1.1, 2] })],
    ['invalid-bounds', calibrate(design, [size], { distance: 'logit' })],
    ['totals-out-of-reach', calibrate(design, [{ ...size, total: 500 }], { bounds: [0.5, 2] })],
    ['already-calibrated', calibrate(unwrap(calibrate(design, [size])), [size])],
  ])('%s', (reason, result) => {
    expect(result).toMatchObject({ ok: false, reason })
  })

  const margin = (labels: (string | null)[], counts: Record<string, number>) =>
    calibrateToMargins(design, [{ name: 'sex', labels, counts }])

  test.each([
    ['missing-values', margin([null, ...sex.slice(1)], { f: 60, m: 50 })],
    ['unknown-category', margin(sex, { f: 60 })],
    ['empty-category', margin(sex, { f: 60, m: 50, x: 1 })],
    ['invalid-count', margin(sex, { f: 60, m: -1 })],
    ['totals-mismatch', calibrateToModel(design, [{ name: 'area', numbers: area }], { '(Intercept)': 9 })],
    ['totals-mismatch', calibrateToModel(design, [], { '(Intercept)': 110, area: 9 })],
  ])('%s', (reason, result) => {
    expect(result).toMatchObject({ ok: false, reason })
  })

  test('a category known to be empty may be absent from the sample', () => {
    expect(margin(sex, { f: 60, m: 50, x: 0 }).ok).toBe(true)
  })
})
