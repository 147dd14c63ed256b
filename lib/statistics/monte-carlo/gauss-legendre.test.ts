import { expect, test } from 'vitest'
import { integrate } from './gauss-legendre.ts'

test('a polynomial of degree 15 is exact on one panel, x¹⁶ is not', () => {
  expect(integrate((x) => 16 * x ** 15, 0, 2, 2)).toBeCloseTo(2 ** 16, 8)
  expect(Math.abs(integrate((x) => 17 * x ** 16, 0, 2, 2) / 2 ** 17 - 1)).toBeGreaterThan(1e-12)
})

test('panels add up to the whole range, also when the width does not divide it', () => {
  expect(integrate(() => 1, -1, 2.5, 0.3)).toBeCloseTo(3.5, 14)
  expect(integrate(Math.sin, 0, Math.PI, 0.3)).toBeCloseTo(2, 14)
})
