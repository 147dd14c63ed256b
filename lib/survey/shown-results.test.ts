import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { weightedEstimates } from './estimates.ts'
import { surveyExport } from './export/survey-export.ts'
import { type Questionnaire, questionnaireShape } from './questionnaire.ts'
import type { Answers } from './response.ts'
import { shownResults } from './shown-results.ts'
import { NOTHING_COUNTED } from './survey-record.ts'
import { type Tally, tallyResponses } from './tally.ts'

const K = 5
const options = (...ids: string[]) => ids.map((id) => ({ id, label: id }))
const QUESTIONNAIRE: Questionnaire = questionnaireShape.parse({
  title: '调查',
  introduction: '说明',
  questions: [
    {
      id: 'attitude',
      type: 'single',
      title: '态度',
      required: false,
      options: options('for', 'any', 'against'),
    },
    {
      id: 'strength',
      type: 'single',
      title: '反对的程度',
      required: false,
      options: options('mild', 'strong'),
      showIf: { match: 'all', conditions: [{ questionId: 'attitude', optionIds: ['against'] }] },
    },
    { id: 'worries', type: 'multiple', title: '担心', required: false, options: options('noise', 'air') },
    {
      id: 'parts',
      type: 'matrix',
      title: '各方面',
      required: false,
      rows: options('road', 'house'),
      options: options('good', 'bad'),
    },
    {
      id: 'order',
      type: 'ranking',
      title: '先后',
      required: false,
      options: options('x', 'y', 'z'),
      places: 2,
    },
    { id: 'area', type: 'number', title: '面积', required: false, min: 0, max: 1000, decimals: 0 },
    { id: 'demands', type: 'text', title: '诉求', required: false, maxLength: 500 },
  ],
  indices: {
    satisfaction: null,
    support: { questionIds: ['attitude'], optionIds: ['for'] },
    confidence: null,
    opposition: { questionIds: ['attitude'], optionIds: ['against'] },
  },
})

/** Nothing is printed in any case but how many answered. */
const WITHOUT_INDICES: Questionnaire = {
  ...QUESTIONNAIRE,
  indices: { satisfaction: null, support: null, confidence: null, opposition: null },
}

const GROUPS = ['east', 'west', 'north']
const tallyOf = (people: readonly (readonly [group: string, n: number, answers: Answers])[]): Tally =>
  tallyResponses(
    QUESTIONNAIRE,
    GROUPS,
    people.flatMap(([groupId, n, answers]) => Array.from({ length: n }, () => ({ groupId, answers }))),
  )

const groups = GROUPS.map((id) => ({
  id,
  name: id,
  effect: 'direct' as const,
  households: 200,
  persons: 600,
}))

/** Everything that is handed to the page and put into the files. */
const handedOver = (tally: Tally, questionnaire: Questionnaire = QUESTIONNAIRE) => ({
  results: shownResults(questionnaire, tally, K),
  estimates: weightedEstimates(questionnaire, tally, { groups, plan: null, samplingFloors: [], fewest: K }),
  file: surveyExport({
    survey: {
      id: 's',
      state: 'closed',
      questionnaire,
      links: [],
      publishedOn: null,
      closedOn: null,
      responsesByGroup: {},
      ...NOTHING_COUNTED,
      tally,
    },
    matter: '',
    engineVersion: '',
    scheme: { id: '', name: '', version: '' },
    groups,
    sampling: { lists: [], plans: [], draws: [] },
    samplingFloors: [],
    fewest: K,
  }),
})

/** Every `count` in a value, with where it stands. */
function countsIn(value: unknown, path = ''): [path: string, count: number][] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]): [string, number][] =>
    key === 'count' && typeof inner === 'number' ? [[path, inner]] : countsIn(inner, `${path}.${key}`),
  )
}

const person = fc.record(
  {
    attitude: fc.constantFrom('for', 'for', 'for', 'any', 'against'),
    strength: fc.constantFrom('mild', 'strong'),
    worries: fc.constantFrom(['noise'], ['air'], ['noise', 'air']),
    parts: fc.constantFrom({ road: 'good', house: 'bad' }, { road: 'bad' }, { house: 'good' }),
    order: fc.constantFrom(['x', 'y'], ['x', 'z'], ['y', 'x']),
    area: fc.integer({ min: 0, max: 30 }).map(String),
  },
  { requiredKeys: ['attitude'] },
)

describe('what is handed to the results page', () => {
  test('no count of one to four people is among it, where no index states one in any case', () => {
    const asked = (answers: Answers) => {
      const { strength, ...rest } = answers
      return answers.attitude === 'against' && strength !== undefined ? answers : rest
    }
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...GROUPS), person), { minLength: 5, maxLength: 120 }),
        (people) => {
          const tally = tallyOf(
            people.map(([group, answers]) => [group, 1, asked(answers as unknown as Answers)]),
          )
          const { results, file } = handedOver(tally, WITHOUT_INDICES)
          const few = ([, n]: [string, number]) => n > 0 && n < K
          expect(countsIn(results).filter(few)).toEqual([])
          // A single class of numbers holds everybody who answered: that is participation.
          const told = file!.counts.filter(({ category }) => category !== '…')
          expect(told.filter(({ count }) => count !== null && count > 0 && count < K)).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
  })

  test('is the same, to the last character, for answers that differ in what is hidden', () => {
    const answers = (eastOpposed: number) =>
      tallyOf([
        ['east', 42 - eastOpposed, { attitude: 'for' }],
        ['east', eastOpposed, { attitude: 'against' }],
        ['west', 28 + eastOpposed, { attitude: 'for' }],
        ['west', 14 - eastOpposed, { attitude: 'against' }],
        ['north', 50, { attitude: 'for' }],
        ['north', 10, { attitude: 'any' }],
        ['north', 20, { attitude: 'against' }],
      ])
    const seen = JSON.stringify(handedOver(answers(2)))
    expect(shownResults(QUESTIONNAIRE, answers(2), K).opposition.map(({ hidden }) => hidden)).toEqual([
      true,
      true,
      false,
    ])
    for (const other of [1, 3, 4]) expect(JSON.stringify(handedOver(answers(other))) === seen).toBe(true)
  })

  test('a question for opponents alone does not tell how many a group has', () => {
    const tally = tallyOf([
      ['east', 40, { attitude: 'for' }],
      ['east', 2, { attitude: 'against', strength: 'strong' }],
      ['west', 30, { attitude: 'for' }],
      ['west', 12, { attitude: 'against', strength: 'mild' }],
      ['north', 50, { attitude: 'for' }],
      ['north', 20, { attitude: 'against', strength: 'mild' }],
    ])
    const { file, results } = handedOver(tally)
    const strength = file!.counts.filter(
      ({ questionId, groupId }) => questionId === 'strength' && groupId !== null,
    )
    expect(strength).not.toHaveLength(0)
    expect(strength.every(({ answered, count }) => answered === null && count === null)).toBe(true)
    // All together: 34 opponents are printed with the index, and two strong ones are hidden.
    const shown = results.questions.find(({ questionId }) => questionId === 'strength')
    expect(shown).toMatchObject({ answered: 34, summary: { kind: 'options' } })
    expect(JSON.stringify(shown)).not.toContain('"count":2,')
  })

  test('where the opponents of all are few, nothing of their question is told', () => {
    const shown = shownResults(
      WITHOUT_INDICES,
      tallyOf([
        ['east', 60, { attitude: 'for' }],
        ['east', 20, { attitude: 'any' }],
        ['east', 3, { attitude: 'against', strength: 'strong' }],
      ]),
      K,
    ).questions.find(({ questionId }) => questionId === 'strength')
    expect(shown).toMatchObject({ answered: null, summary: 'hidden' })
  })
})
