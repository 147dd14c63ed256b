import { expect, test } from 'vitest'
import { duplicateQuestion, removeQuestion } from './drafting.ts'
import { directionOf, localized, missingTranslations, placesOf, withLiveTranslations } from './localized.ts'
import { everyTypeQuestionnaire } from './questionnaire.fixture.ts'
import { questionnaireShape } from './questionnaire.ts'
import { addLanguage, removeLanguage, translate } from './translating.ts'

const draft = addLanguage(everyTypeQuestionnaire(), 'ug')

test('a new language misses every text; translated in full, none', () => {
  const places = placesOf(draft)
  expect(missingTranslations(draft)).toEqual([{ language: 'ug', places }])
  const full = places.reduce((done, { key }) => translate(done, 'ug', key, `ug ${key}`), draft)
  expect(missingTranslations(full)).toEqual([{ language: 'ug', places: [] }])
  expect(questionnaireShape.safeParse(full).success).toBe(true)
  // Not one Chinese word is left, ids and rules are the same.
  const shown = localized(full, 'ug')
  expect(placesOf(shown).map(({ words }) => words)).toEqual(places.map(({ key }) => `ug ${key}`))
  expect(shown.questions.map(({ id, type, showIf }) => ({ id, type, showIf }))).toEqual(
    draft.questions.map(({ id, type, showIf }) => ({ id, type, showIf })),
  )
})

test('a missing text shows the original, and so does a language that is not there', () => {
  const some = translate(draft, 'ug', 'attitude.title', 'پوزىتسىيىڭىز')
  expect(localized(some, 'ug').questions[1]?.title).toBe('پوزىتسىيىڭىز')
  expect(localized(some, 'ug').questions[3]?.title).toBe('满意吗')
  expect(localized(some, 'fr')).toEqual(some)
})

test('words taken back count as missing again', () => {
  const some = translate(translate(draft, 'ug', 'title', 'x'), 'ug', 'title', '')
  expect(missingTranslations(some)[0]?.places.some(({ key }) => key === 'title')).toBe(true)
})

test('translations go with their question, and a copy has them too', () => {
  const some = translate(draft, 'ug', 'attitude.title', 'x')
  expect(withLiveTranslations(removeQuestion(some, 1)).translations).toEqual({ ug: {} })
  expect(localized(duplicateQuestion(some, 1), 'ug').questions[2]?.title).toBe('x')
  expect(removeLanguage(some, 'ug')).toMatchObject({ languages: ['zh-CN'], translations: {} })
})

test('the original language cannot be removed, and a translation needs its language', () => {
  expect(removeLanguage(draft, 'zh-CN')).toBe(draft)
  expect(questionnaireShape.safeParse({ ...draft, languages: ['zh-CN'] }).success).toBe(false)
  expect(questionnaireShape.safeParse({ ...draft, languages: ['en', 'zh-CN', 'ug'] }).success).toBe(false)
})

test('Uyghur in Arabic script runs from right to left, in Latin script not', () => {
  expect(['ug', 'ar', 'kk-Arab', 'ug-Latn', 'en', 'zh-CN'].map(directionOf)).toEqual([
    'rtl',
    'rtl',
    'rtl',
    'ltr',
    'ltr',
    'ltr',
  ])
})
