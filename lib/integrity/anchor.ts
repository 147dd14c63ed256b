/**
 * 锚点: where a chain of events stood, short enough to be printed and typed in again: `57-3f9a12c04be7d185`, the number of the last
 * event and the first sixteen digits of its hash. Paper in a drawer cannot be changed with the database; whoever cuts a chain short,
 * rewrites it or throws it away can no longer show an event of that number with that hash. Sixteen digits are 64 bits: nobody
 * finds another history that begins like this one.
 */
import { fail, ok, type Result } from '../result.ts'
import type { Digest } from './digest.ts'

const DIGITS = 16

export interface Anchor {
  readonly seq: number
  /** The first digits of the hash. */
  readonly hash: string
}

export function printAnchor({ seq, hash }: { readonly seq: number; readonly hash: Digest }): string {
  return `${seq}-${hash.slice(0, DIGITS)}`
}

/** As somebody types it from paper: capitals, spaces and any dash are taken. Fewer than twelve digits prove too little. */
export function parseAnchor(text: string): Result<Anchor, 'anchor-malformed'> {
  const match = /^(\d{1,9})-([0-9a-f]{12,64})$/.exec(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/\s/g, '')
      .replace(/[‐-―−]/g, '-'),
  )
  return match ? ok({ seq: Number(match[1]), hash: match[2]! }) : fail('anchor-malformed')
}

export function isAt(anchor: Anchor, row: { readonly seq: number; readonly hash: Digest }): boolean {
  return row.seq === anchor.seq && row.hash.startsWith(anchor.hash)
}
