import { describe, expect, test } from 'vitest'
import {
  addQuestion,
  addScaleQuestions,
  addStandardItem,
  duplicateQuestion,
  emptyQuestionnaire,
  moveQuestion,
  removeQuestion,
  replaceQuestion,
  restoreQuestion,
  retyped,
  titlesOf,
} from './drafting.ts'
import { nameIndex } from './index-items.ts'
import { type Questionnaire, questionnaireShape } from './questionnaire.ts'
import { presetLabels, STANDARD_ITEMS, type StandardItem, startingQuestionnaire } from './standard-items.ts'

const start = startingQuestionnaire('城东垃圾焚烧发电厂')
const ids = (draft: Questionnaire) => draft.questions.map((question) => question.id)

describe('the starting questionnaire', () => {
  test('is valid as it stands, whatever the length of the matter’s title', () => {
    expect(questionnaireShape.safeParse(start).success).toBe(true)
    expect(questionnaireShape.safeParse(startingQuestionnaire('长'.repeat(120))).success).toBe(true)
  })

  test('measures opposition, and does not count conditional support as support', () => {
    expect(start.indices.opposition).toEqual({ questionIds: ['attitude'], optionIds: ['oppose'] })
    expect(start.indices.support?.optionIds).toEqual(['support'])
  })

  test('forces no answer', () => {
    expect(start.questions.some((question) => question.required)).toBe(false)
  })
})

describe('adding questions', () => {
  test('pasted lines become 5-point questions without their numbering', () => {
    const draft = addScaleQuestions(
      emptyQuestionnaire(),
      '1. 住房质量\n2、水电供应\r\n（3）看病就医\n④ 子女上学\n\n- 公共交通\n2026年补贴发放\n3.5千米内的道路',
      presetLabels('satisfaction'),
    )
    expect(draft.questions.map((question) => question.title)).toEqual([
      '住房质量',
      '水电供应',
      '看病就医',
      '子女上学',
      '公共交通',
      '2026年补贴发放',
      '3.5千米内的道路',
    ])
    expect(ids(draft)).toEqual(['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7'])
    expect(draft.questions[0]).toMatchObject({ type: 'scale', labels: presetLabels('satisfaction') })
  })

  test('pasting stops at the most questions a questionnaire may have', () => {
    const lines = Array.from({ length: 80 }, (_, i) => `题目${i}`).join('\n')
    expect(addScaleQuestions(emptyQuestionnaire(), lines, presetLabels('agreement')).questions).toHaveLength(
      60,
    )
  })

  test('an id that was given to a question still there is not given again', () => {
    let draft = emptyQuestionnaire()
    draft = addQuestion(draft, 'single')
    draft = addQuestion(draft, 'text')
    draft = addQuestion(removeQuestion(draft, 0), 'multiple')
    expect(new Set(ids(draft)).size).toBe(2)
  })

  test('every standard item can be added to an empty draft, names its index, and only once', () => {
    let draft: Questionnaire = { ...emptyQuestionnaire(), title: '调查', introduction: '说明' }
    for (const item of Object.keys(STANDARD_ITEMS) as StandardItem[]) draft = addStandardItem(draft, item)
    draft = addStandardItem(draft, 'attitude')
    expect(ids(draft)).toEqual(['attitude', 'confidence', 'worries', 'age', 'demands'])
    expect(draft.indices.opposition).toEqual({ questionIds: ['attitude'], optionIds: ['oppose'] })
    expect(questionnaireShape.safeParse(draft).success).toBe(true)
  })

  test('a naming that somebody made is not replaced by a standard item', () => {
    const named = nameIndex(addQuestion(emptyQuestionnaire(), 'scale'), 'opposition', {
      questionIds: ['q1'],
      optionIds: ['5'],
    })
    expect(addStandardItem(named, 'attitude').indices.opposition?.questionIds).toEqual(['q1'])
  })
})

describe('changing the order', () => {
  test('a copy stands after its original under an id of its own', () => {
    const draft = duplicateQuestion(start, 1)
    expect(ids(draft).slice(1, 3)).toEqual(['attitude', 'q1'])
    expect(draft.questions[2]?.title).toBe(draft.questions[1]?.title)
  })

  test('moving up and down, and not past the ends', () => {
    expect(ids(moveQuestion(start, 1, -1)).slice(0, 2)).toEqual(['attitude', 'heard'])
    expect(moveQuestion(start, 0, -1)).toBe(start)
    expect(moveQuestion(start, start.questions.length - 1, 1)).toBe(start)
  })
})

describe('taking a deletion back', () => {
  const removed = { index: 1, question: start.questions[1]!, indices: start.indices }

  test('question and indices are as before', () => {
    expect(restoreQuestion(removeQuestion(start, 1), removed)).toEqual(start)
  })

  test('an index that was named anew since then keeps its new naming', () => {
    const naming = { questionIds: ['compensation'], optionIds: ['5'] }
    const since = nameIndex(removeQuestion(start, 1), 'opposition', naming)
    expect(restoreQuestion(since, removed).indices.opposition).toEqual(naming)
  })
})

test('changing the type keeps the words: the grades of a scale become options', () => {
  const scale = start.questions[3]!
  expect(retyped(scale, 'single')).toMatchObject({
    id: 'compensation',
    type: 'single',
    options: presetLabels('satisfaction').map((label, i) => ({ id: String(i + 1), label })),
  })
  expect(retyped(scale, 'text')).toMatchObject({ id: 'compensation', type: 'text', maxLength: 500 })
})

describe('indices follow the questions', () => {
  test('removing the question of an index leaves the index unnamed', () => {
    const draft = removeQuestion(start, 1)
    expect(draft.indices.support).toBeNull()
    expect(draft.indices.opposition).toBeNull()
    expect(draft.indices.confidence).not.toBeNull()
  })

  test('removing one item of a battery keeps the others', () => {
    expect(removeQuestion(start, 2).indices.satisfaction?.questionIds).toEqual(['compensation'])
  })

  test('an answer that is gone no longer counts', () => {
    const attitude = start.questions[1]
    if (attitude?.type !== 'single') throw new Error('the attitude item is a single choice')
    const options = attitude.options.filter((option) => option.id !== 'oppose')
    const draft = replaceQuestion(start, 1, { ...attitude, options })
    expect(draft.indices.opposition?.optionIds).toEqual([])
  })

  test('a battery holds only questions with the same answers', () => {
    const draft = nameIndex(start, 'satisfaction', {
      questionIds: ['compensation', 'attitude'],
      optionIds: ['1', '2'],
    })
    expect(draft.indices.satisfaction?.questionIds).toEqual(['compensation'])
  })
})

test('numbering is recognised, numbers that belong to the title are not', () => {
  expect(titlesOf('12）噪声\n100户以上\n1）\n')).toEqual(['噪声', '100户以上'])
})
