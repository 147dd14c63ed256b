import { expect, test } from 'vitest'
import { numberRanges } from './number-ranges.ts'

test('three or more in a row become a range, two stay two', () => {
  expect(numberRanges([1, 2, 3, 4, 19])).toEqual(['1–4', '19'])
  expect(numberRanges([5, 1, 2])).toEqual(['1', '2', '5'])
  expect(numberRanges([])).toEqual([])
})
