import { expect, test } from 'vitest'
import { doubleDecliningFirst, straightLine, sumOfYears } from './depreciation.ts'

test('30,000 down to 6,000 in four years', () => {
  expect(straightLine(30_000, 6000, 4)).toEqual({ ok: true, value: 6000 })
  expect(sumOfYears(30_000, 6000, 4)).toEqual({ ok: true, value: [9600, 7200, 4800, 2400] })
  expect(doubleDecliningFirst(30_000, 4)).toEqual({ ok: true, value: 15_000 })
})

test('an asset without a life has no yearly part', () => {
  expect(straightLine(1, 0, 0)).toMatchObject({ reason: 'life-not-positive' })
  expect(sumOfYears(1, 0, 2.5)).toMatchObject({ reason: 'life-not-whole' })
  expect(doubleDecliningFirst(Number.NaN, 3)).toMatchObject({ reason: 'not-a-number' })
})
