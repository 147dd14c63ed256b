import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { estimateCategories } from './category-shares.ts'
import { type SamplingPlan, type SurveyDesign, surveyDesign } from './design.ts'
import { kishDesignEffect } from './design-effect.ts'
import { estimateMean, estimateTotal } from './means-and-totals.ts'
import { estimateRatio } from './ratios.ts'

function designOf(plan: SamplingPlan): SurveyDesign {
  const design = surveyDesign(plan)
  if (!design.ok) throw new Error(design.reason)
  return design.value
}

function unwrap<Value>(result: { ok: true; value: Value } | { ok: false; reason: string }): Value {
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

const simple = designOf({ rows: 5, populationSizes: [[50, 50, 50, 50, 50]] })

describe('a simple random sample', () => {
  // mean 6, s² = (16 + 4 + 0 + 4 + 16)/4 = 10
  const values = [2, 4, 6, 8, 10]

  test('gives the textbook mean, its standard error with finite population correction, and t', () => {
    const mean = unwrap(estimateMean(simple, values))
    expect(mean.estimate).toBe(6)
    expect(mean.variance).toBeCloseTo((10 / 5) * (1 - 5 / 50), 12)
    expect(mean.df).toBe(4)
    // t(0.975, 4) = 2.776445
    expect(mean.interval!.high).toBeCloseTo(6 + 2.776445 * Math.sqrt(1.8), 5)
    expect(mean.intervalNormal.high).toBeCloseTo(6 + 1.959964 * Math.sqrt(1.8), 5)
    expect(mean.deff).toBeCloseTo(1, 12)
    expect(mean.deffReplace).toBeCloseTo(0.9, 12)
    expect(mean.cv).toBeCloseTo(Math.sqrt(1.8) / 6, 12)
  })

  test('the total is N times the mean, and so is its standard error', () => {
    const total = unwrap(estimateTotal(simple, values))
    expect(total.estimate).toBe(300)
    expect(total.se).toBeCloseTo(50 * Math.sqrt(1.8), 12)
    expect(total.deff).toBeCloseTo(1, 12)
  })
})

describe('domains', () => {
  const values = [2, 4, 6, 8, 10]
  const domain = [true, true, false, true, false]

  test('the mean of a domain keeps the size of the sample in its variance', () => {
    const mean = unwrap(estimateMean(simple, values, { domain }))
    const centre = (2 + 4 + 8) / 3
    // Zero contribution outside: 5 units with deviations (y - ȳ)/3, of which two are 0 (Cochran 1977, 2.12).
    const squares = [2, 4, 8].reduce((sum, value) => sum + ((value - centre) / 3) ** 2, 0)
    expect(mean.estimate).toBeCloseTo(centre, 12)
    expect(mean.variance).toBeCloseTo((1 - 5 / 50) * (5 / 4) * squares, 12)
    expect(mean).toMatchObject({ n: 3, weightSum: 30, df: 4, dfDomain: 2 })
    expect(mean.intervalDomain!.high).toBeGreaterThan(mean.interval!.high)
  })

  test('a missing answer is a domain, not a smaller sample', () => {
    const answers = [2, 4, null, 8, null]
    const omitted = unwrap(estimateMean(simple, answers, { missing: 'omit' }))
    expect(omitted).toEqual(unwrap(estimateMean(simple, values, { domain })))
    expect(estimateMean(simple, answers)).toEqual({
      ok: false,
      reason: 'missing-values',
      details: { row: 2 },
    })
    expect(estimateMean(simple, answers, { domain }).ok).toBe(true)
  })

  test('an empty domain has a total of 0 and no mean', () => {
    const nobody = { domain: [false, false, false, false, false] }
    expect(estimateMean(simple, values, nobody)).toMatchObject({ ok: false, reason: 'empty-domain' })
    expect(estimateTotal(simple, values, nobody)).toMatchObject({
      ok: true,
      value: { estimate: 0, se: 0, n: 0, deff: null, cv: null },
    })
  })

  test('the totals of a domain and of the rest make up the whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 5, maxLength: 5 }),
        fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
        (y, inside) => {
          const part = unwrap(estimateTotal(simple, y, { domain: inside })).estimate
          const rest = unwrap(estimateTotal(simple, y, { domain: inside.map((value) => !value) })).estimate
          expect(part + rest).toBeCloseTo(unwrap(estimateTotal(simple, y)).estimate, 9)
        },
      ),
    )
  })
})

describe('what cannot be estimated is said', () => {
  test('equal answers have no design effect, to the last bit', () => {
    const clustered = designOf({ rows: 4, clusters: [[1, 1, 2, 3]], weights: [0.1, 0.7, 1.3, 0.9] })
    expect(unwrap(estimateMean(clustered, [0.3, 0.3, 0.3, 0.3]))).toMatchObject({
      estimate: 0.3,
      se: 0,
      deff: null,
      deffReplace: null,
    })
  })

  test('a census has no error and no design effect', () => {
    const census = designOf({ rows: 3, populationSizes: [[3, 3, 3]] })
    expect(unwrap(estimateMean(census, [1, 2, 4]))).toMatchObject({
      se: 0,
      cv: 0,
      deff: null,
      deffReplace: null,
    })
  })

  test('weights that sum to n leave the design effect with replacement only', () => {
    const scaled = designOf({ rows: 3 })
    const mean = unwrap(estimateMean(scaled, [1, 2, 4]))
    expect(mean.deff).toBeNull()
    expect(mean.deffReplace).toBeCloseTo(1, 12)
  })

  test('without a degree of freedom there is no t interval', () => {
    const pairs = designOf({ rows: 2, strata: ['a', 'b'], lonelyPsu: 'adjust' })
    expect(unwrap(estimateMean(pairs, [1, 2]))).toMatchObject({ df: 0, interval: null })
  })

  test('bad input has a reason', () => {
    expect(estimateMean(simple, [1, 2])).toMatchObject({ ok: false, reason: 'length-mismatch' })
    expect(estimateMean(simple, [1, 2, Number.NaN, 4, 5])).toMatchObject({
      ok: false,
      reason: 'not-a-number',
      details: { row: 2 },
    })
    expect(estimateMean(simple, [1, 2, 3, 4, 5], { confidence: 1 })).toMatchObject({
      ok: false,
      reason: 'confidence-out-of-range',
    })
  })
})

describe('laws of the mean', () => {
  const design = designOf({
    rows: 6,
    clusters: [['p', 'p', 'q', 'r', 's', 's']],
    strata: ['a', 'a', 'a', 'b', 'b', 'b'],
    weights: [3, 1, 4, 1, 5, 9],
  })
  const answers = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 6, maxLength: 6 })

  test('shifting and stretching the answers shifts and stretches the mean', () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 9 }), (y, a, b) => {
        const before = unwrap(estimateMean(design, y))
        const after = unwrap(
          estimateMean(
            design,
            y.map((value) => a + b * value),
          ),
        )
        expect(Math.abs(after.estimate - (a + b * before.estimate))).toBeLessThanOrEqual(1e-9)
        expect(Math.abs(after.se - b * before.se)).toBeLessThanOrEqual(1e-9 * Math.max(1, after.se))
      }),
    )
  })

  test('the unit of the weights does not matter', () => {
    fc.assert(
      fc.property(answers, fc.double({ min: 0.01, max: 100, noNaN: true }), (y, factor) => {
        const rescaled = { ...design, weights: design.weights.map((weight) => weight * factor) }
        const [before, after] = [unwrap(estimateMean(design, y)), unwrap(estimateMean(rescaled, y))]
        expect(Math.abs(after.estimate - before.estimate)).toBeLessThanOrEqual(1e-9)
        expect(Math.abs(after.se - before.se)).toBeLessThanOrEqual(1e-9 * Math.max(1, before.se))
      }),
    )
  })
})

describe('ratios', () => {
  test('a ratio to ones is the mean', () => {
    const y = [2, 4, 6, 8, 10]
    const ratio = unwrap(estimateRatio(simple, y, [1, 1, 1, 1, 1]))
    const mean = unwrap(estimateMean(simple, y))
    expect(ratio.estimate).toBeCloseTo(mean.estimate, 12)
    expect(ratio.se).toBeCloseTo(mean.se, 12)
    expect(ratio.deff).toBeCloseTo(1, 12)
  })

  test('a constant price per square metre is known without error', () => {
    const area = [80, 95.5, 120, 61, 100]
    const ratio = unwrap(
      estimateRatio(
        simple,
        area.map((x) => 3 * x),
        area,
      ),
    )
    expect(ratio.estimate).toBeCloseTo(3, 12)
    expect(ratio.se).toBeLessThan(1e-12)
    expect(ratio.deff).toBeNull()
  })

  test('a denominator of zero is refused, a missing part leaves the row out', () => {
    expect(estimateRatio(simple, [1, 2, 3, 4, 5], [1, -1, 0, 2, -2])).toMatchObject({
      ok: false,
      reason: 'zero-denominator',
    })
    expect(unwrap(estimateRatio(simple, [1, null, 3, 4, 5], [1, 1, null, 1, 1], { missing: 'omit' })).n).toBe(
      3,
    )
  })
})

describe('categories', () => {
  test('shares sum to 1, counts to the population, numbers are listed as numbers', () => {
    const categories = unwrap(estimateCategories(simple, ['10', '9', '9', '10', '2']))
    expect(categories.map(({ category }) => category)).toEqual(['2', '9', '10'])
    expect(categories.reduce((sum, { share }) => sum + share.estimate, 0)).toBeCloseTo(1, 12)
    expect(categories.map(({ total }) => total.estimate)).toEqual([10, 20, 20])
  })

  test('a missing label is a missing answer', () => {
    expect(estimateCategories(simple, ['a', '', 'b', null, 'b'])).toMatchObject({
      ok: false,
      reason: 'missing-values',
      details: { row: 1 },
    })
    const categories = unwrap(estimateCategories(simple, ['a', '', 'b', null, 'b'], { missing: 'omit' }))
    expect(categories.map(({ share }) => share.estimate)).toEqual([
      expect.closeTo(1 / 3, 12),
      expect.closeTo(2 / 3, 12),
    ])
    expect(estimateCategories(simple, [null, null, null, null, null])).toMatchObject({
      ok: false,
      reason: 'empty-domain',
    })
  })
})

describe('Kish', () => {
  test('equal weights cost nothing, unequal ones do', () => {
    expect(kishDesignEffect([2, 2, 2])).toEqual({ ok: true, value: 1 })
    expect(kishDesignEffect([1, 3])).toEqual({ ok: true, value: (2 * 10) / 16 })
    expect(kishDesignEffect([])).toMatchObject({ ok: false, reason: 'invalid-weight' })
    expect(kishDesignEffect([1, Infinity])).toMatchObject({ ok: false, details: { row: 1 } })
  })
})
