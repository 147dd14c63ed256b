/**
 * 哈希链: a list that only grows. Each row carries the digest of its own event and of the row before it, so whoever later
 * alters, removes or reorders a row has to rewrite every row after it. What a chain alone cannot show is that its last
 * rows were cut off, or that all of it was rewritten: for that its last hash must be kept somewhere else, on a printed
 * report for instance.
 */
import { type Digest, digestValue } from './digest.ts'

/** What the first row of every chain follows. */
export const CHAIN_START: Digest = '0'.repeat(64)

export interface ChainRow<Event> {
  /** Position in the chain, from 1 and without gaps. */
  readonly seq: number
  readonly previousHash: Digest
  readonly hash: Digest
  readonly event: Event
}

/**
 * SHA-256 over the canonical JSON of `{ previous, event }`.
 * @throws where the event has no canonical form, see canonicalJson: instants are handed in as text.
 */
export function link(previousHash: Digest, event: unknown): Digest {
  return digestValue({ previous: previousHash, event })
}

/** The row that comes after `last`; null begins the chain. */
export function nextRow<Event>(
  last: Pick<ChainRow<Event>, 'seq' | 'hash'> | null,
  event: Event,
): ChainRow<Event> {
  const previousHash = last?.hash ?? CHAIN_START
  return { seq: (last?.seq ?? 0) + 1, previousHash, hash: link(previousHash, event), event }
}

export type ChainFault = 'missing-or-moved' | 'does-not-follow' | 'altered'

export type ChainVerdict =
  | { readonly intact: true; readonly length: number; readonly head: Digest }
  | { readonly intact: false; readonly seq: number; readonly fault: ChainFault }

/**
 * Checks the rows in the order given and names the first that is wrong: the position that should have come
 * (`missing-or-moved`), a row that points to another predecessor (`does-not-follow`), or one whose event or hash is not
 * what was recorded (`altered`).
 */
export function verifyChain(rows: readonly ChainRow<unknown>[]): ChainVerdict {
  let head = CHAIN_START
  for (const [index, row] of rows.entries()) {
    const seq = index + 1
    const wrong = (fault: ChainFault): ChainVerdict => ({ intact: false, seq, fault })
    if (row.seq !== seq) return wrong('missing-or-moved')
    if (row.previousHash !== head) return wrong('does-not-follow')
    if (row.hash !== link(head, row.event)) return wrong('altered')
    head = row.hash
  }
  return { intact: true, length: rows.length, head }
}
