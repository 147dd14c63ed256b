/**
 * 经济评价: does the matter bring society more than it costs?
 *
 * One table of yearly flows answers it. Costs are investment, operation, compensation and the cost of the mitigation
 * measures, all in the same rows as everything else: leaving out what it costs to treat people fairly is how an appraisal
 * is made to look better than it is. Three indicators are read off the table, and each is tested against its threshold:
 *
 * - ENPV 经济净现值 = Σ (benefitₜ − costₜ) / (1 + i)^t ≥ 0, the first year at t = 0, i the social discount rate;
 * - EIRR 经济内部收益率 ≥ i, where it is unique;
 * - EBCR 经济效益费用比 = PV(benefits) / PV(all costs) ≥ 1.
 *
 * Source: 建设项目经济评价方法与参数（第三版）, 2006 (social discount rate 8 %, 6 % for long-lived public works).
 *
 * The verdict is this workbench's own default rule, well-known practice and not an official text, for the office to
 * confirm: `pass` if all three criteria are met (EIRR counts where it is unique), `fail` if ENPV < 0, and `marginal` if
 * the base case passes but one row moved by 10 % to the worse turns ENPV negative, or the internal rates are several, or
 * the one internal rate lies below i although ENPV does not (flows that begin with the benefits).
 */
import { fail, ok, type Result } from '../result.ts'
import { comparable } from '../scheme/threshold.ts'
import { benefitCost } from './benefit-cost.ts'
import { type InternalRates, internalRates } from './internal-rate.ts'
import { payback } from './payback.ts'
import { discountFactor, netPresentValue } from './present-value.ts'
import { oneWay, tornadoOrder } from './sensitivity.ts'

/** One year of the cash-flow table; all amounts in fen, costs entered as positive numbers. */
export interface CashFlowYear {
  readonly year: number
  readonly investment: number
  readonly operation: number
  readonly compensation: number
  readonly mitigation: number
  readonly benefit: number
}

export interface AppraisalInput {
  readonly years: readonly CashFlowYear[]
  /** Share of one, e.g. 0.08. */
  readonly socialDiscountRate: number
}

export const FLOW_ROWS = ['investment', 'operation', 'compensation', 'mitigation', 'benefit'] as const
export type FlowRow = (typeof FLOW_ROWS)[number]

export type EconomicVerdict = 'pass' | 'marginal' | 'fail'

export interface Criterion {
  readonly criterion: 'enpv' | 'eirr' | 'ebcr'
  /** Null: not defined for these flows. */
  readonly value: number | null
  readonly threshold: number
  readonly met: boolean | null
}

export interface RowSensitivity {
  readonly row: FlowRow
  /** ENPV and EIRR with the row changed by each of SENSITIVITY_CHANGES; EIRR null unless unique. */
  readonly changes: readonly { change: number; enpvFen: number; eirr: number | null }[]
  /** 敏感度系数 at +10 %; null where ENPV is zero, and a relative change of it means nothing. */
  readonly elasticity: number | null
  /** 临界点: the relative change at which ENPV becomes zero. */
  readonly switchingChange: number | null
  /** |ENPV(+10 %) − ENPV(−10 %)|. */
  readonly swingFen: number
}

export interface Appraisal {
  readonly enpvFen: number
  readonly eirr: { readonly status: InternalRates['status']; readonly rates: readonly number[] }
  readonly ebcr: number | null
  /** Years from the beginning of the first year's end (t = 0); the last crossing. */
  readonly paybackYears: number | null
  readonly discountedPaybackYears: number | null
  /** More than one: the running sum sinks below zero again after recovering. */
  readonly paybackCrossings: number
  readonly netFlowFen: readonly number[]
  readonly cumulativeFen: readonly number[]
  readonly verdict: EconomicVerdict
  readonly criteria: readonly Criterion[]
  /** Rows with any amount, the widest swing first. */
  readonly sensitivity: readonly RowSensitivity[]
}

export type AppraisalRefusal =
  | 'no-years'
  | 'years-not-consecutive'
  | 'amount-not-finite'
  | 'amount-negative'
  | 'rate-out-of-range'
  | 'no-cost'
  | 'no-benefit'

export const SENSITIVITY_CHANGES = [-0.2, -0.1, -0.05, 0.05, 0.1, 0.2] as const
/** The change by which rows are compared and a base case is called marginal. */
const TEST_CHANGE = 0.1

/** No economy has such amounts; sums and squares of larger ones would pass every double and come out as Infinity. */
const LARGEST_FEN = 1e100

/** Why these flows cannot be appraised, with the year and row in `details`; null when they can. */
export function appraisalRefusal({
  years,
  socialDiscountRate,
}: AppraisalInput): Result<never, AppraisalRefusal> | null {
  if (years.length === 0) return fail('no-years')
  if (!(socialDiscountRate > 0 && socialDiscountRate < 1)) return fail('rate-out-of-range')
  const sorted = years.map(({ year }) => year).sort((a, b) => a - b)
  const broken = sorted.find((year) => !Number.isSafeInteger(year))
  if (broken !== undefined) return fail('years-not-consecutive', { year: String(broken) })
  for (let i = 1; i < sorted.length; i++) {
    if (sorted[i] !== sorted[i - 1]! + 1) return fail('years-not-consecutive', { year: sorted[i]! })
  }
  for (const year of years) {
    for (const row of FLOW_ROWS) {
      if (!(Math.abs(year[row]) < LARGEST_FEN)) return fail('amount-not-finite', { year: year.year, row })
      if (year[row] < 0) return fail('amount-negative', { year: year.year, row })
    }
  }
  const any = (rows: readonly FlowRow[]) => years.some((year) => rows.some((row) => year[row] > 0))
  if (!any(['investment', 'operation', 'compensation', 'mitigation'])) return fail('no-cost')
  if (!any(['benefit'])) return fail('no-benefit')
  return null
}

/** A value for every row. */
export function byRow<Value>(value: (row: FlowRow) => Value): Record<FlowRow, Value> {
  return Object.fromEntries(FLOW_ROWS.map((row) => [row, value(row)])) as Record<FlowRow, Value>
}

/** Present value of each row at the social discount rate, positive also for costs; the first year at t = 0. */
export function rowPresentValues({ years, socialDiscountRate }: AppraisalInput): Record<FlowRow, number> {
  const ordered = [...years].sort((a, b) => a.year - b.year)
  const amounts = (row: FlowRow) => ordered.map((year) => year[row])
  return byRow((row) => netPresentValue(amounts(row), socialDiscountRate))
}

const costOf = (year: CashFlowYear) => year.investment + year.operation + year.compensation + year.mitigation

function netFlows(years: readonly CashFlowYear[], changed?: { row: FlowRow; change: number }): number[] {
  return years.map((year) => {
    const net = year.benefit - costOf(year)
    if (!changed) return net
    const moved = year[changed.row] * changed.change
    return changed.row === 'benefit' ? net + moved : net - moved
  })
}

function rowSensitivity(years: readonly CashFlowYear[], rate: number, balanced: boolean): RowSensitivity[] {
  const rows = FLOW_ROWS.filter((row) => years.some((year) => year[row] > 0))
  const ways = rows.map((row) => {
    const npv = (change: number) => netPresentValue(netFlows(years, { row, change }), rate)
    return oneWay(row, npv, TEST_CHANGE)
  })
  return tornadoOrder(ways).map((way) => ({
    row: way.variable,
    changes: SENSITIVITY_CHANGES.map((change) => {
      const flows = netFlows(years, { row: way.variable, change })
      const rates = internalRates(flows)
      const eirr = rates.status === 'unique' ? rates.rates[0]! : null
      return { change, enpvFen: netPresentValue(flows, rate), eirr }
    }),
    // The rounding noise of an ENPV of zero is no base to divide by.
    elasticity: balanced ? null : way.elasticityUp,
    switchingChange: way.switchingChange,
    swingFen: way.swing,
  }))
}

/**
 * Appraises the flows at the social discount rate; the order in which the years are given does not matter.
 * @returns amounts in fen, not rounded, and rates as shares; the rule of `verdict` stands at the head of this file.
 */
export function appraise(input: AppraisalInput): Result<Appraisal, AppraisalRefusal> {
  const refusal = appraisalRefusal(input)
  if (refusal) return refusal
  const rate = input.socialDiscountRate
  const years = [...input.years].sort((a, b) => a.year - b.year)
  const flows = netFlows(years)
  const enpvFen = netPresentValue(flows, rate)
  const eirr = internalRates(flows)
  const { ratio: ebcr, pvCosts } = benefitCost(
    years.map((year) => year.benefit),
    years.map(costOf),
    rate,
  )
  // Rounded to 1e-9 of all costs, as EBCR is rounded to 1e-9: the two criteria are one identity and must not disagree.
  const perCost = (fen: number) => comparable(fen / pvCosts)
  const negative = (fen: number) => perCost(fen) < 0
  const discounted = payback(flows.map((flow, t) => flow * discountFactor(rate, t)))
  const simple = payback(flows)
  const uniqueRate = eirr.status === 'unique' ? eirr.rates[0]! : null
  const criteria: Criterion[] = [
    { criterion: 'enpv', value: enpvFen, threshold: 0, met: !negative(enpvFen) },
    {
      criterion: 'eirr',
      value: uniqueRate,
      threshold: rate,
      met: uniqueRate === null ? null : comparable(uniqueRate) >= comparable(rate),
    },
    { criterion: 'ebcr', value: ebcr, threshold: 1, met: ebcr === null ? null : comparable(ebcr) >= 1 },
  ]
  const sensitivity = rowSensitivity(years, rate, perCost(enpvFen) === 0)
  const fragile = sensitivity.some(({ changes }) =>
    changes.some(({ change, enpvFen: moved }) => Math.abs(change) <= TEST_CHANGE && negative(moved)),
  )
  const doubtful =
    fragile || eirr.status === 'multiple' || criteria.some((criterion) => criterion.met === false)
  const verdict: EconomicVerdict = negative(enpvFen) ? 'fail' : doubtful ? 'marginal' : 'pass'
  return ok({
    enpvFen,
    eirr: { status: eirr.status, rates: eirr.rates },
    ebcr,
    paybackYears: simple.last,
    discountedPaybackYears: discounted.last,
    paybackCrossings: simple.crossings,
    netFlowFen: flows,
    cumulativeFen: simple.cumulative,
    verdict,
    criteria,
    sensitivity,
  })
}
