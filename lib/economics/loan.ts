/**
 * 等额偿付: even payments that repay a loan or build up a sum.
 *
 * Signs follow the spreadsheet convention: money received is positive, money paid negative, so that
 * pv·(1+r)^n + pmt·(1+r·due)·((1+r)^n − 1)/r + fv = 0, with due = 1 for payment at the beginning of a period.
 * Source: Brealey, Myers & Allen, Principles of Corporate Finance, ch. 2.
 */
import { fail, ok, type Result } from '../result.ts'
import { type InternalRates, internalRates } from './internal-rate.ts'
import { annuityFactor, compoundAnnuityFactor, discountFactor } from './present-value.ts'

export interface Loan {
  readonly pv: number
  readonly fv: number
  readonly due: 0 | 1
}

export type LoanRefusal =
  | 'not-a-number'
  | 'rate-at-or-below-minus-1'
  | 'no-periods'
  | 'periods-not-whole'
  | 'amounts-not-representable'

function refusalOf(loan: Loan, others: Readonly<Record<string, number>>): Result<never, LoanRefusal> | null {
  for (const [name, value] of Object.entries({ ...loan, ...others })) {
    if (!Number.isFinite(value)) return fail('not-a-number', { parameter: name })
  }
  const { rate = 0, nper = 1 } = others
  if (rate <= -1) return fail('rate-at-or-below-minus-1', { rate })
  return nper > 0 ? null : fail('no-periods', { nper })
}

/** Amounts near the largest double can have sums and products beyond it. */
const representable = (amount: number): Result<number, LoanRefusal> =>
  Number.isFinite(amount) ? ok(amount) : fail('amounts-not-representable')

/**
 * The even payment over nper > 0 periods, −(pv·(1+r)^n + fv) / ((1+r·due)·((1+r)^n − 1)/r). Of the two ends of the loan the
 * one is taken at which the factors are below one: (1+r)^n overflows for a long loan at a high rate.
 */
export function evenPayment(loan: Loan, rate: number, nper: number): Result<number, LoanRefusal> {
  const refusal = refusalOf(loan, { rate, nper })
  if (refusal) return refusal
  const { pv, fv, due } = loan
  const owed =
    rate < 0
      ? (pv * discountFactor(rate, -nper) + fv) / compoundAnnuityFactor(rate, nper)
      : (pv + fv * discountFactor(rate, nper)) / annuityFactor(rate, nper)
  return representable(-owed / (1 + rate * due))
}

/**
 * The number of periods, not necessarily whole; null when the payment never repays. Negative when the equation balances
 * only in the past (a payment in the direction of the loan), as spreadsheets have it.
 */
export function periods(loan: Loan, rate: number, pmt: number): Result<number | null, LoanRefusal> {
  const refusal = refusalOf(loan, { rate, pmt })
  if (refusal) return refusal
  const { pv, fv, due } = loan
  if (rate === 0) return pmt === 0 ? ok(null) : representable(-(pv + fv) / pmt)
  // (1+r)^n = (P − fv·r) / (P + pv·r) with P = pmt·(1+r·due); as 1 + x it keeps its digits when r, and so x, is tiny.
  const excess = (-(pv + fv) * rate) / (pmt * (1 + rate * due) + pv * rate)
  return ok(excess > -1 && Number.isFinite(excess) ? Math.log1p(excess) / Math.log1p(rate) : null)
}

/** Every rate per period at which nper (whole) payments of pmt balance the loan, with its status. */
export function periodRates(loan: Loan, nper: number, pmt: number): Result<InternalRates, LoanRefusal> {
  const refusal = refusalOf(loan, { nper, pmt })
  if (refusal) return refusal
  if (!Number.isInteger(nper)) return fail('periods-not-whole', { nper })
  const paid = (t: number) => (loan.due === 1 ? t < nper : t > 0)
  const flows = Array.from({ length: nper + 1 }, (_, t) => (paid(t) ? pmt : 0))
  flows[0] = flows[0]! + loan.pv
  flows[nper] = flows[nper]! + loan.fv
  if (!flows.every(Number.isFinite)) return fail('amounts-not-representable')
  return ok(internalRates(flows))
}
