import { expect, test } from 'vitest'
import type { Questionnaire } from './questionnaire.ts'
import { holm, surveyChange } from './survey-change.ts'
import type { Tally } from './tally.ts'

const options = [
  { id: 'support', label: '支持' },
  { id: 'neutral', label: '无所谓' },
  { id: 'oppose', label: '反对' },
]
const questionnaire: Questionnaire = {
  title: '调查',
  introduction: '说明',
  questions: [
    { id: 'attitude', title: '您的态度', required: false, type: 'single', options },
    { id: 'told', title: '您是否知情', required: false, type: 'single', options: options.slice(0, 2) },
  ],
  indices: {
    satisfaction: null,
    support: { questionIds: ['attitude'], optionIds: ['support'] },
    confidence: null,
    opposition: { questionIds: ['attitude'], optionIds: ['oppose'] },
  },
}

const tally = (attitude: [number, number, number], told: [number, number]): Tally => [
  {
    groupId: 'g',
    responses: attitude.reduce((sum, n) => sum + n, 0),
    questions: {
      attitude: {
        answered: attitude[0] + attitude[1] + attitude[2],
        options: { support: attitude[0], neutral: attitude[1], oppose: attitude[2] },
      },
      told: { answered: told[0] + told[1], options: { support: told[0], neutral: told[1] } },
    },
  },
]

test('a rise of opposition is tested as two independent shares', () => {
  // Newcombe (1998), Table II, example (a): 56/70 and 48/80, difference 0.2, interval 0.0524 to 0.3339 by method 10.
  const change = surveyChange(
    { questionnaire, tally: tally([32, 0, 48], [50, 30]) },
    { questionnaire, tally: tally([14, 0, 56], [45, 25]) },
  )
  const opposition = change.indices.find(({ index }) => index === 'opposition')!
  expect(opposition).toMatchObject({ before: { count: 48, n: 80 }, after: { count: 56, n: 70 } })
  expect(opposition.difference).toBeCloseTo(0.2, 12)
  expect(opposition.low).toBeCloseTo(0.0524, 4)
  expect(opposition.high).toBeCloseTo(0.3339, 4)
  expect(opposition.p).toBeLessThan(0.01)
  expect(change.questions.map(({ questionId }) => questionId)).toEqual(['attitude', 'told'])
  expect(Math.abs(change.questions[0]!.moved.difference)).toBeCloseTo(0.2, 12)
  expect(change.questions[0]!.adjustedP).toBeCloseTo(2 * change.questions[0]!.p, 12)
  expect(change.questions[1]!.adjustedP).toBeGreaterThan(0.5)
})

test('what was asked in other words is not compared, and is named', () => {
  const reworded: Questionnaire = {
    ...questionnaire,
    questions: questionnaire.questions.map((question) =>
      question.id === 'told' ? { ...question, title: '您了解本项目吗' } : question,
    ),
  }
  const change = surveyChange(
    { questionnaire, tally: tally([32, 0, 48], [50, 30]) },
    { questionnaire: reworded, tally: tally([32, 0, 48], [50, 30]) },
  )
  expect(change.notComparable).toEqual(['told'])
  expect(change.questions).toHaveLength(1)
  expect(change.questions[0]!.p).toBe(1)
})

test('nobody answered: nothing is compared', () => {
  const change = surveyChange(
    { questionnaire, tally: tally([0, 0, 0], [0, 0]) },
    { questionnaire, tally: tally([3, 1, 2], [4, 2]) },
  )
  expect(change.indices).toEqual([])
  expect(change.questions).toEqual([])
})

test('p-values of several questions are adjusted by Holm', () => {
  // By hand: 0.01 × 4; 0.02 × 3; then 0.03 × 2 = 0.06 and 0.04 × 1 raised to 0.06.
  expect(holm([0.04, 0.01, 0.03, 0.02])).toEqual([0.06, 0.04, 0.06, 0.06])
  expect(holm([0.9, 0.8])).toEqual([1, 1])
  expect(holm([])).toEqual([])
})
