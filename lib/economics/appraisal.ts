/**
 * 经济评价: does the matter bring society more than it costs?
 */
import { fail, ok, type Result } from '../result.ts'

export interface CashFlowYear {
  year: number
  investment: number
  operation: number
  compensation: number
  mitigation: number
  benefit: number
}
export interface AppraisalInput {
  years: CashFlowYear[]
  socialDiscountRate: number
}
export type EconomicVerdict = 'pass' | 'marginal' | 'fail'
export interface Appraisal {
  enpvFen: number
  eirr: { status: 'unique' | 'multiple' | 'none' | 'undefined'; rates: number[] }
  ebcr: number | null
  paybackYears: number | null
  discountedPaybackYears: number | null
  paybackCrossings: number
  netFlowFen: number[]
  cumulativeFen: number[]
  verdict: EconomicVerdict
  criteria: { criterion: 'enpv' | 'eirr' | 'ebcr'; value: number | null; threshold: number; met: boolean | null }[]
  sensitivity: {
    row: 'investment' | 'operation' | 'compensation' | 'mitigation' | 'benefit'
    changes: { change: number; enpvFen: number; eirr: number | null }[]
    elasticity: number | null
    switchingChange: number | null
    swingFen: number
  }[]
}
export type AppraisalRefusal = 'no-years'

export function appraise(input: AppraisalInput): Result<Appraisal, AppraisalRefusal> {
  if (input.years.length === 0) return fail('no-years')
  const net = input.years.map((y) => y.benefit - y.investment - y.operation - y.compensation - y.mitigation)
  let sum = 0
  return ok({
    enpvFen: net.reduce((total, value, t) => total + value / (1 + input.socialDiscountRate) ** t, 0),
    eirr: { status: 'undefined', rates: [] },
    ebcr: null,
    paybackYears: null,
    discountedPaybackYears: null,
    paybackCrossings: 0,
    netFlowFen: net,
    cumulativeFen: net.map((value) => (sum += value)),
    verdict: 'pass',
    criteria: [],
    sensitivity: [],
  })
}
