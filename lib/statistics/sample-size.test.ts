import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ceilSize,
  clusterDesignEffect,
  kishEffectiveSize,
  krejcieMorgan,
  marginOfError,
  sampleSizeForMean,
  sampleSizeForProportion,
  sampleSizeForTwoProportions,
  yamane,
} from './sample-size.ts'

function value<Value>(result: { ok: true; value: Value } | { ok: false; reason: string }): Value {
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

const confidence95 = { confidence: 0.95 } as const

describe('a share', () => {
  test('the textbook 384.16 → 385 (Cochran), and 278 of a thousand', () => {
    const endless = value(sampleSizeForProportion({ certainty: { z: 1.96 }, share: 0.5, margin: 0.05 }))
    expect(endless.unlimited).toBeCloseTo(384.16, 10)
    expect(endless.required).toBe(385)
    const town = value(
      sampleSizeForProportion({ certainty: confidence95, share: 0.5, margin: 0.05, population: 1000 }),
    )
    expect(town.required).toBe(278)
  })

  test.each([
    [0.5, 0.05, 400],
    [0.2, 0.04, 400],
    [0.2, 0.02, 1600],
    [0.2, 0.01, 6400],
    [0.4, 0.04, 600],
  ])('z = 2, share %d, margin %d is exactly %i: rounding may not add a person', (share, margin, size) => {
    expect(value(sampleSizeForProportion({ certainty: { z: 2 }, share, margin })).required).toBe(size)
  })

  test('design effect and response rate, in both orders', () => {
    const size = value(
      sampleSizeForProportion({
        certainty: confidence95,
        share: 0.5,
        margin: 0.05,
        population: 2400,
        designEffect: 1.5,
        responseRate: 0.8,
      }),
    )
    const n = 384.145882069
    expect(size.designBeforeCorrection).toBeCloseTo((n * 1.5) / (1 + (n * 1.5 - 1) / 2400), 6)
    expect(size.designAfterCorrection).toBeCloseTo((1.5 * n) / (1 + (n - 1) / 2400), 6)
    expect(size).toMatchObject({ required: 332, invitedBeforeCorrection: 582, invitedAfterCorrection: 622 })
  })

  test('the size found has the margin asked for; nobody is asked twice', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        fc.double({ min: 0.01, max: 0.2, noNaN: true }),
        fc.integer({ min: 2, max: 100000 }),
        (share, margin, population) => {
          const request = { certainty: confidence95, share, population }
          const { finite, unlimited, required } = value(sampleSizeForProportion({ ...request, margin }))
          expect(required).toBeLessThanOrEqual(population)
          expect(finite).toBeLessThanOrEqual(Math.max(unlimited, 1) + 1e-9)
          if (finite < 1) return
          expect(value(marginOfError({ ...request, n: finite }))).toBeCloseTo(margin, 9)
        },
      ),
    )
  })

  test('a census has no margin', () => {
    expect(marginOfError({ certainty: confidence95, share: 0.3, n: 50, population: 50 })).toEqual({
      ok: true,
      value: 0,
    })
  })
})

test('a mean: (z·S/d)² and the correction of divisor N - 1', () => {
  const z = 1.959963984540054
  const n0 = (z * 7.5) ** 2
  expect(value(sampleSizeForMean({ certainty: confidence95, sd: 15, margin: 2 })).unlimited).toBeCloseTo(
    n0,
    8,
  )
  const finite = value(sampleSizeForMean({ certainty: confidence95, sd: 15, margin: 2, population: 900 }))
  expect(finite.finite).toBeCloseTo(n0 / (1 + n0 / 900), 8)
  expect(finite.required).toBe(175)
})

test('Krejcie & Morgan (1970): the printed table is rounded, not raised', () => {
  const printed = [
    [10, 10],
    [15, 14],
    [100, 80],
    [260, 155],
    [1000, 278],
    [5000, 357],
    [10000, 370],
    [75000, 382],
    [1000000, 384],
  ] as const
  for (const [population, size] of printed) {
    expect([population, value(krejcieMorgan({ population })).rounded]).toEqual([population, size])
  }
  expect(value(krejcieMorgan({ population: 15 })).ceiling).toBe(15)
})

test('Yamane: 1000 people at 5 % are 286, and 400 exactly 200', () => {
  expect(value(yamane(1000, 0.05)).required).toBe(286)
  expect(value(yamane(400, 0.05))).toEqual({ exact: 200, required: 200 })
})

test('two shares: R power.prop.test(p1 = .50, p2 = .65, power = .80, strict = FALSE) prints n = 169.3', () => {
  const size = value(sampleSizeForTwoProportions({ shares: [0.5, 0.65], alpha: 0.05, power: 0.8 }))
  expect(size.perGroup).toBeCloseTo(169.31, 2)
  expect(size.perGroupContinuity).toBeCloseTo(182.4, 1)
  expect(size.required).toBe(170)
  const swapped = value(sampleSizeForTwoProportions({ shares: [0.65, 0.5], alpha: 0.05, power: 0.8 }))
  expect(swapped.perGroup).toBeCloseTo(size.perGroup, 10)
})

test('clusters: 20 per village at ρ = 0.05 nearly double the variance', () => {
  expect(value(clusterDesignEffect({ size: 20, correlation: 0.05 }))).toBeCloseTo(1.95, 12)
  expect(value(clusterDesignEffect({ size: 12, correlation: 0.02, sizeCv: 0.4 }))).toBeCloseTo(1.2584, 12)
  expect(value(clusterDesignEffect({ size: 1, correlation: 0.3 }))).toBe(1)
})

describe('Kish: what unequal weights cost', () => {
  test('1, 2, 3, 4 are worth 10²/30 people', () => {
    expect(value(kishEffectiveSize([1, 2, 3, 4]))).toEqual({
      designEffect: expect.closeTo(1.2, 12),
      effectiveSize: expect.closeTo(10 / 3, 12),
    })
  })
  test('lies between 1 and n, ignores scale and zeros', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 30 }), (weights) => {
        const { effectiveSize } = value(kishEffectiveSize(weights))
        expect(effectiveSize).toBeGreaterThan(1 - 1e-9)
        expect(effectiveSize).toBeLessThan(weights.length + 1e-9)
        expect(value(kishEffectiveSize([0, ...weights.map((w) => w * 1e-200)])).effectiveSize).toBeCloseTo(
          effectiveSize,
          9,
        )
      }),
    )
  })
})

test('rounding up forgives one part in 1e9 and no more', () => {
  expect(ceilSize(400.00000000000006)).toBe(400)
  expect(ceilSize(400.00001)).toBe(401)
})

test('refusals name the reason', () => {
  const share = { certainty: confidence95, share: 0.5, margin: 0.05 }
  expect(sampleSizeForProportion({ ...share, share: 1.2 })).toMatchObject({ reason: 'share-out-of-range' })
  expect(sampleSizeForProportion({ ...share, margin: 0 })).toMatchObject({ reason: 'margin-out-of-range' })
  expect(sampleSizeForProportion({ ...share, population: 0 })).toMatchObject({
    reason: 'population-out-of-range',
  })
  expect(sampleSizeForProportion({ ...share, certainty: { confidence: 1 } })).toMatchObject({
    reason: 'confidence-out-of-range',
  })
  expect(sampleSizeForProportion({ ...share, responseRate: 0 })).toMatchObject({
    reason: 'response-rate-out-of-range',
  })
  expect(sampleSizeForProportion({ ...share, designEffect: Number.NaN })).toMatchObject({
    reason: 'design-effect-out-of-range',
  })
  expect(sampleSizeForMean({ certainty: confidence95, sd: -1, margin: 1 })).toMatchObject({
    reason: 'spread-out-of-range',
  })
  expect(marginOfError({ ...share, n: 11, population: 10 })).toMatchObject({ reason: 'sample-out-of-range' })
  expect(sampleSizeForTwoProportions({ shares: [0.4, 0.4], alpha: 0.05, power: 0.8 })).toMatchObject({
    reason: 'no-difference',
  })
  expect(clusterDesignEffect({ size: 0.5, correlation: 0.1 })).toMatchObject({
    reason: 'cluster-out-of-range',
  })
  expect(kishEffectiveSize([1, -1])).toMatchObject({ reason: 'weight-out-of-range', details: { index: 1 } })
  expect(kishEffectiveSize([0, 0])).toMatchObject({ reason: 'no-weight' })
})
