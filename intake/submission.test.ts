import { describe, expect, test } from 'vitest'
import { newKey } from '../lib/survey/channels/form-key.ts'
import { readSubmission } from './submission.ts'
import { exampleQuestionnaire, VALID_ANSWERS } from './testing.ts'

const questionnaire = exampleQuestionnaire()
const read = (fields: readonly (readonly [string, string])[]) =>
  readSubmission(questionnaire, new URLSearchParams(fields.map(([name, value]) => [name, value])))
const reasons = (fields: readonly (readonly [string, string])[]) =>
  read(fields).faults.map(({ reason, questionId }) => [reason, questionId])

describe('a submission', () => {
  test('with a key and valid answers has no fault', () => {
    const key = newKey()
    expect(read([['key', key], ...VALID_ANSWERS])).toMatchObject({
      key,
      faults: [],
      answers: {
        C1: '5',
        attitude: 'oppose',
        worries: ['compensation', 'openness'],
        demands: '补偿标准请公开。',
      },
    })
  })

  test('skipped questions are not answers', () => {
    const { answers } = read([['key', newKey()], ...VALID_ANSWERS, ['q.C2', ''], ['q.heard', '']])
    expect(Object.keys(answers ?? {})).toEqual(['C1', 'attitude', 'worries', 'demands'])
  })

  test('names every fault at once, in the order of the page', () => {
    const sent: [string, string][] = [
      ['key', newKey()],
      ['q.C1', '6'],
      ['q.C2', '1'],
      ['q.C2', '2'],
      ['q.demands', '长'.repeat(203)],
    ]
    expect(reasons(sent)).toEqual([
      ['answer-unknown-option', 'C1'],
      ['answer-wrong-type', 'C2'],
      ['answer-required', 'attitude'],
      ['answer-required', 'worries'],
      ['answer-too-long', 'demands'],
    ])
    expect(read(sent).faults.at(-1)?.values).toMatchObject({ max: 200, length: 203, over: 3 })
  })

  test('with anything the questionnaire does not contain is refused whole', () => {
    const rest = [['key', newKey()], ...VALID_ANSWERS] as [string, string][]
    for (const strange of ['q.C99', 'q.', 'q.__proto__', 'q.constructor', 'name', '__proto__']) {
      const { answers, faults } = read([...rest, [strange, 'x']])
      expect(answers, strange).toBeNull()
      expect(faults.map(({ reason }) => reason)).toEqual(['unknown-question'])
    }
  })

  test('with no, a malformed or a second key is refused', () => {
    expect(reasons([...VALID_ANSWERS])).toEqual([['bad-key', null]])
    expect(reasons([['key', 'abc'], ...VALID_ANSWERS])).toEqual([['bad-key', null]])
    expect(reasons([['key', newKey()], ['key', newKey()], ...VALID_ANSWERS])).toEqual([['bad-key', null]])
  })

  test('without any answer says so where nothing is required', () => {
    const free = {
      ...questionnaire,
      questions: questionnaire.questions.map((question) => ({ ...question, required: false })),
    }
    const { faults } = readSubmission(free, new URLSearchParams({ key: newKey(), 'q.demands': '  ' }))
    expect(faults.map(({ reason }) => reason)).toEqual(['empty-response'])
  })
})
