import { expect, test } from 'vitest'
import { decimalsFor } from './decimals.ts'

test('three decimals where they tell the truth', () => {
  expect(decimalsFor(0.157, [0.36, 0.64])).toBe(3)
  expect(decimalsFor(0.36, [0.36, 0.64])).toBe(3)
})

test('more where rounding would move the number onto or across its threshold', () => {
  expect(decimalsFor(0.3596, [0.36])).toBe(4)
  expect(decimalsFor(0.64000004, [0.64])).toBe(8)
})

test('the noise of binary fractions is no side: 0.6 · 0.6 is 0.36', () => {
  expect(decimalsFor(0.6 * 0.6, [0.36])).toBe(3)
})
