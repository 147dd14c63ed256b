/**
 * 等额偿付: even payments that repay a loan or build up a sum.
 *
 * Signs follow the spreadsheet convention: money received is positive, money paid negative, so that
 * pv·(1+r)^n + pmt·(1+r·due)·((1+r)^n − 1)/r + fv = 0, with due = 1 for payment at the beginning of a period.
 */
import { compoundAnnuityFactor } from './present-value.ts'

export interface Loan {
  readonly pv: number
  readonly fv: number
  readonly due: 0 | 1
}

const growth = (rate: number, n: number) => Math.exp(n * Math.log1p(rate))

/** The even payment over nper periods. */
export function evenPayment({ pv, fv, due }: Loan, rate: number, nper: number): number {
  return -(pv * growth(rate, nper) + fv) / ((1 + rate * due) * compoundAnnuityFactor(rate, nper))
}

/** The number of periods, not necessarily whole; null when the payment never repays. */
export function periods({ pv, fv, due }: Loan, rate: number, pmt: number): number | null {
  if (rate === 0) return pmt === 0 ? null : -(pv + fv) / pmt
  const perPeriod = (pmt * (1 + rate * due)) / rate
  const ratio = (perPeriod - fv) / (perPeriod + pv)
  return ratio > 0 ? Math.log(ratio) / Math.log1p(rate) : null
}

/** The rate per period; null when none above −1 balances the payments. */
export function periodRate({ pv, fv, due }: Loan, nper: number, pmt: number): number | null {
  const balance = (rate: number) =>
    (pv * growth(rate, nper) + pmt * (1 + rate * due) * compoundAnnuityFactor(rate, nper) + fv) /
    growth(Math.max(rate, 0), nper)
  let low = -0.99
  let high = low
  for (let step = 0.001; high < 1e4; step *= 1.05) {
    high = low + step
    if (balance(low) * balance(high) <= 0) break
    low = high
  }
  if (balance(low) * balance(high) > 0) return null
  const rising = balance(high) > 0
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (balance(middle) > 0 === rising) high = middle
    else low = middle
  }
  return (low + high) / 2
}
