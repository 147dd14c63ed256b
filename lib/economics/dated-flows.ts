/**
 * Flows with dates instead of whole years: present value and internal rates by the calendar (XNPV, XIRR).
 *
 * Time is counted in actual days over 365 from the first flow as listed, the convention of spreadsheets; leap days
 * therefore make a year slightly longer than one. Dates are calendar days without a clock or a zone.
 */
import { fail, ok, type Result } from '../result.ts'
import { type InternalRates, internalRatesAt } from './internal-rate.ts'
import { discountFactor } from './present-value.ts'

export interface DatedFlow {
  /** YYYY-MM-DD. */
  readonly date: string
  readonly amount: number
}

export type DatedFlowsRefusal =
  | 'no-cashflows'
  | 'not-a-date'
  | 'not-a-number'
  | 'rate-at-or-below-minus-1'
  | 'worth-not-representable'

const DAY = 86_400_000
const DAYS_PER_YEAR = 365

/** Days since 1970-01-01; null for what is no day of the calendar. */
function dayNumber(date: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null
  const at = Date.parse(`${date}T00:00:00Z`)
  // Engines differ on 2025-02-30: some refuse it, some read it as 2 March.
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date ? null : at / DAY
}

function timed(
  flows: readonly DatedFlow[],
): Result<{ amount: number; time: number }[], Exclude<DatedFlowsRefusal, 'rate-at-or-below-minus-1'>> {
  const first = flows[0]
  if (!first) return fail('no-cashflows')
  const from = dayNumber(first.date)
  const found: { amount: number; time: number }[] = []
  for (const [index, { date, amount }] of flows.entries()) {
    const day = dayNumber(date)
    if (from === null || day === null) return fail('not-a-date', { index })
    if (!Number.isFinite(amount)) return fail('not-a-number', { index })
    found.push({ amount, time: (day - from) / DAYS_PER_YEAR })
  }
  const gross = found.reduce((sum, { amount }) => sum + Math.abs(amount), 0)
  if (!Number.isFinite(gross)) return fail('worth-not-representable')
  return ok(found)
}

/** XNPV: Σ amount / (1 + rate)^(days / 365). */
export function datedPresentValue(
  flows: readonly DatedFlow[],
  rate: number,
): Result<number, DatedFlowsRefusal> {
  const found = timed(flows)
  if (!found.ok) return found
  if (!Number.isFinite(rate)) return fail('not-a-number')
  if (rate <= -1) return fail('rate-at-or-below-minus-1', { rate })
  const worth = found.value.reduce((sum, { amount, time }) => sum + amount * discountFactor(rate, time), 0)
  return Number.isFinite(worth) ? ok(worth) : fail('worth-not-representable')
}

/** XIRR: every rate above −1 at which the present value is zero, with its status. */
export function datedInternalRates(flows: readonly DatedFlow[]): Result<InternalRates, DatedFlowsRefusal> {
  const found = timed(flows)
  return found.ok ? ok(internalRatesAt(found.value)) : found
}
