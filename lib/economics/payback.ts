/**
 * 投资回收期: when the running sum of the flows comes back to zero.
 *
 * The sum can recover, sink again and recover later (a plant that must be rebuilt). The first crossing flatters such a
 * project, so the answer is the last one, after which the sum stays recovered, and the number of crossings is told.
 * Within a year the flow is taken as even (linear interpolation). Years are counted from the first flow at t = 0.
 */

export interface Payback {
  readonly cumulative: readonly number[]
  /** First time the sum is not negative; null when never. */
  readonly first: number | null
  /** Last time it rises to zero and stays there to the end; null when it ends below zero. */
  readonly last: number | null
  /** First year at whose end the sum is not negative. */
  readonly wholePeriods: number | null
  /** How often the sum rises from below zero to zero or more. */
  readonly crossings: number
}

/**
 * A sum this small beside the amounts added so far is a zero that rounding missed: 100 invested at 8 % and paid back as
 * 108 must count as recovered.
 */
const ROUNDING = 64 * Number.EPSILON

/** @param flows finite amounts by year; discounted ones for the dynamic payback period (动态投资回收期). */
export function payback(flows: readonly number[]): Payback {
  let sum = 0
  let gross = 0
  const cumulative = flows.map((flow) => {
    sum += flow
    gross += Math.abs(flow)
    return Math.abs(sum) <= ROUNDING * gross ? 0 : sum
  })
  const rises = cumulative.flatMap((value, t) => {
    const before = cumulative[t - 1] ?? 0
    return before < 0 && value >= 0 ? [{ at: t - 1 + -before / (value - before), whole: t }] : []
  })
  const beginning = { at: 0, whole: 0 }
  const first = (cumulative[0] ?? -1) >= 0 ? beginning : rises[0]
  const last = rises[rises.length - 1] ?? first
  const recovered = (cumulative[cumulative.length - 1] ?? -1) >= 0
  return {
    cumulative,
    first: first?.at ?? null,
    last: recovered && last ? last.at : null,
    wholePeriods: first?.whole ?? null,
    crossings: rises.length,
  }
}
