/**
 * 重复意见: the same words sent many times.
 *
 * Neighbours copy a text from each other, and campaigns hand one out. Both are legitimate, but three hundred copies are
 * one argument with three hundred signatures, and the register shows them so: grouped, with their number, never merged
 * in silence and never dropped. Likeness is the Jaccard coefficient of the texts' three-character shingles, found without
 * comparing every pair by MinHash signatures in bands (Broder 1997; Leskovec et al., Mining of Massive Datasets, ch. 3).
 */
import { normalise } from './segment.ts'

/** From this share of common shingles on two texts count as copies. Pairs above it are compared exactly. */
export const COPY_LIKENESS = 0.8
const SHINGLE = 3
/** 16 bands of 4 rows find a pair of likeness 0.8 with probability 1 − (1 − 0.8⁴)¹⁶ = 0.9998. */
const BANDS = 16
const ROWS = 4

function shinglesOf(text: string): Set<string> {
  const characters = [...normalise(text).replace(/[\p{P}\s]/gu, '')]
  if (characters.length <= SHINGLE) return new Set([characters.join('')])
  const shingles = new Set<string>()
  for (let i = 0; i + SHINGLE <= characters.length; i++)
    shingles.add(characters.slice(i, i + SHINGLE).join(''))
  return shingles
}

/** FNV-1a, 32 bits: Fowler, Noll, Vo; good enough to permute, and the same everywhere. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}

function signature(shingles: ReadonlySet<string>): Uint32Array {
  const lowest = new Uint32Array(BANDS * ROWS).fill(0xffffffff)
  for (const shingle of shingles) {
    const base = hash(shingle)
    for (let i = 0; i < lowest.length; i++) {
      let mixed = Math.imul(base ^ (base >>> 16), 0x85ebca6b + 2 * i) >>> 0
      mixed = (mixed ^ (mixed >>> 13) ^ Math.imul(i + 1, 0x9e3779b1)) >>> 0
      mixed = Math.imul(mixed, 0xc2b2ae35) >>> 0
      mixed = (mixed ^ (mixed >>> 16)) >>> 0
      if (mixed < lowest[i]!) lowest[i] = mixed
    }
  }
  return lowest
}

function likeness(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  let both = 0
  for (const shingle of first) if (second.has(shingle)) both++
  return both / (first.size + second.size - both)
}

/**
 * Groups of texts that are copies of each other, by their positions, the largest first; a text without a copy is in none.
 * A group is closed under likeness: a copy of a copy belongs to it.
 */
export function copyGroups(texts: readonly string[]): number[][] {
  const shingles = texts.map(shinglesOf)
  const parent = texts.map((_, i) => i)
  const root = (i: number): number => {
    let at = i
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!
      at = parent[at]!
    }
    return at
  }
  const signatures = shingles.map(signature)
  for (let band = 0; band < BANDS; band++) {
    // One text stands for each group that is already known, or a thousand identical texts would be a million pairs.
    const buckets = new Map<string, number[]>()
    signatures.forEach((rows, i) => {
      const key = rows.subarray(band * ROWS, (band + 1) * ROWS).join()
      const bucket = buckets.get(key)
      if (bucket === undefined) {
        buckets.set(key, [i])
        return
      }
      const like = bucket.find(
        (j) => root(j) === root(i) || likeness(shingles[i]!, shingles[j]!) >= COPY_LIKENESS,
      )
      if (like === undefined) bucket.push(i)
      else parent[Math.max(root(i), root(like))] = Math.min(root(i), root(like))
    })
  }
  const groups = new Map<number, number[]>()
  texts.forEach((_, i) => {
    const group = groups.get(root(i))
    if (group === undefined) groups.set(root(i), [i])
    else group.push(i)
  })
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .sort((a, b) => b.length - a.length || a[0]! - b[0]!)
}
