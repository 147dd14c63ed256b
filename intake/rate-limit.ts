/**
 * A limit on answers per network address, so that one machine cannot fill a survey.
 *
 * It is generous, because a whole village may share one address. Addresses are kept as keyed hashes, in memory only, and
 * the key changes with every window: afterwards nobody, not even with a copy of the memory, can tell who was counted.
 */
import { createHmac, randomBytes } from 'node:crypto'

export interface RateLimit {
  /** Counts one attempt. @returns whole minutes to wait, or null when the attempt may go on. */
  attempt(address: string): number | null
  /** The same without counting: for limits that count failures only. */
  wait(address: string): number | null
}

interface RateLimitOptions {
  readonly attempts: number
  /** For everybody together who comes through a neighbour on this machine that does not say for whom it asks. */
  readonly unnamedAttempts: number
  readonly windowMinutes: number
  readonly now: () => number
}

/**
 * A provider gives a household a whole /64 of IPv6, so single addresses there cost nothing; they are counted by network.
 */
function networkOf(address: string): string {
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (v4) return v4
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = !tail ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array(Math.max(0, 8 - left.length - right.length)).fill('0')
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}

/**
 * A proxy on this machine that does not say for whom it asks makes everybody look like loopback: one address, many people.
 * It has a limit of its own, high enough for a township on a survey day and low enough to end a flood.
 */
function saysNothing(network: string): boolean {
  return network.startsWith('127.') || network === '0:0:0:0'
}

export function createRateLimit({
  attempts,
  unnamedAttempts,
  windowMinutes,
  now,
}: RateLimitOptions): RateLimit {
  const length = windowMinutes * 60_000
  let key = randomBytes(32)
  let counts = new Map<string, number>()
  let ends = now() + length

  function look(address: string, counting: 0 | 1): number | null {
    if (now() >= ends) {
      key = randomBytes(32)
      counts = new Map()
      ends = now() + length
    }
    const network = networkOf(address)
    const digest = createHmac('sha256', key).update(network).digest('base64url').slice(0, 16)
    const count = (counts.get(digest) ?? 0) + counting
    if (counting) counts.set(digest, count)
    const most = saysNothing(network) ? unnamedAttempts : attempts
    // A count that includes this attempt may reach the limit; one that does not must stay below it.
    return count > most - (1 - counting) ? Math.max(1, Math.ceil((ends - now()) / 60_000)) : null
  }

  return { attempt: (address) => look(address, 1), wait: (address) => look(address, 0) }
}
