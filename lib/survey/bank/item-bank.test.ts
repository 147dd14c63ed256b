import { expect, test } from 'vitest'
import { addBankQuestion, emptyQuestionnaire } from '../drafting.ts'
import { questionnaireShape, questionShape } from '../questionnaire.ts'
import { ITEM_BANK, searchBank } from './item-bank.ts'

test('every item is a valid question, ids differ, and none forces an answer', () => {
  for (const { question } of ITEM_BANK) expect(questionShape.safeParse(question).error).toBeUndefined()
  const ids = ITEM_BANK.map(({ question }) => question.id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ITEM_BANK.filter(({ question }) => question.required)).toEqual([])
})

test('whoever may say that they support may say as plainly that they oppose', () => {
  for (const { question } of ITEM_BANK) {
    if (question.type !== 'single') continue
    const ids = question.options.map(({ id }) => id)
    if (ids.includes('support')) expect(ids).toContain('oppose')
  }
})

test('adding keeps ids unique, also when the draft uses the id for something else or the item twice', () => {
  let draft = { ...emptyQuestionnaire(), title: '调查', introduction: '说明' }
  for (const { question } of [...ITEM_BANK.slice(0, 15), ...ITEM_BANK.slice(0, 15)])
    draft = addBankQuestion(draft, question)
  expect(new Set(draft.questions.map(({ id }) => id)).size).toBe(30)
  expect(questionnaireShape.safeParse(draft).success).toBe(true)
})

test('an item for opposition names the index it measures', () => {
  const attitude = ITEM_BANK.find(({ question }) => question.id === 'attitude')!
  const draft = addBankQuestion(emptyQuestionnaire(), attitude.question)
  expect(draft.indices.opposition).toEqual({ questionIds: ['attitude'], optionIds: ['oppose'] })
})

test('the search looks at titles and answers, within an audience or everywhere', () => {
  expect(searchBank(null, '补偿 满意').map(({ question }) => question.id)).toContain('compensation')
  expect(searchBank('departments', '暂缓').map(({ question }) => question.id)).toEqual(['department-opinion'])
  expect(searchBank('residents', '暂缓')).toEqual([])
})
