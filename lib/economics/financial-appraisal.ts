/**
 * 财务评价: does the project bear its own costs?
 *
 * - FNPV 财务净现值 = Σ (revenueₜ − costₜ) / (1 + i_c)^t ≥ 0, the first year at t = 0, i_c the benchmark rate;
 * - FIRR 财务内部收益率 ≥ i_c, where it is unique.
 *
 * Flows are those of the project investment before financing and taxes (融资前、税前): loans, interest, subsidies and taxes are not in
 * the table. A project that earns nothing (非经营性项目) has no FIRR, and its FNPV is what others have to pay; such a project is not
 * tested against the benchmark. The outcome stands beside the economic verdict and is no part of it.
 * Source: 建设项目经济评价方法与参数（第三版）, 2006.
 */
import { fail, ok, type Result } from '../result.ts'
import { comparable } from '../scheme/threshold.ts'
import { type AppraisalRefusal, appraisalRefusal, type CashFlowYear } from './appraisal.ts'
import { COST_ROWS, type CostRow } from './financial-basis.ts'
import { type InternalRates, internalRates } from './internal-rate.ts'
import { payback } from './payback.ts'
import { netPresentValue } from './present-value.ts'

export interface FinancialYear extends CashFlowYear {
  /** What the project is paid, in fen. */
  readonly revenue: number
}

export interface FinancialInput {
  readonly years: readonly FinancialYear[]
  readonly basis: { readonly benchmarkRate: number; readonly costRows: readonly CostRow[] } | null
}

export interface FinancialCriterion {
  readonly criterion: 'fnpv' | 'firr'
  /** Null: not defined for these flows. */
  readonly value: number | null
  readonly threshold: number
  /** Null where there is no revenue to test, or no single rate. */
  readonly met: boolean | null
}

export interface FinancialAppraisal {
  readonly fnpvFen: number
  readonly firr: { readonly status: InternalRates['status']; readonly rates: readonly number[] }
  /** Years from t = 0 to the last time the running sum comes back to zero; null when it does not. */
  readonly paybackYears: number | null
  readonly earns: boolean
  readonly revenueFen: number
  readonly costFen: number
  readonly criteria: readonly FinancialCriterion[]
}

export type FinancialRefusal = Exclude<AppraisalRefusal, 'no-benefit'> | 'no-basis'

/**
 * Appraises the flows that count financially; the order in which the years are given does not matter.
 * @returns amounts in fen at the benchmark rate, not rounded, and rates as shares. Fails where no basis is set, and as `appraise`
 * does for years and amounts; no revenue is no failure.
 */
export function appraiseFinances({
  years: given,
  basis,
}: FinancialInput): Result<FinancialAppraisal, FinancialRefusal> {
  if (!basis) return fail('no-basis')
  const rate = basis.benchmarkRate
  const years = given
    .map(({ year, revenue, ...amounts }) => {
      const counted = COST_ROWS.map((row) => [row, basis.costRows.includes(row) ? amounts[row] : 0] as const)
      return { year, benefit: revenue, ...(Object.fromEntries(counted) as Record<CostRow, number>) }
    })
    .sort((a, b) => a.year - b.year)
  const refusal = appraisalRefusal({ years, socialDiscountRate: rate })
  if (refusal && !refusal.ok && refusal.reason !== 'no-benefit') {
    return fail(refusal.reason, refusal.details)
  }
  const costs = years.map((year) => COST_ROWS.reduce((sum, row) => sum + year[row], 0))
  const flows = years.map(({ benefit }, t) => benefit - costs[t]!)
  const earns = years.some(({ benefit }) => benefit > 0)
  const costFen = netPresentValue(costs, rate)
  const fnpvFen = netPresentValue(flows, rate)
  const firr = internalRates(flows)
  const unique = firr.status === 'unique' ? firr.rates[0]! : null
  return ok({
    fnpvFen,
    firr: { status: firr.status, rates: firr.rates },
    paybackYears: payback(flows).last,
    earns,
    revenueFen: netPresentValue(
      years.map(({ benefit }) => benefit),
      rate,
    ),
    costFen,
    criteria: [
      {
        criterion: 'fnpv',
        value: fnpvFen,
        threshold: 0,
        // Rounded to 1e-9 of all costs, as the economic criteria are.
        met: earns ? comparable(fnpvFen / costFen) >= 0 : null,
      },
      {
        criterion: 'firr',
        value: unique,
        threshold: rate,
        met: earns && unique !== null ? comparable(unique) >= comparable(rate) : null,
      },
    ],
  })
}
