/**
 * Shares among respondents, with the uncertainty that belongs to them.
 *
 * A share without its n and its interval is a slogan. The interval is Wilson's: it stays inside 0–100 % and keeps its
 * coverage for small n and for 0 % and 100 %, where the textbook interval collapses to a point.
 * Source: Wilson, E. B. (1927), J. Am. Stat. Assoc. 22, 209–212.
 */
import { proportionInterval } from '../statistics/proportion-intervals.ts'

export interface ShareEstimate {
  readonly count: number
  readonly n: number
  /** count / n. */
  readonly share: number
  /** 95 % Wilson bounds. */
  readonly low: number
  readonly high: number
}

export const CONFIDENCE = 0.95

/** The share count / n with its 95 % Wilson interval; null when nobody answered. */
export function estimateShare(count: number, n: number): ShareEstimate | null {
  if (n === 0) return null
  const interval = proportionInterval(count, n, { method: 'wilson', confidence: CONFIDENCE })
  if (!interval.ok) throw new Error(`a tally gave an impossible share: ${interval.reason}`)
  return { count, n, share: count / n, low: interval.value.low, high: interval.value.high }
}
