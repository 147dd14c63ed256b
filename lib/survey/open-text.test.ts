import { expect, test } from 'vitest'
import { askedTextsShape, shownText, textPlace } from './open-text.ts'

test('possible names are pointed out where they stand', () => {
  const { text, names } = shownText('找王主任说过，没有结果')
  expect(names.map(({ start, end }) => text.slice(start, end))).toEqual(['王'])
})

test('the words to 其他 belong to their question', () => {
  expect(textPlace('attitude.other')).toEqual({ questionId: 'attitude', other: true })
  expect(textPlace('demands')).toEqual({ questionId: 'demands', other: false })
})

test('an address that was tampered with asks for the first page of everything', () => {
  expect(askedTextsShape.parse({ texts: 'demands', page: '-3', words: ['a', 'b'], named: 'x' })).toEqual({
    texts: 'demands',
    page: 0,
    words: '',
    named: false,
  })
  expect(askedTextsShape.parse({ texts: 'demands', page: '2', words: ' 补偿 ', named: '1' })).toEqual({
    texts: 'demands',
    page: 2,
    words: '补偿',
    named: true,
  })
  expect(askedTextsShape.safeParse({ question: 'demands' }).success).toBe(false)
})
