import { expect, test } from 'vitest'
import { openAnswer } from './open-text.ts'

test('numbers that lead to a person are gone before anybody reads, names are pointed out', () => {
  const { texts } = openAnswer('demands', [
    '我叫张建国，电话13812345678，请回电。',
    '身份证11010519491231002X，车牌川A12345，邮箱a.b@example.com',
    '请修路。',
  ])
  const all = texts.map(({ text }) => text).join('\n')
  for (const secret of ['13812345678', '11010519491231002X', '川A12345', 'a.b@example.com'])
    expect(all).not.toContain(secret)
  expect(texts.map(({ masked }) => masked).sort()).toEqual([0, 1, 3])
  const named = texts.find(({ names }) => names.length > 0)
  expect(named?.names.map(({ start, end }) => named.text.slice(start, end))).toEqual(['张建国'])
})

test('texts stand in the order of their words, also where the mask has changed them', () => {
  const { texts } = openAnswer('demands', ['b 13812345678', 'b 乙', 'a'])
  const shown = texts.map(({ text }) => text)
  expect(shown).toEqual([...shown].sort())
})

test('words to 其他 belong to their question', () => {
  expect(openAnswer('attitude.other', ['另有原因'])).toMatchObject({ questionId: 'attitude', other: true })
  expect(openAnswer('demands', [])).toMatchObject({ questionId: 'demands', other: false })
})
