import { expect, test } from 'vitest'
import { pValueText } from './p-value-text.ts'

test('a p-value is never printed on the other side of 0.001, 0.01 or 0.05', () => {
  expect(pValueText(0.00996)).toBe('0.00996')
  expect(pValueText(0.049_99)).toBe('0.04999')
  expect(pValueText(0.050_01)).toBe('0.050')
  expect(pValueText(0.01)).toBe('0.010')
  expect(pValueText(0.0123)).toBe('0.012')
  expect(pValueText(0.000_99)).toBe('< 0.001')
  expect(pValueText(0.001)).toBe('0.001')
  expect(pValueText(1)).toBe('1.000')
  for (let p = 0.0005; p < 0.06; p += 0.000_013)
    for (const line of [0.001, 0.01, 0.05])
      if (!pValueText(p).startsWith('<')) expect(Number(pValueText(p)) < line).toBe(p < line)
})
