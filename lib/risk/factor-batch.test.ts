import { expect, test } from 'vitest'
import { riskFactorShape } from './factor.ts'
import { factorBatchShape, factorsOf, sharedRest } from './factor-batch.ts'
import { sumOfWeights } from './weight-proposal.ts'

const pick = {
  catalogueId: 'planning-approval',
  category: '政策规划和审批程序',
  name: '立项审批程序',
  phases: ['decision' as const],
  weight: 0.2,
  probability: 0.5,
  impact: 0.6,
}

test('picked factors are valid factors whose residual risk is the initial one', () => {
  const [factor] = factorsOf({ picks: [pick] })
  expect(riskFactorShape.safeParse(factor).success).toBe(true)
  expect(factor).toMatchObject({ residualProbability: 0.5, residualImpact: 0.6, measures: [] })
})

test('a pick that nobody scored is refused at its field', () => {
  const parsed = factorBatchShape.safeParse({ picks: [pick, { ...pick, impact: null }] })
  expect(parsed.error?.issues).toMatchObject([{ path: ['picks', 1, 'impact'], message: 'not-a-number' }])
})

test('the rest of the weights is shared without losing a thousandth', () => {
  expect(sharedRest(0.4, 3)).toEqual([0.2, 0.2, 0.2])
  expect(sharedRest(0, 7)).toEqual([0.148, 0.142, 0.142, 0.142, 0.142, 0.142, 0.142])
  expect(sumOfWeights(sharedRest(0.355, 11))).toBe(0.645)
  expect(sharedRest(1.2, 2)).toEqual([0, 0])
})
