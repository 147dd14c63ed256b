import { describe, expect, test } from 'vitest'
import { rankedOptions, summaryOf, valuesOf } from './value-summary.ts'

describe('numbers that residents gave', () => {
  // 2, 4, 4, 5, 7, 9 mu: computed by hand; quartiles of type 7 lie at positions 1.25, 2.5 and 3.75 from 0.
  const values = valuesOf({ 'v:9': 1, 'v:2': 1, 'v:4': 2, 'v:7': 1, 'v:5': 1, answered: 6, 'v:11': 0 })

  test('give back the figures of the single answers', () => {
    expect(values.map(({ value }) => value)).toEqual([2, 4, 5, 7, 9])
    const summary = summaryOf(values)!
    expect(summary).toMatchObject({ n: 6, lowerQuartile: 4, median: 4.5, upperQuartile: 6.5 })
    expect(summary.mean).toBeCloseTo(31 / 6, 12)
  })

  test('fall each into one bar of the histogram, the ends too', () => {
    const wide = valuesOf({ 'v:0': 3, 'v:0.3': 2, 'v:1.2': 5, 'v:0.7': 1 })
    const { bins } = summaryOf(wide)!
    expect(bins.reduce((sum, { n }) => sum + n, 0)).toBe(11)
    expect(bins.length).toBeLessThanOrEqual(12)
    expect(bins[0]).toEqual({ from: 0, to: 0.1, n: 3 })
    expect(bins.at(-1)).toEqual({ from: 1.1, to: 1.2, n: 5 })
    expect(bins[3]).toEqual({ from: 0.3, to: 0.4, n: 2 })
  })

  test('that are all one make one bar, and none make none', () => {
    expect(summaryOf(valuesOf({ 'v:-2': 4 }))).toMatchObject({
      median: -2,
      bins: [{ from: -2, to: -2, n: 4 }],
    })
    expect(summaryOf([])).toBeNull()
  })
})

test('a ranking is ordered by first places; what was left out has no place', () => {
  const options = [
    { id: 'health', label: '健康' },
    { id: 'income', label: '收入' },
    { id: 'water', label: '水源' },
  ]
  const ranked = rankedOptions(options, 2, { 'income#1': 6, 'income#2': 1, 'health#1': 4, 'health#2': 6 })
  expect(ranked.map(({ optionId }) => optionId)).toEqual(['income', 'health', 'water'])
  expect(ranked[0]).toMatchObject({ places: [6, 1], ranked: 7 })
  expect(ranked[0]!.meanPlace).toBeCloseTo(8 / 7, 12)
  expect(ranked[1]!.meanPlace).toBeCloseTo(1.6, 12)
  expect(ranked[2]!.meanPlace).toBeNull()
})
