import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mean, quantiles } from '../statistics/descriptive.ts'
import { type AnswerSummary, answerSummary, meanOfCounted, quantileOfCounted } from './answer-summary.ts'
import { type Question, type Questionnaire, questionShape } from './questionnaire.ts'
import { releasedTables } from './suppression/released.ts'
import type { QuestionTally } from './tally.ts'
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

/** The summary of one question that is the whole questionnaire. */
function summaryOf(question: Question, tally: QuestionTally) {
  const questionnaire: Questionnaire = {
    title: '调查',
    introduction: '说明',
    questions: [question],
    indices: { satisfaction: null, support: null, confidence: null, opposition: null },
  }
  const groups = [{ groupId: 'g', responses: tally.answered, questions: { [question.id]: tally } }]
  return answerSummary(question, releasedTables(question, questionnaire, groups, K), tally, K)
}

function shownAs<Kind extends AnswerSummary['kind']>(kind: Kind, question: Question, tally: QuestionTally) {
  const summary = summaryOf(question, tally)
  if (summary === null || typeof summary === 'string' || summary.kind !== kind) throw new Error(`no ${kind}`)
  return summary as Extract<AnswerSummary, { kind: Kind }>
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

  test('every answer is in one class, and no class holds one to k − 1 people', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 10, maxLength: 200 }), (tenths) => {
        const tally = counted(tenths.map((n) => n / 10))
        const bins = valueBins(area, tally.options, K)
        expect(bins.reduce((sum, { n }) => sum + n, 0)).toBe(tenths.length)
        expect(new Set(bins.flatMap(({ cells }) => cells)).size).toBe(Object.keys(tally.options).length)
        expect(bins.length).toBeLessThanOrEqual(12)
        expect(bins[0]!.n).toBeGreaterThanOrEqual(K)
        expect(bins.at(-1)!.n).toBeGreaterThanOrEqual(K)
        expect(bins.filter(({ n }) => n > 0 && n < K)).toEqual([])
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
    expect(summaryOf(area, counted([1, 2, 3, 4]))).toBe('too-few')
    expect(summaryOf(area, counted([]))).toBe('nobody-answered')
    const some = shownAs('values', area, counted(Array.from({ length: 19 }, (_, i) => i)))
    expect(some).toMatchObject({ mean: '9.0', quartiles: null })
    const enough = shownAs('values', area, counted(Array.from({ length: 21 }, (_, i) => i)))
    expect(enough).toMatchObject({ mean: '10.0', quartiles: ['5', '10', '15'] })
  })

  test('the mean is told no finer than k − 1 people moved by one step would change it', () => {
    const whole = { ...area, decimals: 0 } as typeof area
    const mean = (values: readonly number[]) => shownAs('values', whole, counted(values)).mean
    const spread = Array.from({ length: 30 }, (_, i) => (i < 20 ? 3 : 8))
    // Which of the 3s were 4s, nobody can tell from it: four more make 4.8 of 4.67, both 5.
    expect(mean(spread)).toBe('5')
    expect(mean(spread.map((value, i) => (i < 4 ? value + 1 : value)))).toBe('5')
    expect(mean(Array.from({ length: 10 }, () => spread).flat())).toBe('4.7')
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
  const summary = shownAs('values', moved, { answered, options: months })
  expect(summary.bars.map(({ label }) => label)).toContain('2016-01 – 2016-12')
  expect(summary.mean).toBeNull()
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

  const ranked = (people: readonly string[][]) => {
    const options: Record<string, number> = {}
    for (const ranking of people)
      for (const [i, id] of ranking.entries())
        options[`${id}#${i + 1}`] = (options[`${id}#${i + 1}`] ?? 0) + 1
    return { answered: people.length, options }
  }

  test('mean places over people one by one, what was left unranked at the mean of the places left', () => {
    const people = Array.from({ length: 6 }, () => [
      ['x', 'y'],
      ['x', 'z'],
      ['y', 'x'],
      ['w', 'x'],
    ]).flat()
    const summary = shownAs('ranking', order, ranked(people))
    const place = (ranking: string[], id: string) => {
      const at = ranking.indexOf(id)
      return at < 0 ? 3.5 : at + 1
    }
    for (const { id, meanRank } of summary.bars)
      expect(meanRank).toBeCloseTo(people.reduce((sum, one) => sum + place(one, id), 0) / 24, 12)
    expect(summary.bars.reduce((sum, { meanRank }) => sum + (meanRank ?? 0), 0)).toBeCloseTo(10, 12)
    expect(summary.bars[0]?.estimate?.share).toBe(0.5)
  })

  test('where three people gave a place, no mean place from which they could be worked out', () => {
    const people = Array.from({ length: 20 }, (_, i) => ['x', i < 3 ? 'w' : 'y'])
    const { bars } = shownAs('ranking', order, ranked(people))
    expect(bars.map(({ meanRank }) => meanRank)).toEqual([null, null, null, null])
    expect(bars[0]?.estimate?.count).toBe(20)
  })
})

test('each row of a matrix has its own respondents; counts of few are not there', () => {
  const parts = questionShape.parse({
    id: 'parts',
    type: 'matrix',
    title: '各方面',
    required: false,
    rows: options('r1', 'r2'),
    options: options('a', 'b'),
  })
  const { rows } = shownAs('matrix', parts, {
    answered: 20,
    options: { 'r1:answered': 20, 'r1:a': 15, 'r1:b': 5, 'r2:answered': 20, 'r2:a': 18, 'r2:b': 2 },
  })
  expect(rows[0]?.shares.map((estimate) => estimate?.share)).toEqual([0.75, 0.25])
  expect(rows[1]?.shares).toEqual([null, null])
})
