import { describe, expect, test } from 'vitest'
import { differences, type Tolerance } from './compare.ts'

const paths = (expected: unknown, got: unknown, tolerance: Tolerance = { rel: 1e-9, abs: 1e-12 }) =>
  differences({ expected, tolerance }, got).map(({ path }) => path)

describe('numbers', () => {
  test('pass within the larger of the absolute and the relative limit, and fail beyond', () => {
    expect(paths(1000, 1000 + 0.9e-6)).toEqual([])
    expect(paths(1000, 1000 + 1.1e-6)).toEqual([''])
    expect(paths(0, 0.9e-12)).toEqual([])
    expect(paths(0, 1.1e-12)).toEqual([''])
    expect(paths(1000, 1000.4, { abs: 0.5 })).toEqual([])
    expect(paths(1000, 999.4, { abs: 0.5 })).toEqual([''])
  })

  test('may differ by the rounding of the fixture to 12 digits, also without any tolerance', () => {
    expect(differences({ expected: 1 }, 1 + 4e-12)).toEqual([])
    expect(differences({ expected: 1 }, 1 + 6e-12)).toHaveLength(1)
    expect(paths(0, 1e-300, {})).toEqual([''])
  })

  test('are not met by text, truth values, nothing, or what is not finite', () => {
    for (const got of ['1', true, null, undefined, Number.NaN, Infinity, [1], { value: 1 }])
      expect(paths(1, got)).toEqual([''])
  })

  test('follow the tolerance of their key, of its subtree, or of the end of the path', () => {
    const tolerance = { rel: 0, perKey: { 'ci.rough': { abs: 0.1 }, p: { rel: 0.5 } } }
    const expected = { ci: { rough: [0.2, 0.4], fine: [0.2] }, tests: [{ p: 0.01, other: 0.01 }] }
    const got = { ci: { rough: [0.25, 0.35], fine: [0.21] }, tests: [{ p: 0.014, other: 0.014 }] }
    expect(paths(expected, got, tolerance)).toEqual(['ci.fine[0]', 'tests[0].other'])
  })

  test('of several matching keys the last one decides', () => {
    const tolerance = { perKey: { p: { abs: 1 }, 'test.p': { abs: 0.1 } } }
    expect(paths({ test: { p: 0 } }, { test: { p: 0.5 } }, tolerance)).toEqual(['test.p'])
  })
})

describe('other values', () => {
  test('null is met by whatever has no value, and by nothing else', () => {
    for (const got of [null, undefined, Number.NaN]) expect(paths(null, got)).toEqual([])
    for (const got of [0, '', false, 'null']) expect(paths(null, got)).toEqual([''])
  })

  test('infinity is a word, and may be the number', () => {
    expect(paths('Infinity', Infinity)).toEqual([])
    expect(paths('Infinity', 'Infinity')).toEqual([])
    expect(paths('-Infinity', Infinity)).toEqual([''])
    expect(paths('Infinity', 1e308)).toEqual([''])
  })

  test('text and truth values are compared as they are', () => {
    expect(paths('unique', 'multiple')).toEqual([''])
    expect(paths(true, 1)).toEqual([''])
    expect(paths(false, false)).toEqual([])
  })

  test('lists have the same length and order', () => {
    expect(paths([1, 2], [1, 2])).toEqual([])
    expect(paths([1, 2], [2, 1])).toEqual(['[0]', '[1]'])
    expect(paths([1, 2], [1, 2, 3])).toEqual([''])
    expect(paths({ roots: [1] }, { roots: 1 })).toEqual(['roots'])
  })

  test('keys that were not asked for are ignored, missing ones are not', () => {
    expect(paths({ a: 1 }, { a: 1, b: 2 })).toEqual([])
    expect(paths({ a: 1, b: 2 }, { a: 1 })).toEqual(['b'])
    expect(paths({ a: { b: 1 } }, { a: null })).toEqual(['a'])
  })

  test('annotations of the expectation are not part of the answer', () => {
    expect(paths({ value: 1, seCoef: 9, source: 'x' }, { value: 1 })).toEqual([])
  })
})

describe('refusals', () => {
  test('an expected refusal is met by any refusal and by no result', () => {
    expect(paths({ error: 'lonely-psu' }, { error: 'one-unit-stratum' })).toEqual([])
    for (const got of [{ estimate: 1 }, null, undefined, 'lonely-psu', { error: '' }, { error: undefined }])
      expect(paths({ error: 'lonely-psu' }, got)).toEqual(['error'])
  })

  test('a refusal does not meet an expected result', () => {
    expect(paths({ estimate: 1 }, { error: 'lonely-psu' })).toEqual(['estimate'])
  })
})

describe('simulations', () => {
  const tolerance = { mc: '5*seCoef/sqrt(N)' }
  const draws = 1_000_000
  const expected = {
    mean: 10,
    seMeanCoef: 2,
    variance: 4,
    seVarianceCoef: 6,
    sd: 2,
    quantiles: [{ p: 0.5, value: 10, seCoef: 3 }],
  }
  const answer = { mean: 10, variance: 4, sd: 2, quantiles: [{ p: 0.5, value: 10 }], draws }

  test('may miss by five standard errors, not by more', () => {
    expect(paths(expected, { ...answer, mean: 10.0099 }, tolerance)).toEqual([])
    expect(paths(expected, { ...answer, mean: 10.0101 }, tolerance)).toEqual(['mean'])
    expect(paths(expected, { ...answer, variance: 4.0299 }, tolerance)).toEqual([])
    expect(paths(expected, { ...answer, variance: 4.0301 }, tolerance)).toEqual(['variance'])
    // sd: 6/(2·2)·5/1000 = 0.0075
    expect(paths(expected, { ...answer, sd: 2.0074 }, tolerance)).toEqual([])
    expect(paths(expected, { ...answer, sd: 2.0076 }, tolerance)).toEqual(['sd'])
    expect(paths(expected, { ...answer, quantiles: [{ p: 0.5, value: 10.0151 }] }, tolerance)).toEqual([
      'quantiles[0].value',
    ])
  })

  test('gain nothing from few draws', () => {
    expect(paths(expected, { ...answer, draws: 99_999 }, tolerance)).toEqual(['draws'])
    expect(paths(expected, { ...answer, draws: 'many' }, tolerance)).toEqual(['draws'])
  })

  test('without draws an answer claims to be exact', () => {
    const { draws: _, ...exact } = answer
    expect(paths(expected, exact, tolerance)).toEqual([])
    expect(paths(expected, { ...exact, mean: 10.001 }, tolerance)).toEqual(['mean'])
  })

  test('where no coefficient is stated the answer has to be exact', () => {
    expect(paths({ covariance: 1 }, { covariance: 1.0001, draws }, tolerance)).toEqual(['covariance'])
    expect(paths({ covariance: 1 }, { covariance: 1 + 1e-10, draws }, tolerance)).toEqual([])
    expect(paths({ covariance: 1 }, { covariance: 1 + 5e-8, draws }, { ...tolerance, rel: 1e-7 })).toEqual([])
  })

  test('a mean without its own coefficient is judged by the standard deviation beside it', () => {
    expect(paths({ mean: 1, variance: 4 }, { mean: 1.0099, variance: 4, draws }, tolerance)).toEqual([])
    expect(paths({ npvMean: 1, npvSd: 2 }, { npvMean: 1.0101, npvSd: 2, draws }, tolerance)).toEqual([
      'npvMean',
    ])
  })

  test('outside simulations draws change nothing', () => {
    expect(paths({ mean: 10, seMeanCoef: 2 }, { mean: 10.005, draws })).toEqual(['mean'])
  })
})
