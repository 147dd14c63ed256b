import fc from 'fast-check'
import { expect, test } from 'vitest'
import { doubleDecliningFirst, straightLine, sumOfYears } from './depreciation.ts'

test('30,000 down to 6,000 in four years', () => {
  expect(straightLine(30_000, 6000, 4)).toEqual({ ok: true, value: 6000 })
  expect(sumOfYears(30_000, 6000, 4)).toEqual({ ok: true, value: [9600, 7200, 4800, 2400] })
  expect(doubleDecliningFirst(30_000, 4)).toEqual({ ok: true, value: 15_000 })
})

test('over its life every method of whole years writes off what is lost, the earlier years no less', () => {
  const amount = fc.integer({ min: 0, max: 1_000_000 })
  fc.assert(
    fc.property(amount, amount, fc.integer({ min: 1, max: 60 }), (loss, salvage, life) => {
      const parts = sumOfYears(loss + salvage, salvage, life)
      const even = straightLine(loss + salvage, salvage, life)
      if (!parts.ok || !even.ok) throw new Error('refused')
      expect(parts.value.reduce((sum, part) => sum + part, 0)).toBeCloseTo(loss, 6)
      expect(even.value * life).toBeCloseTo(loss, 6)
      parts.value.slice(1).forEach((part, k) => {
        expect(part).toBeLessThanOrEqual(parts.value[k]!)
      })
    }),
  )
})

test('an asset without a life has no yearly part', () => {
  expect(straightLine(1, 0, 0)).toMatchObject({ reason: 'life-not-positive' })
  expect(sumOfYears(1, 0, 2.5)).toMatchObject({ reason: 'life-not-whole' })
  expect(doubleDecliningFirst(Number.NaN, 3)).toMatchObject({ reason: 'not-a-number' })
})
