import { expect, test } from 'vitest'
import { foreignLanguage, pageLanguage, readingOf, textLanguage } from './language.ts'

test.each([
  [undefined, undefined, 'zh-CN'],
  [undefined, 'zh', 'zh-CN'],
  [undefined, 'zh-Hant-TW,en;q=0.5', 'zh-CN'],
  [undefined, 'en-GB,en;q=0.9,zh;q=0.8', 'en'],
  [undefined, 'zh;q=0.3, en;q=0.7', 'en'],
  [undefined, 'de, en;q=0.2', 'en'],
  [undefined, 'de', 'zh-CN'],
  [undefined, 'en;q=0', 'zh-CN'],
  [undefined, 'english, ;;;q=x,,', 'zh-CN'],
  ['en', 'zh', 'en'],
  ['zh-CN', 'en', 'zh-CN'],
  ['fr', 'en', 'en'],
  [['en', 'zh-CN'], 'zh', 'zh-CN'],
])('?lang=%s with Accept-Language %s gives %s', (asked, header, expected) => {
  expect(pageLanguage(asked, header)).toBe(expected)
})

test('Chinese text on an English page is marked, so that a screen reader reads it as Chinese', () => {
  expect(foreignLanguage('您的态度是？', 'en')).toBe('zh-CN')
  expect(foreignLanguage('Your attitude', 'en')).toBeUndefined()
  expect(foreignLanguage('您的态度是？', 'zh-CN')).toBeUndefined()
})

test.each([
  [undefined, 'zh', 'zh-CN', 'zh-CN', 'zh-CN'],
  ['bo', 'zh', 'zh-CN', 'bo', 'bo'],
  [undefined, 'bo-CN,zh;q=0.8', 'zh-CN', 'bo', 'bo'],
  ['en', 'zh', 'en', 'zh-CN', 'en'],
  ['zh-CN', 'bo', 'zh-CN', 'zh-CN', 'zh-CN'],
  ['bo', 'en', 'en', 'bo', 'bo'],
  ['xx', 'en', 'en', 'zh-CN', 'en'],
])('a questionnaire in Chinese and Tibetan with ?lang=%s and %s', (asked, header, locale, language, tag) => {
  expect(readingOf(asked, header, ['zh-CN', 'bo'])).toEqual({ locale, language, tag })
})

test('an English questionnaire is read in English, and what nobody translated is marked as Chinese', () => {
  const reading = readingOf('en', 'zh', ['zh-CN', 'en'])
  expect(reading).toEqual({ locale: 'en', language: 'en', tag: 'en' })
  expect(textLanguage('Your attitude', reading)).toBeUndefined()
  expect(textLanguage('您的态度', reading)).toBe('zh-CN')
  expect(textLanguage('ཁྱེད་', readingOf('bo', 'zh', ['zh-CN', 'bo']))).toBe('bo')
})
