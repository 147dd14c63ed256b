import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalCdf, normalQuantile } from '../distributions.ts'
import { type DistributionSpec, distributionOf, logParameters, pertShape } from './distribution.ts'
import { integrate } from './gauss-legendre.ts'

function must(spec: DistributionSpec) {
  const made = distributionOf(spec)
  if (!made.ok) throw new Error(made.reason)
  return made.value
}

const SPECS: DistributionSpec[] = [
  { kind: 'uniform', min: -2, max: 6 },
  { kind: 'triangular', min: 1, mode: 2, max: 7 },
  { kind: 'triangular', min: 1, mode: 1, max: 7 },
  { kind: 'triangular', min: 1, mode: 7, max: 7 },
  { kind: 'pert', min: 10, mode: 12, max: 20 },
  { kind: 'pert', min: 10, mode: 12, max: 20, lambda: 2 },
  { kind: 'normal', mean: -3, sd: 2 },
  { kind: 'truncated-normal', mean: 0, sd: 1, min: -1, max: 2 },
  { kind: 'lognormal-of-log', meanLog: 1, sdLog: 0.5 },
  { kind: 'lognormal-of-value', mean: 100, sd: 30 },
  { kind: 'beta', alpha: 2, beta: 5 },
  { kind: 'beta', alpha: 2.5, beta: 1.5, min: -1, max: 4 },
]

describe.each(SPECS)(
  '$kind, one description of itself in five ways: $min $mode $max $mean $sd $alpha',
  (spec) => {
    const made = must(spec)

    test('moments are the integrals of the quantile function over the normal score', () => {
      const splits = [-9, ...made.kinks.map((p) => normalQuantile(p)), 9]
      const expectation = (f: (x: number) => number) =>
        splits
          .slice(1)
          .reduce(
            (sum, to, i) =>
              sum +
              integrate(
                (z) => (f(made.fromScore(z)) * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI),
                splits[i]!,
                to,
                0.05,
              ),
            0,
          )
      const mean = expectation((x) => x)
      const variance = expectation((x) => (x - mean) ** 2)
      const third = expectation((x) => (x - mean) ** 3)
      const sd = Math.sqrt(made.variance)
      expect(Math.abs(made.mean - mean) / sd).toBeLessThan(1e-10)
      expect(made.variance / variance - 1).toBeCloseTo(0, 10)
      expect(made.skewness).toBeCloseTo(third / variance ** 1.5, 8)
    })

    test('quantile undoes cdf, and fromScore is quantile after Φ', () => {
      for (const p of [1e-6, 0.01, 0.2, 0.5, 0.77, 0.99, 1 - 1e-6]) {
        expect(made.cdf(made.quantile(p))).toBeCloseTo(p, 9)
        const z = normalQuantile(p)
        expect(Math.abs(made.fromScore(z) - made.quantile(normalCdf(z)))).toBeLessThan(
          1e-8 * Math.sqrt(made.variance),
        )
      }
    })

    test('the quantile function rises', () => {
      const p = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true })
      fc.assert(
        fc.property(p, p, (a, b) => {
          expect(Math.sign(made.quantile(a) - made.quantile(b)) * Math.sign(a - b)).toBeGreaterThanOrEqual(0)
        }),
      )
    })
  },
)

describe('numbers of the literature', () => {
  test('PERT 10-12-20: mean (10 + 48 + 20)/6 = 13, variance (13 − 10)(20 − 13)/7 = 3, not (10/6)² = 2.78', () => {
    const made = must({ kind: 'pert', min: 10, mode: 12, max: 20 })
    expect(made.mean).toBeCloseTo(13, 12)
    expect(made.variance).toBeCloseTo(3, 12)
    expect(pertShape({ min: 10, mode: 12, max: 20 })).toEqual({
      alpha: expect.closeTo(1.8, 12),
      beta: expect.closeTo(4.2, 12),
    })
  })

  test('triangular 1-2-7: mean 10/3, variance 31/18, median 7 − √15', () => {
    const made = must({ kind: 'triangular', min: 1, mode: 2, max: 7 })
    expect(made.mean).toBeCloseTo(10 / 3, 12)
    expect(made.variance).toBeCloseTo(31 / 18, 12)
    expect(made.quantile(0.5)).toBeCloseTo(7 - Math.sqrt(15), 12)
  })

  test('a lognormal by mean and sd of the value has them, and is another one by mean and sd of the logarithm', () => {
    const byValue = must({ kind: 'lognormal-of-value', mean: 100, sd: 30 })
    expect(byValue.mean).toBeCloseTo(100, 10)
    expect(byValue.variance).toBeCloseTo(900, 8)
    const { meanLog, sdLog } = logParameters(100, 30)
    expect(sdLog).toBeCloseTo(Math.sqrt(Math.log(1.09)), 12)
    expect(byValue.quantile(0.5)).toBeCloseTo(Math.exp(meanLog), 10)
  })

  test.each([
    // mean, sd, min, max; mean, variance and skewness to 16 digits by quadrature with 40.
    [[0, 1, -1, 2], 0.229637179091329, 0.5197625392115339, 0.3225459128330915],
    [[0, 1, 8, 20], 8.12136811223611, 0.01432488344334091, 1.920025059163082],
    [[0, 1, -20, -8], -8.12136811223611, 0.01432488344334091, -1.920025059163082],
    [[0, 1, 9, 12], 9.108523105002822, 0.01151479065457802, 1.934860369437841],
    [[0, 1, 0, 1e-5], 4.999999999958333e-6, 8.3333333333055e-12, 0],
  ])('normal truncated to a tail or a sliver: %j', (parameters, mean, variance, skewness) => {
    const [centre, sd, min, max] = parameters as [number, number, number, number]
    const made = must({ kind: 'truncated-normal', mean: centre, sd, min, max })
    expect(made.mean / mean).toBeCloseTo(1, 12)
    expect(made.variance / variance).toBeCloseTo(1, 11)
    expect(made.skewness).toBeCloseTo(skewness, 9)
    expect(made.quantile(0.5)).toBeGreaterThan(min)
    expect(made.quantile(0.5)).toBeLessThan(max)
    expect(made.cdf(made.quantile(0.3))).toBeCloseTo(0.3, 8)
  })
})

describe('large amounts in a narrow range', () => {
  // In fen a hundred million 元 is 1e10; the range may be a thousandth of a millionth of it.
  const shapes: DistributionSpec[] = [
    { kind: 'uniform', min: 0, max: 2 },
    { kind: 'triangular', min: 0, mode: 0.5, max: 2 },
    { kind: 'pert', min: 0, mode: 0.5, max: 2 },
    { kind: 'beta', alpha: 2, beta: 3, min: 0, max: 2 },
  ]
  test.each(shapes)('moving $kind by 2³⁰ moves the mean and nothing else', (spec) => {
    const offset = 2 ** 30
    const moved = Object.fromEntries(
      Object.entries(spec).map(([name, value]) => [
        name,
        ['min', 'mode', 'max'].includes(name) ? Number(value) + offset : value,
      ]),
    ) as unknown as DistributionSpec
    const [here, there] = [must(spec), must(moved)]
    expect(there.mean - offset).toBeCloseTo(here.mean, 6)
    expect(there.variance / here.variance).toBeCloseTo(1, 12)
    expect(there.skewness).toBeCloseTo(here.skewness!, 12)
    expect(there.quantile(0.3) - offset).toBeCloseTo(here.quantile(0.3), 6)
  })
})

describe('constants', () => {
  test.each<DistributionSpec>([
    { kind: 'uniform', min: 3, max: 3 },
    { kind: 'triangular', min: 3, mode: 3, max: 3 },
    { kind: 'pert', min: 3, mode: 3, max: 3 },
    { kind: 'normal', mean: 3, sd: 0 },
    { kind: 'truncated-normal', mean: 5, sd: 0, min: 1, max: 3 },
    { kind: 'lognormal-of-value', mean: 3, sd: 0 },
    { kind: 'beta', alpha: 1, beta: 1, min: 3, max: 3 },
  ])('%j is 3', (spec) => {
    const made = must(spec)
    expect(made).toMatchObject({ mean: 3, variance: 0, skewness: null })
    expect(made.quantile(0.9)).toBe(3)
    expect(made.fromScore(-2)).toBe(3)
    expect([made.cdf(2.999), made.cdf(3)]).toEqual([0, 1])
  })
})

describe('refusals', () => {
  test.each<[DistributionSpec, string]>([
    [{ kind: 'uniform', min: 3, max: 1 }, 'min-greater-than-max'],
    [{ kind: 'triangular', min: 5, mode: 3, max: 9 }, 'mode-outside-range'],
    [{ kind: 'pert', min: 1, mode: 2, max: 3, lambda: 0 }, 'shape-not-positive'],
    [{ kind: 'normal', mean: 0, sd: -1 }, 'negative-sd'],
    [{ kind: 'normal', mean: Number.NaN, sd: 1 }, 'not-a-number'],
    [{ kind: 'lognormal-of-value', mean: -5, sd: 1 }, 'mean-not-positive'],
    [{ kind: 'lognormal-of-log', meanLog: 0, sdLog: 30 }, 'moments-not-representable'],
    [{ kind: 'truncated-normal', mean: 0, sd: 1, min: 900, max: 901 }, 'range-without-probability'],
    [{ kind: 'truncated-normal', mean: 0, sd: 1, min: 2, max: 1 }, 'min-greater-than-max'],
    [{ kind: 'beta', alpha: 0, beta: 1 }, 'shape-not-positive'],
  ])('%j', (spec, reason) => {
    expect(distributionOf(spec)).toMatchObject({ ok: false, reason })
  })
})
