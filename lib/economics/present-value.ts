/**
 * 现值: what money of other years is worth today.
 *
 * An amount a that falls due t years from now counts a / (1 + r)^t, where r is the discount rate as a share (0.08 for 8 %).
 * Conventions differ on when "now" is, so each has its own name here: the first flow stands at t = 0 unless stated.
 * Factors go through log1p and expm1: at tiny rates the textbook forms lose most of their digits.
 * The formulas take finite amounts and a rate above −100 %; `checkFlows` says whether that holds, and callers ask it first.
 * Source: 建设项目经济评价方法与参数（第三版）, 2006; Brealey, Myers & Allen, Principles of Corporate Finance, ch. 2 and 5.
 */
import { exp, expm1, log1p } from '../elementary.ts'
import { fail, ok, type Result } from '../result.ts'

export type FlowsRefusal =
  | 'no-cashflows'
  | 'not-a-number'
  | 'rate-at-or-below-minus-1'
  | 'worth-not-representable'

/**
 * Refuses what has no present value: no flows, an amount that is not a finite number, a rate of −100 % or below; and
 * flows whose worth at either end could exceed every double, where Infinity − Infinity would pass for an answer.
 */
export function checkFlows(flows: readonly number[], rate: number): Result<void, FlowsRefusal> {
  if (flows.length === 0) return fail('no-cashflows')
  const bad = flows.findIndex((flow) => !Number.isFinite(flow))
  if (bad >= 0) return fail('not-a-number', { index: bad })
  if (!Number.isFinite(rate)) return fail('not-a-number')
  if (rate <= -1) return fail('rate-at-or-below-minus-1', { rate })
  const farthest = exp(flows.length * Math.abs(log1p(rate)))
  const gross = flows.reduce((sum, flow) => sum + Math.abs(flow), 0)
  return Number.isFinite(gross * farthest) ? ok(undefined) : fail('worth-not-representable')
}

/** (1 + rate)^(−t); rate > −1, t in years and not necessarily whole. */
export function discountFactor(rate: number, t: number): number {
  return exp(-t * log1p(rate))
}

/** Σ flowₜ / (1 + rate)^t with the first flow at t = 0. */
export function netPresentValue(flows: readonly number[], rate: number): number {
  return flows.reduce((sum, flow, t) => sum + flow * discountFactor(rate, t), 0)
}

/** The same with the first flow at t = 1, as spreadsheets' NPV() has it. */
export function netPresentValueFromEnd(flows: readonly number[], rate: number): number {
  return netPresentValue(flows, rate) * discountFactor(rate, 1)
}

/** The first flow at t = 0, every later one in the middle of its year (t − 0.5). */
export function netPresentValueMidYear(flows: readonly number[], rate: number): number {
  return flows.reduce((sum, flow, t) => sum + flow * discountFactor(rate, t === 0 ? 0 : t - 0.5), 0)
}

/** Σ flowₜ · (1 + rate)^(n − t): the worth at the end of the last year. */
export function netFutureValue(flows: readonly number[], rate: number): number {
  return flows.reduce((sum, flow, t) => sum + flow * discountFactor(rate, t - (flows.length - 1)), 0)
}

export interface RateStage {
  /** The rate holds for the years up to and including this one. */
  readonly untilYear: number
  readonly rate: number
}

export type ScheduleRefusal =
  | 'no-schedule'
  | 'schedule-not-ordered'
  | 'rate-at-or-below-minus-1'
  | 'not-a-number'
  | 'worth-not-representable'

/**
 * Discount factors for years 0…n under rates that decline by stages, the product of the yearly ones; beyond the last
 * stage its rate goes on. Source: HM Treasury, The Green Book, 2022, A6.
 */
export function stagedFactors(schedule: readonly RateStage[], n: number): Result<number[], ScheduleRefusal> {
  if (schedule.length === 0) return fail('no-schedule')
  for (const [index, { untilYear, rate }] of schedule.entries()) {
    if (!(Number.isFinite(untilYear) && Number.isFinite(rate))) return fail('not-a-number', { index })
    if (rate <= -1) return fail('rate-at-or-below-minus-1', { index, rate })
    if (index > 0 && untilYear <= schedule[index - 1]!.untilYear)
      return fail('schedule-not-ordered', { index })
  }
  const factors = [1]
  for (let year = 1; year <= n; year++) {
    const stage = schedule.find(({ untilYear }) => year <= untilYear) ?? schedule[schedule.length - 1]!
    factors.push(factors[year - 1]! * discountFactor(stage.rate, 1))
  }
  // At rates near −100 % the factors grow beyond every double.
  return factors.every(Number.isFinite) ? ok(factors) : fail('worth-not-representable')
}

/** Present worth of 1 a year at the end of each of n years: (1 − (1 + r)^−n) / r, n for r = 0. */
export function annuityFactor(rate: number, n: number): number {
  return rate === 0 ? n : -expm1(-n * log1p(rate)) / rate
}

/** Worth of 1 a year at the end of n years: ((1 + r)^n − 1) / r. */
export function compoundAnnuityFactor(rate: number, n: number): number {
  return rate === 0 ? n : expm1(n * log1p(rate)) / rate
}

/** The even yearly amount over n = flows − 1 years with the same present value; null when there is no year to spread over. */
export function annualEquivalent(flows: readonly number[], rate: number): number | null {
  const years = flows.length - 1
  return years < 1 ? null : netPresentValue(flows, rate) / annuityFactor(rate, years)
}
