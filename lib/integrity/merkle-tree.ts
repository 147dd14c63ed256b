/**
 * 默克尔树: one digest (the root) for a whole list, and for each of its members a proof of some 20 digests that it is in
 * the list, without showing any other member. The root is printed in the report; whoever holds a receipt can check on
 * any device that it was counted. Shape and prefixes are those of RFC 6962 §2.1 (leaf 0x00, node 0x01, split at the
 * largest power of two), so that a leaf can never be passed off as a node.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js'
import type { Digest } from './digest.ts'

const LEAF = new Uint8Array([0])
const NODE = new Uint8Array([1])

const leafHash = (leaf: Uint8Array) => sha256(concatBytes(LEAF, leaf))
const nodeHash = (left: Uint8Array, right: Uint8Array) => sha256(concatBytes(NODE, left, right))

/** Largest power of two below n, for n ≥ 2. */
function splitOf(n: number): number {
  let split = 1
  while (split * 2 < n) split *= 2
  return split
}

/** Every level of the tree, leaves first. An odd last node moves up unchanged, which gives the tree of RFC 6962. */
function levelsOf(leaves: readonly Digest[]): ReturnType<typeof sha256>[][] {
  const levels = [leaves.map((leaf) => leafHash(hexToBytes(leaf)))]
  for (let level = levels[0]!; level.length > 1; ) {
    const next: ReturnType<typeof sha256>[] = []
    for (let i = 0; i < level.length; i += 2) {
      const left = level[i]!
      const right = level[i + 1]
      next.push(right ? nodeHash(left, right) : left)
    }
    levels.push(next)
    level = next
  }
  return levels
}

/** @param leaves digests in a fixed order (sorted, where the order of arrival must not show). */
export function merkleRoot(leaves: readonly Digest[]): Digest {
  if (leaves.length === 0) return bytesToHex(sha256(new Uint8Array(0)))
  return bytesToHex(levelsOf(leaves).at(-1)![0]!)
}

export interface InclusionProof {
  /** Position of the leaf, from 0. */
  readonly index: number
  /** Number of leaves. */
  readonly size: number
  /** The sibling digests from the leaf up to the root. */
  readonly path: readonly Digest[]
}

/** Null where the leaf is not in the list. */
export function proveInclusion(leaves: readonly Digest[], leaf: Digest): InclusionProof | null {
  const index = leaves.indexOf(leaf)
  if (index < 0) return null
  const path: Digest[] = []
  let at = index
  for (const level of levelsOf(leaves).slice(0, -1)) {
    const sibling = level[at ^ 1]
    if (sibling) path.push(bytesToHex(sibling))
    at >>= 1
  }
  return { index, size: leaves.length, path }
}

/** True when `leaf` is member number `proof.index` of a list of `proof.size` whose root is `root`. */
export function verifyInclusion(root: Digest, leaf: Digest, proof: InclusionProof): boolean {
  const { index, size, path } = proof
  if (!Number.isInteger(index) || !Number.isInteger(size) || index < 0 || index >= size) return false
  const rest = [...path]
  const climb = (at: number, n: number): Uint8Array | null => {
    if (n === 1) return leafHash(hexToBytes(leaf))
    const split = splitOf(n)
    const sibling = rest.pop()
    if (sibling === undefined) return null
    const below = at < split ? climb(at, split) : climb(at - split, n - split)
    if (!below) return null
    return at < split ? nodeHash(below, hexToBytes(sibling)) : nodeHash(hexToBytes(sibling), below)
  }
  try {
    const computed = climb(index, size)
    return computed !== null && rest.length === 0 && bytesToHex(computed) === root
  } catch {
    return false // a digest that is no hexadecimal text proves nothing
  }
}
