import { expect, test } from 'vitest'
import { foreignLanguage, pageLanguage } from './language.ts'

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
