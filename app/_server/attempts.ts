/**
 * Counts failed attempts in a sliding window, in memory.
 *
 * Guessing is slowed per pair of username and address, per username and per address, each with its own allowance: the
 * tightest stops a guesser at one desk, the widest stops one who changes desks, and a colleague behind the same address
 * can still sign in.
 */
const WINDOW_MS = 15 * 60 * 1000
/** Keys kept at most; beyond it the oldest are forgotten, so that an attacker cannot fill the memory. */
const MAX_KEYS = 50_000

const failures = new Map<string, number[]>()

function recent(key: string, now: number): number[] {
  return (failures.get(key) ?? []).filter((at) => now - at < WINDOW_MS)
}

export interface Allowance {
  readonly key: string
  readonly most: number
}

/** Minutes until one of the allowances has room again, or 0 when an attempt may be made now. */
export function minutesToWait(allowances: readonly Allowance[], now: number = Date.now()): number {
  let wait = 0
  for (const { key, most } of allowances) {
    const times = recent(key, now)
    const releasing = times[times.length - most]
    if (releasing !== undefined) wait = Math.max(wait, releasing + WINDOW_MS - now)
  }
  return Math.ceil(wait / 60_000)
}

export function recordFailure(allowances: readonly Allowance[], now: number = Date.now()): void {
  for (const { key } of allowances) {
    const times = [...recent(key, now), now]
    failures.delete(key)
    failures.set(key, times)
  }
  for (const key of failures.keys()) {
    if (failures.size <= MAX_KEYS) break
    failures.delete(key)
  }
}

export function forgive(allowances: readonly Allowance[]): void {
  for (const { key } of allowances) failures.delete(key)
}
