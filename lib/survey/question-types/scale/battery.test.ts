import { expect, test } from 'vitest'
import type { Question } from '../../questionnaire.ts'
import { groupBatteries } from './battery.ts'
import { fitsSideBySide } from './face.tsx'

const scale = (id: string, first = '很好'): Question => ({
  id,
  title: id,
  required: false,
  type: 'scale',
  labels: [first, '好', '一般', '差', '很差'],
})
const text = (id: string): Question => ({ id, title: id, required: false, type: 'text', maxLength: 100 })

test('neighbours on the same scale form a battery; order and every question are kept', () => {
  const questions = [
    scale('a'),
    scale('b'),
    text('c'),
    scale('d'),
    scale('e', '非常好'),
    scale('f', '非常好'),
    text('g'),
  ]
  const groups = groupBatteries(questions)
  expect(groups.map((group) => group.map(({ id }) => id).join(''))).toEqual(['ab', 'c', 'd', 'ef', 'g'])
  expect(groups.flat()).toEqual(questions)
  expect(groupBatteries([])).toEqual([])
})

test('only short words stand side by side on a small screen', () => {
  expect(fitsSideBySide(['非常满意', '比较满意', '一般', '不太满意', '很不满意'])).toBe(true)
  expect(fitsSideBySide(['非常满意', '比较满意', '说不清楚的', '不太满意', '很不满意'])).toBe(false)
  expect(fitsSideBySide(['good', 'fair', '一般', '差', '很差'])).toBe(false)
})
