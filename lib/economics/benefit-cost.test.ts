import fc from 'fast-check'
import { expect, test } from 'vitest'
import { benefitCost, ratioVariants } from './benefit-cost.ts'

test('operating costs stand below the line in the ratio of the verdict and above it in the other', () => {
  // At 25 %: investment 100, operating 40 · (0.8 + 0.64) = 57.6, benefits 125 · 1.44 = 180.
  const flows = { investment: [100], operating: [0, 40, 40], benefits: [0, 125, 125] }
  expect(ratioVariants(flows, 0.25)).toEqual({
    allCosts: expect.closeTo(180 / 157.6, 12),
    netOfOperating: expect.closeTo(122.4 / 100, 12),
    profitabilityIndex: expect.closeTo(1.224, 12),
    npvPerInvestment: expect.closeTo(0.224, 12),
  })
})

test('nothing to divide by is no ratio', () => {
  expect(benefitCost([0, 10], [0, 0], 0.05)).toMatchObject({ ratio: null, pvCosts: 0 })
  expect(ratioVariants({ investment: [0], operating: [0], benefits: [5] }, 0.05)).toEqual({
    allCosts: null,
    netOfOperating: null,
    profitabilityIndex: null,
    npvPerInvestment: null,
  })
})

test('every variant lies on the same side of one as NPV of zero', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(amounts, amounts, amounts, (investment, operating, benefits) => {
      const { npv } = benefitCost(
        benefits,
        investment.map((amount, t) => amount + operating[t]!),
        0.08,
      )
      const variants = ratioVariants({ investment, operating, benefits }, 0.08)
      fc.pre(Math.abs(npv) > 1e-6)
      for (const ratio of [variants.allCosts, variants.netOfOperating, variants.profitabilityIndex]) {
        expect(Math.sign(ratio! - 1)).toBe(Math.sign(npv))
      }
    }),
  )
})
