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

const WIDTH = 32

/** The digests of one level, one behind the other: a million of them are 32 MB, as objects they would be ten times that. */
type Level = Uint8Array

const at = (level: Level, n: number) => level.subarray(n * WIDTH, (n + 1) * WIDTH)

export interface InclusionProof {
  /** Position of the leaf, from 0. */
  readonly index: number
  /** Number of leaves. */
  readonly size: number
  /** The sibling digests from the leaf up to the root. */
  readonly path: readonly Digest[]
}

export interface MerkleTree {
  readonly root: Digest
  /** Null where the leaf is not in the list. */
  prove(leaf: Digest): InclusionProof | null
}

/** Digests between two pauses: some milliseconds. */
const STEP = 2_000

/**
 * The tree over `leaves` (digests in a fixed order; sorted, where the order of arrival must not show), grown in steps: a million
 * leaves take seconds, and whoever grows them beside other work takes a breath at every yield. An odd last node moves up
 * unchanged, which gives the tree of RFC 6962.
 */
export function* growTree(leaves: readonly Digest[]): Generator<undefined, MerkleTree> {
  let made = 0
  let level = new Uint8Array(leaves.length * WIDTH)
  for (const [n, leaf] of leaves.entries()) {
    level.set(leafHash(hexToBytes(leaf)), n * WIDTH)
    made += 1
    if (made % STEP === 0) yield
  }
  const levels: Level[] = [level]
  for (let size = leaves.length; size > 1; ) {
    const above = Math.ceil(size / 2)
    const next = new Uint8Array(above * WIDTH)
    for (let n = 0; n < above; n++) {
      const left = at(level, 2 * n)
      next.set(2 * n + 1 < size ? nodeHash(left, at(level, 2 * n + 1)) : left, n * WIDTH)
      made += 1
      if (made % STEP === 0) yield
    }
    levels.push(next)
    level = next
    size = above
  }
  const root = bytesToHex(leaves.length === 0 ? sha256(new Uint8Array(0)) : at(level, 0))
  return { root, prove: (leaf) => pathOf(leaves, levels, leaf) }
}

function pathOf(leaves: readonly Digest[], levels: readonly Level[], leaf: Digest): InclusionProof | null {
  const index = leaves.indexOf(leaf)
  if (index < 0) return null
  const path: Digest[] = []
  let place = index
  for (const level of levels.slice(0, -1)) {
    const sibling = place ^ 1
    if ((sibling + 1) * WIDTH <= level.length) path.push(bytesToHex(at(level, sibling)))
    place >>= 1
  }
  return { index, size: leaves.length, path }
}

/** The same without a breath. */
export function merkleTree(leaves: readonly Digest[]): MerkleTree {
  const growing = growTree(leaves)
  for (;;) {
    const step = growing.next()
    if (step.done) return step.value
  }
}

export function merkleRoot(leaves: readonly Digest[]): Digest {
  return merkleTree(leaves).root
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
