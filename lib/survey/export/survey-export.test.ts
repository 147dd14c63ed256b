import { describe, expect, test } from 'vitest'
import { countCells } from '../cells.ts'
import { everyTypeQuestionnaire } from '../questionnaire.fixture.ts'
import type { Answers } from '../response.ts'
import { NOTHING_COUNTED, type SurveyRecord } from '../survey-record.ts'
import { tallyOf } from '../tally.ts'
import { surveyExport, surveyExportShape } from './survey-export.ts'

const questionnaire = everyTypeQuestionnaire()
const responses = (groupId: string, n: number, answers: Answers) =>
  Array.from({ length: n }, () => ({ groupId, channel: 'open-link' as const, day: '2026-11-01', answers }))

/** East: 3 oppose among 43; west: 20 among 50; both name months, areas and an order. */
const ALL = [
  ...responses('east', 3, { attitude: 'oppose', why: ['noise'], grade: '5' }),
  ...responses('east', 40, { attitude: 'support', grade: '1', area: '2.5', moved: '2019-05-01' }),
  ...responses('west', 20, { attitude: 'oppose', why: ['noise', 'air'], parts: { r1: 'a' } }),
  ...responses('west', 30, { attitude: 'support', parts: { r1: 'b', r2: 'c' }, demands: '修路' }),
]
const tally = tallyOf(questionnaire, ['east', 'west'], countCells(questionnaire, ALL))
const survey: SurveyRecord = {
  ...NOTHING_COUNTED,
  id: 's1',
  state: 'closed',
  questionnaire,
  links: [],
  publishedOn: '2026-11-01',
  closedOn: '2026-11-20',
  responsesByGroup: { east: 43, west: 50 },
  tally,
}
const given = {
  matter: '城东污水处理厂扩建',
  survey,
  groups: [
    { id: 'east', name: '东村' },
    { id: 'west', name: '西村' },
  ],
  schemeId: 'national-428',
  engineVersion: '0.2.0',
  fewest: 5,
}
const content = surveyExport(given)!
const line = (questionId: string, answer: string, groupId: string | null = null, part = '') =>
  content.counts.find(
    (one) =>
      one.questionId === questionId && one.answer === answer && one.groupId === groupId && one.part === part,
  )

describe('the counts that leave the house', () => {
  test('say for all groups what the report says', () => {
    expect(line('attitude', '选项oppose')).toMatchObject({ n: 23, answered: 93 })
    expect(line('parts', '选项b', null, '选项r1')).toMatchObject({ n: 30, answered: 50 })
    expect(line('area', '2.5')).toMatchObject({ n: 40, answered: 40 })
    expect(line('moved', '2019-05')).toMatchObject({ n: 40, answered: 40 })
    // Of open answers their number only.
    expect(content.counts.filter(({ questionId }) => questionId === 'demands')).toEqual([
      expect.objectContaining({ answer: '', n: null, answered: 30 }),
    ])
  })

  test('do not show that three people of one village oppose, nor let it be worked out', () => {
    const byGroup = ['选项support', '选项oppose', '其他'].map((answer) =>
      ['east', 'west'].map((groupId) => line('attitude', answer, groupId)?.n),
    )
    expect(byGroup[1]).toEqual([null, null])
    expect(byGroup[0]).toEqual([null, null])
    // Nobody answered otherwise: that may be said.
    expect(byGroup[2]).toEqual([0, 0])
    // One of several choices: who did not choose it is hidden with it.
    expect(line('why', '选项noise', 'east')?.n).toBeNull()
  })

  test('explain themselves and are a value of their shape', () => {
    expect(surveyExportShape.parse(JSON.parse(JSON.stringify(content)))).toEqual(content)
    expect(content.codebook.find(({ questionId }) => questionId === 'why')).toMatchObject({
      type: 'multiple',
      askedIf: ['attitude'],
      required: true,
    })
    expect(content.codebook.find(({ questionId }) => questionId === 'attitude')?.indices).toEqual([
      'opposition',
    ])
    expect(content.codebook.some(({ questionId }) => questionId === 'about')).toBe(false)
  })

  test('are none before the survey is closed', () => {
    expect(surveyExport({ ...given, survey: { ...survey, state: 'published', tally: null } })).toBeNull()
  })

  test('are withheld where too few answered at all', () => {
    const few = tallyOf(questionnaire, ['east', 'west'], countCells(questionnaire, ALL.slice(0, 3)))
    const counts = surveyExport({ ...given, survey: { ...survey, tally: few } })!.counts
    expect(counts.filter(({ questionId }) => questionId === 'attitude').map(({ n }) => n)).toEqual([
      null,
      null,
      null,
    ])
  })
})
