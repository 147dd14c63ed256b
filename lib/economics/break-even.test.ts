import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakEven } from './break-even.ts'

test('a margin of 32.5 covers 1,200,000 after 36,923 of 60,000 units', () => {
  expect(
    breakEven({ fixedCost: 1_200_000, price: 85, variableCost: 48, unitTax: 4.5, capacity: 60_000 }),
  ).toEqual({
    ok: true,
    value: {
      quantity: expect.closeTo(1_200_000 / 32.5, 8),
      utilisation: expect.closeTo(8 / 13, 12),
      priceAtCapacity: 72.5,
      safetyMargin: expect.closeTo(5 / 13, 12),
    },
  })
})

test('a unit that brings nothing never breaks even', () => {
  const found = breakEven({ fixedCost: 1000, price: 10, variableCost: 8, unitTax: 2, capacity: 500 })
  expect(found).toEqual({
    ok: true,
    value: { quantity: null, utilisation: null, priceAtCapacity: 12, safetyMargin: null },
  })
})

test('a margin of rounding noise is none: 0.8 − 0.7 − 0.1', () => {
  const given = { fixedCost: 1000, price: 0.8, variableCost: 0.7, unitTax: 0.1, capacity: 500 }
  expect(breakEven(given)).toMatchObject({ value: { quantity: null, safetyMargin: null } })
  // A thousandth of a cent is one.
  expect(breakEven({ ...given, price: 0.80001 })).toMatchObject({
    value: { quantity: expect.closeTo(1e8, 0) },
  })
})

test('at the break-even quantity revenue equals cost', () => {
  const amount = fc.integer({ min: 1, max: 100_000 })
  fc.assert(
    fc.property(amount, amount, amount, amount, (fixedCost, margin, variableCost, capacity) => {
      const price = margin + variableCost + 3
      const found = breakEven({ fixedCost, price, variableCost, unitTax: 3, capacity })
      if (!found.ok) throw new Error(found.reason)
      const quantity = found.value.quantity!
      expect(quantity * (price - variableCost - 3)).toBeCloseTo(fixedCost, 6)
    }),
  )
})

test('refusals', () => {
  const given = { fixedCost: 1, price: 2, variableCost: 1, unitTax: 0, capacity: 10 }
  expect(breakEven({ ...given, capacity: 0 })).toMatchObject({ reason: 'capacity-not-positive' })
  expect(breakEven({ ...given, price: Number.NaN })).toMatchObject({
    reason: 'not-a-number',
    details: { parameter: 'price' },
  })
})
