import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mean, quantiles } from '../statistics/descriptive.ts'
import { answerSummary, meanOfCounted, quantileOfCounted } from './answer-summary.ts'
import { type Question, questionShape } from './questionnaire.ts'
import { valueBins } from './value-bins.ts'

const K = 5
const options = (...ids: string[]) => ids.map((id) => ({ id, label: id }))
const area = questionShape.parse({
  id: 'area',
  type: 'number',
  title: '面积',
  required: false,
  unit: '亩',
  min: 0,
  max: 90,
  decimals: 1,
}) as Extract<Question, { type: 'number' }>

const counted = (values: readonly number[]) => {
  const cells: Record<string, number> = {}
  for (const value of values) cells[`v:${value}`] = (cells[`v:${value}`] ?? 0) + 1
  return { answered: values.length, options: cells }
}

describe('numbers', () => {
  test('mean and quartiles from counts are those of the answers one by one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 60 }), (answers) => {
        const values = [...new Set(answers)]
          .sort((a, b) => a - b)
          .map((value) => ({ value, n: answers.filter((answer) => answer === value).length }))
        const whole = mean(answers)
        const parts = quantiles(answers, [0.25, 0.5, 0.75], 7)
        if (!whole.ok || !parts.ok) throw new Error('impossible')
        expect(meanOfCounted(values)).toBeCloseTo(whole.value, 9)
        for (const [i, p] of [0.25, 0.5, 0.75].entries())
          expect(quantileOfCounted(values, p)).toBeCloseTo(parts.value[i]!, 9)
      }),
    )
  })

  test('every answer is in one class, and the open ends hold k people', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 10, maxLength: 200 }), (tenths) => {
        const tally = counted(tenths.map((n) => n / 10))
        const bins = valueBins(area, tally.options, K)
        expect(bins.reduce((sum, { n }) => sum + n, 0)).toBe(tenths.length)
        expect(new Set(bins.flatMap(({ cells }) => cells)).size).toBe(Object.keys(tally.options).length)
        expect(bins.length).toBeLessThanOrEqual(12)
        expect(bins[0]!.n).toBeGreaterThanOrEqual(K)
        expect(bins.at(-1)!.n).toBeGreaterThanOrEqual(K)
        for (const { from, below, cells } of bins)
          for (const cell of cells) {
            const value = Number(cell.slice(2))
            expect(from === null || value >= from - 1e-9).toBe(true)
            expect(below === null || value < below - 1e-9).toBe(true)
          }
      }),
    )
  })

  test('four answers give nothing, nineteen no quartiles', () => {
    const few = answerSummary(area, counted([1, 2, 3, 4]), K)
    expect(few).toMatchObject({ bars: [], mean: null, quartiles: null })
    const some = answerSummary(area, counted(Array.from({ length: 19 }, (_, i) => i)), K)
    expect(some).toMatchObject({ mean: 9, quartiles: null })
    const enough = answerSummary(area, counted(Array.from({ length: 21 }, (_, i) => i)), K)
    expect(enough).toMatchObject({ mean: 10, quartiles: ['5', '10', '15'] })
  })
})

test('months are counted in years where they lie far apart', () => {
  const moved = questionShape.parse({
    id: 'moved',
    type: 'date',
    title: '搬来',
    required: false,
    precision: 'day',
  })
  const months = Object.fromEntries(
    Array.from({ length: 60 }, (_, i) => [`m:${2015 + (i % 8)}-0${1 + (i % 9)}`, 6]),
  )
  const answered = Object.values(months).reduce((a, b) => a + b, 0)
  const summary = answerSummary(moved, { answered, options: months }, K)
  expect(summary?.kind === 'values' && summary.bars.map(({ label }) => label)).toContain('2016-01 – 2016-12')
})

describe('rankings', () => {
  const order = questionShape.parse({
    id: 'order',
    type: 'ranking',
    title: '先后',
    required: false,
    options: options('x', 'y', 'z', 'w'),
    places: 2,
  })

  test('mean places over people one by one, what was left unranked at the mean of the places left', () => {
    const people = [
      ['x', 'y'],
      ['x', 'z'],
      ['y', 'x'],
      ['w', 'x'],
    ]
    const cells: Record<string, number> = {}
    for (const ranked of people)
      for (const [i, id] of ranked.entries()) cells[`${id}#${i + 1}`] = (cells[`${id}#${i + 1}`] ?? 0) + 1
    const summary = answerSummary(order, { answered: 4, options: cells }, K)
    if (summary?.kind !== 'ranking') throw new Error('a ranking')
    const place = (ranked: string[], id: string) => {
      const at = ranked.indexOf(id)
      return at < 0 ? 3.5 : at + 1
    }
    for (const { id, meanRank } of summary.bars)
      expect(meanRank).toBeCloseTo(people.reduce((sum, ranked) => sum + place(ranked, id), 0) / 4, 12)
    expect(summary.bars.reduce((sum, { meanRank }) => sum + (meanRank ?? 0), 0)).toBeCloseTo(10, 12)
    expect(summary.bars[0]?.estimate?.share).toBe(0.5)
  })
})

test('each row of a matrix has its own respondents; a row with four is not shown', () => {
  const parts = questionShape.parse({
    id: 'parts',
    type: 'matrix',
    title: '各方面',
    required: false,
    rows: options('r1', 'r2'),
    options: options('a', 'b'),
  })
  const summary = answerSummary(
    parts,
    { answered: 20, options: { 'r1:answered': 20, 'r1:a': 15, 'r1:b': 5, 'r2:answered': 4, 'r2:a': 4 } },
    K,
  )
  if (summary?.kind !== 'matrix') throw new Error('a matrix')
  expect(summary.rows[0]?.shares.map((estimate) => estimate?.share)).toEqual([0.75, 0.25])
  expect(summary.rows[1]?.shares).toEqual([null, null])
})
