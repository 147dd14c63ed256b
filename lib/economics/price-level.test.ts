import fc from 'fast-check'
import { expect, test } from 'vitest'
import { netPresentValue } from './present-value.ts'
import {
  growingAnnuityFactor,
  growingFlows,
  nominalFlows,
  nominalRate,
  realFlows,
  realRate,
} from './price-level.ts'

function must<Value>(result: { ok: true; value: Value } | { ok: false; reason: string }): Value {
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

test('Fisher: 8 % nominal at 3 % inflation is 5/103 real, not 5 %', () => {
  expect(must(realRate(0.08, 0.03))).toBeCloseTo(5 / 103, 15)
  expect(must(nominalRate(5 / 103, 0.03))).toBeCloseTo(0.08, 15)
})

const rate = fc.double({ min: -0.2, max: 0.5, noNaN: true })
const flows = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 20 })

test('real with real and nominal with nominal give the same present value', () => {
  fc.assert(
    fc.property(flows, rate, rate, (real, discount, inflation) => {
      const nominal = must(nominalFlows(real, inflation))
      const worth = netPresentValue(nominal, must(nominalRate(discount, inflation)))
      const size = 1 + real.reduce((sum, flow, t) => sum + Math.abs(flow) * (1 + discount) ** -t, 0)
      expect(Math.abs(worth - netPresentValue(real, discount))).toBeLessThan(1e-10 * size)
      must(realFlows(nominal, inflation)).forEach((flow, t) => {
        expect(flow).toBeCloseTo(real[t]!, 8)
      })
    }),
  )
})

test('flows that grow by half: 8, 12, 18', () => {
  expect(must(growingFlows(8, 0.5, 3))).toEqual([8, 12, 18].map((flow) => expect.closeTo(flow, 12)))
})

test('the factor of a growing annuity is the present value of its flows, also where rate and growth meet', () => {
  fc.assert(
    fc.property(rate, rate, fc.integer({ min: 1, max: 40 }), (discount, growth, n) => {
      const worth = netPresentValue([0, ...must(growingFlows(1, growth, n))], discount)
      expect(Math.abs(must(growingAnnuityFactor(discount, growth, n)) / worth - 1)).toBeLessThan(1e-9)
    }),
  )
  expect(must(growingAnnuityFactor(0.08, 0.08, 10))).toBeCloseTo(10 / 1.08, 12)
  expect(must(growingAnnuityFactor(0.08, 0.08 + 1e-12, 10))).toBeCloseTo(10 / 1.08, 9)
})

test('refusals name the parameter', () => {
  expect(realRate(0.08, -1)).toMatchObject({
    reason: 'rate-at-or-below-minus-1',
    details: { parameter: 'inflation' },
  })
  expect(nominalRate(Number.NaN, 0)).toMatchObject({ reason: 'not-a-number', details: { parameter: 'real' } })
  expect(realFlows([1, Number.NaN], 0.03)).toMatchObject({ reason: 'not-a-number' })
  expect(growingFlows(1, 1, 2000)).toMatchObject({ reason: 'amounts-not-representable' })
  expect(nominalFlows([1, 1, 1], 1e200)).toMatchObject({ reason: 'amounts-not-representable' })
  expect(growingFlows(1, 0.1, 0)).toMatchObject({ reason: 'no-periods' })
  expect(growingAnnuityFactor(0.1, 0.1, -1)).toMatchObject({ reason: 'no-periods' })
})
