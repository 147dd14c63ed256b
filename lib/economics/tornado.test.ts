import { expect, test } from 'vitest'
import type { Appraisal } from './appraisal.ts'
import { roundAxis, tornadoBars, widestChange } from './tornado.ts'

const row = (name: 'investment' | 'benefit' | 'mitigation', swing: number) => ({
  row: name,
  changes: [-0.2, -0.05, 0.05, 0.2].map((change) => ({
    change,
    enpvFen: 1000 + (change / 0.2) * swing,
    eirr: null,
  })),
  elasticity: null,
  switchingChange: null,
  swingFen: 2 * Math.abs(swing),
})
const appraisal = {
  enpvFen: 1000,
  sensitivity: [row('investment', -300), row('benefit', 900), row('mitigation', 0)],
} as unknown as Appraisal

test('the widest change is the one tried on both sides', () => {
  expect(widestChange(appraisal)).toBe(0.2)
  expect(widestChange({ ...appraisal, sensitivity: [] })).toBeNull()
})

test('the row that swings most comes first, a row without effect is left out, and the sides keep their meaning', () => {
  expect(tornadoBars(appraisal, 0.2)).toEqual([
    { row: 'benefit', lowerFen: 100, higherFen: 1900 },
    { row: 'investment', lowerFen: 1300, higherFen: 700 },
  ])
})

test('the axis has round values and covers every bar', () => {
  const ticks = roundAxis([-230, 3722, 7676])
  expect(ticks[0]).toBeLessThanOrEqual(-230)
  expect(ticks.at(-1)).toBeGreaterThanOrEqual(7676)
  expect(ticks.every((tick) => tick % 1000 === 0)).toBe(true)
})
