import { describe, expect, test } from 'vitest'
import { EXAMPLE_FACTORS } from '../assessment/examples/resettlement.ts'
import { riskFactorShape } from './factor.ts'

const factor = EXAMPLE_FACTORS[0]!
const issuesOf = (entry: unknown) =>
  riskFactorShape
    .safeParse(entry)
    .error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? []

describe('a risk factor', () => {
  test('may be reduced only by a named measure', () => {
    expect(issuesOf(factor)).toEqual([])
    expect(issuesOf({ ...factor, measures: [] })).toEqual([
      'residualProbability: reduction-without-measure',
      'residualImpact: reduction-without-measure',
    ])
    const unreduced = { residualProbability: factor.initialProbability, residualImpact: factor.initialImpact }
    expect(issuesOf({ ...factor, ...unreduced, measures: [] })).toEqual([])
  })

  test('refuses likelihood outside 0–1 and a measure without owner, deadline or evidence', () => {
    expect(issuesOf({ ...factor, initialProbability: 1.2 })).toEqual(['initialProbability: out-of-range'])
    expect(issuesOf({ ...factor, weight: Number.NaN })).toEqual(['weight: not-a-number'])
    const bare = {
      id: 'm1',
      controlNode: '',
      cost: 0,
      description: '宣传',
      owner: '',
      helper: '',
      phase: 'operation',
      deadline: '明年',
      evidence: '',
    }
    expect(issuesOf({ ...factor, measures: [bare] })).toEqual([
      'measures.0.owner: required',
      'measures.0.deadline: not-a-date',
      'measures.0.evidence: required',
    ])
  })
})
