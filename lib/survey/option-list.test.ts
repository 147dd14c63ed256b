import { expect, test } from 'vitest'
import { freeOptionId, insertOptions, pasteOptions } from './option-list.ts'

const options = [
  { id: 'o1', label: '支持' },
  { id: 'o3', label: '' },
  { id: 'o4', label: '反对' },
]

test('a new option gets an id of its own and leaves the others theirs', () => {
  expect(freeOptionId(options)).toBe('o2')
  expect(insertOptions(options, 0, ['有条件支持']).map((option) => option.id)).toEqual([
    'o1',
    'o2',
    'o3',
    'o4',
  ])
})

test('pasting into an empty option words it and adds the rest after it', () => {
  expect(pasteOptions(options, 1, ['有条件支持', '无所谓']).map((option) => option.label)).toEqual([
    '支持',
    '有条件支持',
    '无所谓',
    '反对',
  ])
})

test('pasting at a worded option keeps its words', () => {
  expect(pasteOptions(options, 0, ['甲', '乙']).map((option) => option.label)).toEqual([
    '支持',
    '甲',
    '乙',
    '',
    '反对',
  ])
})

test('no more than thirty', () => {
  const lines = Array.from({ length: 40 }, (_, i) => `选项${i}`)
  expect(insertOptions(options, 2, lines)).toHaveLength(30)
})
