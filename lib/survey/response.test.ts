import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { everyTypeQuestionnaire, someAnswers } from './questionnaire.fixture.ts'
import { type Questionnaire, questionnaireShape } from './questionnaire.ts'
import { type AnswerFields, fieldsOf, parseResponse, readAnswers } from './response.ts'

const questionnaire = everyTypeQuestionnaire()
const parse = (fields: AnswerFields) => parseResponse(questionnaire, fields)
const reasonOf = (fields: AnswerFields) => {
  const parsed = parse(fields)
  return parsed.ok ? 'ok' : parsed.reason
}
const keptOf = (fields: AnswerFields) => {
  const parsed = parse(fields)
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.value
}

test('whatever can be answered comes back from the form unchanged', () => {
  fc.assert(
    fc.property(someAnswers(questionnaire), (answers) => {
      if (Object.keys(answers).length === 0) return
      expect(parse(fieldsOf(questionnaire, answers))).toEqual({ ok: true, value: answers })
    }),
  )
})

test('no form whatever makes parsing throw, and nothing unknown gets through', () => {
  const names = Object.keys(fieldsOf(questionnaire, {})).concat(
    ['about', 'attitude', 'attitude.other', 'why', 'grade', 'parts', 'parts.r1', 'order.x', 'area', 'moved']
      .concat(['since', 'demands', '__proto__', 'constructor', 'parts.r9', 'attitude.other.other'])
      .map((id) => `q.${id}`),
  )
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom('support', 'oppose', 'a', '1', '3', '2024-05-01', '\u0000', '-0', '1e3', 'constructor'),
  )
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), fc.array(value, { maxLength: 3 })), (fields) => {
      const parsed = parse(fields)
      if (!parsed.ok) return
      const again = parse(fieldsOf(questionnaire, parsed.value))
      expect(again).toEqual(parsed)
    }),
  )
})

describe('hostile or mistaken input', () => {
  test.each<[string, AnswerFields, string]>([
    ['an option that is not there', { 'q.attitude': ['yes'] }, 'answer-unknown-option'],
    ['two answers to one question', { 'q.attitude': ['support', 'oppose'] }, 'answer-wrong-type'],
    ['a question that is not there', { 'q.name': ['Zhang'] }, 'unknown-question'],
    ['a row that is not there', { 'q.parts.r9': ['a'] }, 'unknown-question'],
    ['a column that is not there', { 'q.parts.r1': ['z'] }, 'answer-unknown-option'],
    ['a matrix answered without its row', { 'q.parts': ['a'] }, 'answer-wrong-type'],
    ['an answer to an information block', { 'q.about': ['read'] }, 'answer-wrong-type'],
    ['the name of a property of every object', { 'q.attitude': ['constructor'] }, 'answer-unknown-option'],
    ['a grade beyond the scale', { 'q.grade': ['6'] }, 'answer-unknown-option'],
    [
      'a place given twice',
      {
        'q.attitude': ['oppose'],
        'q.why': ['noise'],
        'q.parts.r1': ['a'],
        'q.order.x': ['1'],
        'q.order.y': ['1'],
      },
      'answer-rank-twice',
    ],
    [
      'half an order',
      { 'q.attitude': ['oppose'], 'q.why': ['noise'], 'q.parts.r1': ['a'], 'q.order.x': ['1'] },
      'answer-ranks-missing',
    ],
    [
      'too many choices',
      { 'q.attitude': ['oppose'], 'q.why': ['noise', 'price', 'air', 'else'] },
      'answer-too-many',
    ],
    ['a required question that applies', { 'q.attitude': ['oppose'] }, 'answer-required'],
    ['more digits than asked for', { 'q.area': ['1.25'] }, 'answer-too-precise'],
    ['a number out of range', { 'q.area': ['95.1'] }, 'answer-out-of-range'],
    ['an exponent', { 'q.area': ['1e1'] }, 'answer-not-a-number'],
    ['a day that does not exist', { 'q.moved': ['2023-02-29'] }, 'answer-not-a-date'],
    ['a month where a day was asked', { 'q.moved': ['2023-02'] }, 'answer-not-a-date'],
    [
      'words for an “other” that was not chosen',
      { 'q.attitude': ['support'], 'q.attitude.other': ['x'] },
      'answer-other-not-chosen',
    ],
    ['a hundred thousand characters', { 'q.demands': ['字'.repeat(100_000)] }, 'answer-too-long'],
    [
      'a hundred thousand values',
      { 'q.why': Array(100_000).fill('noise'), 'q.attitude': ['oppose'] },
      'answer-wrong-type',
    ],
    ['nothing', {}, 'empty-response'],
    ['only control characters', { 'q.demands': ['\u0000\u0007'] }, 'empty-response'],
  ])('%s', (_, fields, reason) => {
    expect(reasonOf(fields)).toBe(reason)
  })

  test('a text keeps everything but line-break variants, control characters and space around it', () => {
    const typed = '  <b>“不同意”</b>\r\n=1+1\t\u0000\u202Eئۇيغۇر 𠮷\uD800  '
    expect(keptOf({ 'q.demands': [typed] }).demands).toBe('<b>“不同意”</b>\n=1+1\t\u202Eئۇيغۇر 𠮷')
  })

  test('a text that is too long says by how much, in characters as people count them', () => {
    const parsed = parse({ 'q.demands': ['𠮷'.repeat(53)] })
    expect(parsed).toMatchObject({ ok: false, details: { max: 50, length: 53, over: 3 } })
  })

  test('every fault is told at once, good answers beside them are kept', () => {
    const { answers, faults } = readAnswers(questionnaire, {
      'q.grade': ['9'],
      'q.area': ['x'],
      'q.since': ['2024-05'],
    })
    expect(faults.map(({ questionId }) => questionId)).toEqual(['grade', 'area'])
    expect(answers).toEqual({ since: '2024-05' })
  })
})

describe('as people write', () => {
  test.each([
    ['１２．５０', '12.5'],
    ['012', '12'],
    ['-0', '0'],
    ['−3', '-3'],
    ['12亩', '12'],
    ['12.5 亩', '12.5'],
  ])('the number %s is %s', (typed, kept) => {
    expect(keptOf({ 'q.area': [typed] }).area).toBe(kept)
  })
  test.each([
    ['2024-05-01', '2024-05-01'],
    ['2024年5月1日', '2024-05-01'],
    ['2024/5/1', '2024-05-01'],
    ['20240501', '2024-05-01'],
    ['２０２４．５．１', '2024-05-01'],
    ['2024-02-29', '2024-02-29'],
  ])('the date %s is %s', (typed, kept) => {
    expect(keptOf({ 'q.moved': [typed] }).moved).toBe(kept)
  })
  test('of a day only the month is kept where a month was asked', () => {
    expect(keptOf({ 'q.since': ['2024年5月1日'] }).since).toBe('2024-05')
    expect(keptOf({ 'q.since': ['2024年5月'] }).since).toBe('2024-05')
    expect(keptOf({ 'q.since': ['202405'] }).since).toBe('2024-05')
  })
})

describe('questions for some only', () => {
  test('are not required of the others, and what others answer there is not kept', () => {
    expect(keptOf({ 'q.attitude': ['support'] })).toEqual({ attitude: 'support' })
    expect(keptOf({ 'q.attitude': ['support'], 'q.why': ['noise'] })).toEqual({ attitude: 'support' })
  })
  test('a condition on a question that was itself not asked does not hold', () => {
    const fields = {
      'q.attitude': ['support'],
      'q.why': ['noise'],
      'q.parts.r1': ['a'],
      'q.order.x': ['1'],
      'q.order.y': ['2'],
    }
    expect(keptOf(fields)).toEqual({ attitude: 'support', parts: { r1: 'a' } })
  })
  test('are asked of those they are for', () => {
    const fields = {
      'q.attitude': ['oppose'],
      'q.why': ['noise'],
      'q.parts.r1': ['b'],
      'q.order.z': ['1'],
      'q.order.y': ['2'],
    }
    expect(keptOf(fields).order).toEqual(['z', 'y'])
  })
})

describe('a draft that cannot work is refused with its place', () => {
  const faultsOf = (change: (draft: Questionnaire) => void) => {
    const draft = everyTypeQuestionnaire()
    change(draft)
    const parsed = questionnaireShape.safeParse(draft)
    return parsed.success
      ? []
      : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  }
  const conditionOn = (questionId: string, optionIds: string[], rowId?: string) => (draft: Questionnaire) => {
    draft.questions[4]!.showIf = { match: 'all', conditions: [{ questionId, optionIds, rowId }] }
  }
  test.each<[string, (draft: Questionnaire) => void, string]>([
    ['a later question', conditionOn('order', ['x']), 'questions.4.showIf show-if-later-question'],
    ['itself', conditionOn('parts', ['a'], 'r1'), 'questions.4.showIf show-if-later-question'],
    ['no question', conditionOn('gone', ['x']), 'questions.4.showIf show-if-unknown-question'],
    ['no option', conditionOn('attitude', ['x']), 'questions.4.showIf show-if-unknown-option'],
    ['an information block', conditionOn('about', ['x']), 'questions.4.showIf show-if-not-a-choice'],
  ])('a condition on %s', (_, change, fault) => {
    expect(faultsOf(change)).toEqual([fault])
  })
  test('a number with more than ten thousand possible values', () => {
    const faults = faultsOf((draft) => {
      const area = draft.questions[6]!
      if (area.type === 'number') area.decimals = 3
    })
    expect(faults).toEqual(['questions.6.max too-many-values'])
  })
  test('the id of something every object has', () => {
    expect(
      faultsOf((draft) => {
        draft.questions[9]!.id = 'constructor'
      }),
    ).toEqual(['questions.9.id bad-id'])
  })
})
