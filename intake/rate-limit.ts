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
}

interface RateLimitOptions {
  readonly attempts: number
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
 * A proxy on this machine that does not say for whom it asks makes everybody look like loopback. To limit that address
 * would be to limit everybody together.
 */
function saysNothing(network: string): boolean {
  return network.startsWith('127.') || network === '0:0:0:0'
}

export function createRateLimit({ attempts, windowMinutes, now }: RateLimitOptions): RateLimit {
  const length = windowMinutes * 60_000
  let key = randomBytes(32)
  let counts = new Map<string, number>()
  let ends = now() + length
  return {
    attempt(address) {
      if (now() >= ends) {
        key = randomBytes(32)
        counts = new Map()
        ends = now() + length
      }
      const network = networkOf(address)
      if (saysNothing(network)) return null
      const digest = createHmac('sha256', key).update(network).digest('base64url').slice(0, 16)
      const count = (counts.get(digest) ?? 0) + 1
      counts.set(digest, count)
      return count > attempts ? Math.max(1, Math.ceil((ends - now()) / 60_000)) : null
    },
  }
}
