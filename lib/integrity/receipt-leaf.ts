/**
 * 回执: the code a resident keeps. The database holds only its one-way digest, the leaf of the survey's Merkle tree, so a copy of
 * the database contains no receipt, and a receipt proves that an answer was counted without leading to it.
 */
import { type Digest, digestText } from './digest.ts'

/** @param receipt as given, without hyphens. */
export function receiptLeaf(receipt: string): Digest {
  return digestText(`wenping receipt leaf v1${receipt}`)
}
