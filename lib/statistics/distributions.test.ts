import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  betaCdf,
  betaQuantile,
  betaUpper,
  binomialCdf,
  binomialQuantile,
  binomialUpper,
  chiSquareCdf,
  chiSquareQuantile,
  chiSquareUpper,
  fCdf,
  fQuantile,
  fUpper,
  gammaCdf,
  gammaQuantile,
  gammaUpper,
  lognormalCdf,
  lognormalQuantile,
  lognormalUpper,
  normalCdf,
  normalCritical,
  normalQuantile,
  normalUpper,
  tCdf,
  tCritical,
  tQuantile,
  triangularCdf,
  triangularQuantile,
  triangularUpper,
  tUpper,
} from './distributions.ts'

/** Relative closeness, so that a tail of 1e-198 counts as much as a probability of one half. */
function expectRelative(actual: number, expected: number, tolerance = 1e-9) {
  expect(Math.abs(actual / expected - 1)).toBeLessThan(tolerance)
}

describe('upper tails keep their digits where 1 - cdf is zero', () => {
  // Truth: mpmath at 40 digits (erfc, regularised incomplete beta and gamma).
  test.each([
    ['normal 30', normalUpper(30), 4.90671392714819e-198],
    ['normal 1.96', normalUpper(1.96), 0.0249978951482204],
    ['t 25, df 30', tUpper(25, 30), 6.04591119064351e-22],
    ['t 2, df 2.5', tUpper(2, 2.5), 0.078695747878983],
    ['t lower tail', tCdf(-25, 30), 6.04591119064351e-22],
    ['chi-square 250, df 1', chiSquareUpper(250, 1), 2.59680703934019e-56],
    ['F 30, df 5 and 60', fUpper(30, 5, 60), 3.85254146999316e-15],
    ['F, fractional df', fUpper(5.19336954147, 1.49463977770746, 20.9249568879044), 0.0217474623708575],
    ['beta(11, 190) at 0.3', betaUpper(0.3, 11, 190), 5.58228008990788e-19],
    ['gamma(7.5) at 45', gammaUpper(45, 7.5), 9.91866738159078e-13],
    ['lognormal(1, 0.5) at 200', lognormalUpper(200, 1, 0.5), 4.10438688697044e-18],
    ['binomial(1000, 0.02) ≤ 5', binomialCdf(5, 1000, 0.02), 6.40090668829304e-5],
    ['binomial(69, 0.05) ≥ 50', binomialUpper(49, 69, 0.05), 1.58115384029348e-49],
  ])('%s', (_, actual, expected) => expectRelative(actual, expected))
})

describe('quantiles', () => {
  test.each([
    ['normal, 1e-12', -normalQuantile(1e-12), 7.03448382530113],
    ['normal, 1e-300', -normalQuantile(1e-300), 37.0470962993612],
    ['F, 0.999999, df 300 and 0.3', fQuantile(0.999999, 300, 0.3), 2.37422475370889e39],
    ['t, 0.975, df 5', tQuantile(0.975, 5), 2.57058183563632],
    ['chi-square, 0.95, df 10', chiSquareQuantile(0.95, 10), 18.3070380532751],
    ['F, 0.95, df 2 and 18', fQuantile(0.95, 2, 18), 3.55455714566179],
    ['beta(2, 5), 0.1', betaQuantile(0.1, 2, 5), 0.0925952589131288],
    ['gamma(3), 0.9', gammaQuantile(0.9, 3), 5.32232033783421],
    ['lognormal median', lognormalQuantile(0.5, 2, 3), Math.exp(2)],
    ['triangular(0, 1, 4) median: 1 - (4-x)²/12 = 1/2', triangularQuantile(0.5, 0, 1, 4), 4 - Math.sqrt(6)],
  ])('%s', (_, actual, expected) => expectRelative(actual, expected))

  test('the printed critical values', () => {
    expect(normalCritical(0.95)).toBeCloseTo(1.95996398454005, 13)
    expect(tCritical(0.95, 10)).toBeCloseTo(2.22813885198627, 10)
    expect(binomialQuantile(0.5, 10, 0.3)).toBe(3)
  })

  test('the ends of the support', () => {
    expect(normalQuantile(0)).toBe(-Infinity)
    expect(chiSquareQuantile(0, 3)).toBe(0)
    expect(betaQuantile(1, 2, 3)).toBe(1)
  })

  test('invert the distribution function', () => {
    const p = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })
    const positive = fc.double({ min: 0.3, max: 300, noNaN: true })
    fc.assert(
      fc.property(p, positive, positive, (p, a, b) => {
        expect(tCdf(tQuantile(p, a), a)).toBeCloseTo(p, 9)
        expect(chiSquareCdf(chiSquareQuantile(p, a), a)).toBeCloseTo(p, 9)
        expect(fCdf(fQuantile(p, a, b), a, b)).toBeCloseTo(p, 8)
        // A quantile within 1e-6 of 1 has no digits left to hit the steep end of a small shape.
        const share = betaQuantile(p, a, b)
        if (share < 1 - 1e-6) expect(betaCdf(share, a, b)).toBeCloseTo(p, 8)
        expect(gammaCdf(gammaQuantile(p, a, b), a, b)).toBeCloseTo(p, 9)
        expect(lognormalCdf(lognormalQuantile(p, 1, a / 100), 1, a / 100)).toBeCloseTo(p, 9)
        expect(triangularCdf(triangularQuantile(p, -a, 0, b), -a, 0, b)).toBeCloseTo(p, 9)
      }),
    )
  })
})

describe('laws', () => {
  test('the two tails add up to one', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -6, max: 6, noNaN: true }),
        fc.double({ min: 0.2, max: 200, noNaN: true }),
        fc.double({ min: 0.2, max: 200, noNaN: true }),
        (x, a, b) => {
          expect(normalCdf(x) + normalUpper(x)).toBeCloseTo(1, 12)
          expect(tCdf(x, a) + tUpper(x, a)).toBeCloseTo(1, 11)
          const y = Math.abs(x)
          expect(chiSquareCdf(y, a) + chiSquareUpper(y, a)).toBeCloseTo(1, 11)
          expect(fCdf(y, a, b) + fUpper(y, a, b)).toBeCloseTo(1, 11)
          expect(betaCdf(y / 6, a, b) + betaUpper(y / 6, a, b)).toBeCloseTo(1, 11)
          expect(triangularCdf(x, -a, 0, b) + triangularUpper(x, -a, 0, b)).toBeCloseTo(1, 11)
        },
      ),
    )
  })

  test('t with many degrees of freedom is normal, F with endless df2 is chi-square, t² is F', () => {
    expect(tUpper(1.7, Infinity)).toBe(normalUpper(1.7))
    expect(tUpper(1.7, 1e9)).toBeCloseTo(normalUpper(1.7), 8)
    expect(fUpper(2.1, 4, Infinity)).toBeCloseTo(chiSquareUpper(8.4, 4), 12)
    expectRelative(fUpper(2.5 ** 2, 1, 7), 2 * tUpper(2.5, 7))
  })

  test('t near zero does not lose its slope: P(0 < T < 1e-9) is 1e-9 times the density', () => {
    // Density of t with 3 degrees of freedom at 0 is 2/(π√3).
    expectRelative(0.5 - tUpper(1e-9, 3), (1e-9 * 2) / (Math.PI * Math.sqrt(3)), 1e-6)
  })

  test('the binomial tail is the sum of its terms', () => {
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k)
    const term = (k: number) => choose(12, k) * 0.3 ** k * 0.7 ** (12 - k)
    for (let k = 0; k <= 12; k++) {
      const sum = Array.from({ length: k + 1 }, (_, i) => term(i)).reduce((a, b) => a + b)
      expect(binomialCdf(k, 12, 0.3)).toBeCloseTo(sum, 12)
      expect(binomialUpper(k, 12, 0.3)).toBeCloseTo(1 - sum, 12)
    }
    expectRelative(binomialCdf(0, 200, 0.05), 0.95 ** 200)
    expect(binomialCdf(-1, 5, 0.5)).toBe(0)
    expect(binomialUpper(-1, 5, 0.5)).toBe(1)
    expect(binomialCdf(3, 5, 0)).toBe(1)
    expect(binomialUpper(3, 5, 1)).toBe(1)
  })
})

test('a parameter outside its range is a programming error', () => {
  expect(() => tUpper(1, 0)).toThrow(RangeError)
  expect(() => chiSquareUpper(Number.NaN, 3)).toThrow(RangeError)
  expect(() => normalQuantile(1.1)).toThrow(RangeError)
  expect(() => betaCdf(0.5, -1, 1)).toThrow(RangeError)
  expect(() => triangularCdf(1, 3, 2, 1)).toThrow(RangeError)
  expect(() => binomialCdf(1, 2.5, 0.5)).toThrow(RangeError)
})
