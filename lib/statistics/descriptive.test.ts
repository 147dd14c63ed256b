import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { covarianceOf, mean, moments, QUANTILE_TYPES, quantiles, sum, sumOfProducts } from './descriptive.ts'

function momentsOf(values: number[]) {
  const found = moments(values)
  if (!found.ok) throw new Error(found.reason)
  return found.value
}

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 40 })

describe('sum', () => {
  test('keeps what plain addition drops', () => {
    expect(sum([1, 1e100, 1, -1e100])).toBe(2)
    expect(sum(Array(10).fill(0.1))).toBe(1)
    expect(sum([])).toBe(0)
  })
  test('passes infinities through', () => {
    expect(sum([Infinity, 1])).toBe(Infinity)
  })
})

describe('moments', () => {
  test('of a small list, by hand', () => {
    const found = momentsOf([2, 4, 4, 4, 5, 5, 7, 9])
    expect(found).toMatchObject({ n: 8, mean: 5, median: 4.5, variancePopulation: 4 })
    expect(found.variance).toBeCloseTo(32 / 7, 12)
    // Σd³ = 42, Σd⁴ = 356 with population sd 2.
    expect(found.skewness).toBeCloseTo(42 / 8 / 8, 12)
    expect(found.excessKurtosis).toBeCloseTo(356 / 8 / 16 - 3, 12)
    expect(found.skewnessAdjusted).toBeCloseTo((0.65625 * Math.sqrt(56)) / 6, 12)
    expect(found.coefficientOfVariation).toBeCloseTo(Math.sqrt(32 / 7) / 5, 12)
  })

  test('of values a billion away from zero: the sum-of-squares formula fails here', () => {
    const found = momentsOf([1000000004, 1000000007, 1000000013, 1000000016])
    expect(found.mean).toBe(1000000010)
    expect(found.variance).toBe(30)
  })

  test('NIST NumAcc4: sd 0.1 around ten million', () => {
    const list = [10000000.2]
    for (let i = 0; i < 500; i++) list.push(10000000.1, 10000000.3)
    const found = momentsOf(list)
    expect(found.mean).toBeCloseTo(10000000.2, 8)
    expect(found.sd).toBeCloseTo(0.1, 8)
  })

  test('of a constant list: no spread, no shape', () => {
    expect(momentsOf(Array(7).fill(0.1))).toMatchObject({
      mean: 0.1,
      variance: 0,
      skewness: null,
      excessKurtosis: null,
      coefficientOfVariation: 0,
    })
  })

  test('of one value: no variance', () => {
    expect(momentsOf([5])).toMatchObject({
      mean: 5,
      variance: null,
      sd: null,
      variancePopulation: 0,
      median: 5,
    })
  })

  test('a mean of zero has no coefficient of variation', () => {
    expect(momentsOf([-1, 1]).coefficientOfVariation).toBeNull()
  })

  test('shift moves the mean and nothing else; scale stretches; order does not matter', () => {
    fc.assert(
      fc.property(
        values,
        fc.integer({ min: -500, max: 500 }),
        fc.integer({ min: 2, max: 9 }),
        (list, c, k) => {
          const plain = momentsOf(list)
          const shifted = momentsOf(list.map((v) => v + c))
          const scaled = momentsOf(list.map((v) => v * k))
          expect(shifted.mean).toBeCloseTo(plain.mean + c, 8)
          expect(shifted.variance).toBeCloseTo(plain.variance!, 6)
          expect(scaled.sd).toBeCloseTo(plain.sd! * k, 7)
          if (plain.skewness !== null) expect(scaled.skewness).toBeCloseTo(plain.skewness, 8)
          expect(momentsOf(list.toReversed()).variance).toBeCloseTo(plain.variance!, 8)
        },
      ),
    )
  })

  test('refuses what has no moments', () => {
    expect(moments([])).toEqual({ ok: false, reason: 'empty' })
    expect(moments([1, Number.NaN])).toMatchObject({ reason: 'not-a-number', details: { index: 1 } })
    expect(moments([1e200, -1e200])).toMatchObject({ reason: 'too-large' })
    expect(mean([Infinity])).toMatchObject({ reason: 'not-a-number' })
  })

  test('the mean of the largest numbers is finite', () => {
    expect(mean([1.5e308, 1.7e308])).toMatchObject({ ok: true, value: expect.closeTo(1.6e308, -300) })
  })
})

test('products of deviations: Cauchy–Schwarz, and the covariance of a list with itself', () => {
  fc.assert(
    fc.property(values, (list) => {
      const other = list.map((v, i) => v * ((i % 3) - 1))
      const xy = sumOfProducts(list, other)
      expect(xy * xy).toBeLessThanOrEqual(
        sumOfProducts(list, list) * sumOfProducts(other, other) * (1 + 1e-9),
      )
      expect(covarianceOf(list, list)).toBeCloseTo(momentsOf(list).variance!, 8)
    }),
  )
})

describe('quantiles', () => {
  test('the nine types on 15, 20, 35, 40, 50 at 40 % (R: quantile(x, 0.4, type = t))', () => {
    const at = QUANTILE_TYPES.map((type) => quantiles([40, 15, 50, 20, 35], [0.4], type))
    const printed = [20, 27.5, 20, 20, 27.5, 26, 29, 27, 27.125]
    expect(at.map((q) => (q.ok ? Number(q.value[0]!.toFixed(9)) : q.reason))).toEqual(printed)
  })

  test('stay within the list, rise with p, and end at its ends', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(...QUANTILE_TYPES), (list, type) => {
        const ps = Array.from({ length: 21 }, (_, i) => i / 20)
        const found = quantiles(list, ps, type)
        if (!found.ok) throw new Error(found.reason)
        const sorted = list.toSorted((a, b) => a - b)
        expect(found.value[0]).toBe(sorted[0])
        expect(found.value[20]).toBe(sorted.at(-1))
        for (let i = 1; i <= 20; i++)
          expect(found.value[i]!).toBeGreaterThanOrEqual(found.value[i - 1]! - 1e-9)
      }),
    )
  })

  test('p·n that is whole only in exact arithmetic is treated as whole', () => {
    // 0.28·25 is 7.000000000000001 in doubles; type 1 must give the 7th value, not the 8th.
    const list = Array.from({ length: 25 }, (_, i) => i + 1)
    expect(quantiles(list, [0.28], 1)).toEqual({ ok: true, value: [7] })
    expect(quantiles(list, [0.28], 2)).toEqual({ ok: true, value: [7.5] })
  })

  test('refuses a p outside [0, 1] and an empty list', () => {
    expect(quantiles([1, 2], [0.5, 1.1])).toMatchObject({
      reason: 'probability-out-of-range',
      details: { index: 1 },
    })
    expect(quantiles([], [0.5])).toMatchObject({ reason: 'empty' })
  })
})
