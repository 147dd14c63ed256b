import { describe, expect, test } from 'vitest'
import { type Questionnaire, questionnaireShape } from '../questionnaire.ts'
import type { Answers } from '../response.ts'
import { countedTables, releasedTables } from '../suppression/released.ts'
import { tallyResponses } from '../tally.ts'
import { crossCounter } from './cross-counts.ts'
import { crossTable, groupTable } from './cross-table.ts'

const K = 5
const options = (...ids: string[]) => ids.map((id) => ({ id, label: id }))
const questionnaire: Questionnaire = questionnaireShape.parse({
  title: '调查',
  introduction: '说明',
  questions: [
    { id: 'heard', type: 'single', title: '听说', required: false, options: options('yes', 'no', 'unsure') },
    { id: 'attitude', type: 'single', title: '态度', required: false, options: options('for', 'against') },
    { id: 'worries', type: 'multiple', title: '担心', required: false, options: options('noise', 'air') },
  ],
  indices: {
    satisfaction: null,
    support: null,
    confidence: null,
    opposition: { questionIds: ['attitude'], optionIds: ['against'] },
  },
})

type People = readonly (readonly [n: number, answers: Answers])[]
const everybody = (people: People) =>
  people.flatMap(([n, answers]) => Array.from({ length: n }, () => ({ groupId: 'all', answers })))

function crossed(down: string, across: string, people: People) {
  const responses = everybody(people)
  const tally = tallyResponses(questionnaire, ['all'], responses)
  const of = (id: string) => {
    const question = questionnaire.questions.find((one) => one.id === id)!
    const [table] = countedTables(question, tally, K)
    const [released] = releasedTables(question, questionnaire, tally, K)
    const opposed = (optionId: string) => (id === 'attitude' && optionId === 'against' ? 'opposition' : '')
    return { dimension: { question, table: table! }, crossed: { released: released!, sumOf: opposed } }
  }
  const [rows, columns] = [of(down), of(across)]
  const counter = crossCounter(rows.dimension, columns.dimension)
  for (const { answers } of responses) counter.add(answers)
  return { counts: counter.counts, table: crossTable(columns.crossed, rows.crossed, counter.counts, K) }
}

describe('two questions in one table', () => {
  test('people are counted once for each pair, those who left one open apart', () => {
    const { counts, table } = crossed('heard', 'attitude', [
      [30, { heard: 'yes', attitude: 'for' }],
      [20, { heard: 'yes', attitude: 'against' }],
      [12, { heard: 'no', attitude: 'against' }],
      [18, { heard: 'no', attitude: 'for' }],
      [7, { heard: 'no' }],
      [6, { attitude: 'for' }],
      [9, { heard: 'unsure', attitude: 'for' }],
      [11, { heard: 'unsure', attitude: 'against' }],
    ])
    expect(counts[0]).toEqual([30, 20, 50, 0])
    expect(counts[1]).toEqual([18, 12, 30, 7])
    expect(counts[4]).toEqual([6, 0, 6, 0])
    expect(table.rows.map(({ total, counts: shown }) => [total, ...shown])).toEqual([
      [50, 30, 20],
      [37, 18, 12],
      [20, 9, 11],
    ])
    const expected = [
      [28.5, 21.5],
      [17.1, 12.9],
      [11.4, 8.6],
    ]
    const observed = [
      [30, 20],
      [18, 12],
      [9, 11],
    ]
    const statistic = observed
      .flatMap((row, i) => row.map((n, j) => (n - expected[i]![j]!) ** 2 / expected[i]![j]!))
      .reduce((a, b) => a + b, 0)
    const outcome = table.test
    if (typeof outcome === 'string' || !('found' in outcome)) throw new Error('a test')
    expect(outcome.found.statistic).toBeCloseTo(statistic, 10)
    expect(outcome.found.df).toBe(2)
    expect(outcome.found.p).toBeCloseTo(Math.exp(-statistic / 2), 10)
    expect(outcome.sparse).toBe(false)
  })

  test('three people in a cell are hidden with whatever would give them away, and the statistic with them', () => {
    const { table } = crossed('heard', 'attitude', [
      [40, { heard: 'yes', attitude: 'for' }],
      [3, { heard: 'yes', attitude: 'against' }],
      [30, { heard: 'no', attitude: 'against' }],
      [20, { heard: 'no', attitude: 'for' }],
      [10, { heard: 'unsure', attitude: 'for' }],
      [10, { heard: 'unsure', attitude: 'against' }],
    ])
    const shut = table.rows.map(({ counts }) => counts.map((n) => n === null))
    expect(shut[0]).toEqual([true, true])
    // One further row, in both columns: the totals of rows and columns are printed.
    expect(shut.slice(1).filter((row) => row.every(Boolean))).toHaveLength(1)
    expect(table.anyHidden).toBe(true)
    expect(table.test).toEqual({ below: 0.001, sparse: false })
  })

  test('a total that is hidden elsewhere cannot be added up here', () => {
    const { table } = crossed('heard', 'attitude', [
      [40, { heard: 'yes', attitude: 'for' }],
      [30, { heard: 'yes', attitude: 'against' }],
      [3, { heard: 'unsure', attitude: 'for' }],
      [20, { heard: 'no', attitude: 'for' }],
      [10, { heard: 'no', attitude: 'against' }],
    ])
    for (const { total, counts } of table.rows) if (total === null) expect(counts).toContain(null)
    expect(table.rows.filter(({ total }) => total === null)).toHaveLength(2)
  })

  test('of several choices each option stands against those who did not choose it', () => {
    const { table } = crossed('attitude', 'worries', [
      [38, { attitude: 'for', worries: ['noise'] }],
      [2, { attitude: 'for', worries: ['air'] }],
      [20, { attitude: 'against', worries: ['noise', 'air'] }],
      [20, { attitude: 'against', worries: ['air'] }],
    ])
    expect(table.partition).toBe(false)
    expect(table.test).toBe('several-choices')
    expect(table.rows[0]?.counts).toEqual([null, null])
  })
})

test('a question by group is the released table', () => {
  const tally = tallyResponses(
    questionnaire,
    ['east', 'west'],
    [
      ...Array.from({ length: 20 }, () => ({ groupId: 'east', answers: { attitude: 'for' } })),
      ...Array.from({ length: 20 }, () => ({ groupId: 'east', answers: { attitude: 'against' } })),
      ...Array.from({ length: 30 }, () => ({ groupId: 'west', answers: { attitude: 'for' } })),
      ...Array.from({ length: 10 }, () => ({ groupId: 'west', answers: { attitude: 'against' } })),
    ],
  )
  const [released] = releasedTables(questionnaire.questions[1]!, questionnaire, tally, K)
  const table = groupTable({ released: released!, sumOf: () => '' }, [
    { id: 'east', label: '东村', counts: [20, 20] },
    { id: 'west', label: '西村', counts: [30, 10] },
  ])
  expect(table.rows.map(({ total, counts }) => [total, ...counts])).toEqual([
    [40, 20, 20],
    [40, 30, 10],
  ])
  const outcome = table.test
  // X² = 80·(20·10 − 20·30)²/(40·40·50·30) = 5.333.
  if (typeof outcome === 'string' || !('found' in outcome)) throw new Error('a test')
  expect(outcome.found.statistic).toBeCloseTo(16 / 3, 10)
})
