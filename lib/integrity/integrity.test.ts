import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { digestText, digestValue } from './digest.ts'
import { merkleRoot, merkleTree, verifyInclusion } from './merkle-tree.ts'

describe('canonical JSON', () => {
  test('writes the example of RFC 8785 §3.2.2 as printed there', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"\u002f',
      literals: [null, true, false],
    }
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  test('the order in which members were set does not matter, and the value comes back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        let text: string
        try {
          text = canonicalJson(value)
        } catch {
          return // lone surrogates are refused
        }
        const reversed = (v: unknown): unknown =>
          Array.isArray(v)
            ? v.map(reversed)
            : v && typeof v === 'object'
              ? Object.fromEntries(
                  Object.entries(v)
                    .reverse()
                    .map(([k, m]) => [k, reversed(m)]),
                )
              : v
        expect(canonicalJson(reversed(JSON.parse(text)))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  test('refuses what two readers would read differently', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '\uD800', new Date(0), () => 1]) {
      expect(() => canonicalJson(value)).toThrow()
    }
  })

  test('the digest is SHA-256 of the text', () => {
    expect(digestText('稳评')).toBe(createHash('sha256').update('稳评').digest('hex'))
    expect(digestValue({ b: 1, a: '稳' })).toBe(createHash('sha256').update('{"a":"稳","b":1}').digest('hex'))
  })
})

/** RFC 6962 §2.1 in its recursive form, on another SHA-256 than the one under test. */
function rootByDefinition(leaves: Buffer[]): Buffer {
  const hash = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
  if (leaves.length === 0) return hash()
  if (leaves.length === 1) return hash(Buffer.from([0]), leaves[0]!)
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return hash(Buffer.from([1]), rootByDefinition(leaves.slice(0, k)), rootByDefinition(leaves.slice(k)))
}

describe('the Merkle tree', () => {
  const leavesOf = (n: number) => Array.from({ length: n }, (_, i) => digestText(`leaf ${i}`))

  test('has the root that RFC 6962 defines, for every size up to 40', () => {
    for (let n = 0; n <= 40; n++) {
      const leaves = leavesOf(n)
      expect(merkleRoot(leaves)).toBe(
        rootByDefinition(leaves.map((leaf) => Buffer.from(leaf, 'hex'))).toString('hex'),
      )
    }
  })

  test('proves each of its leaves, and nothing else', () => {
    for (const n of [1, 2, 3, 7, 8, 13, 33]) {
      const leaves = leavesOf(n)
      const root = merkleRoot(leaves)
      for (const leaf of leaves) {
        const proof = merkleTree(leaves).prove(leaf)!
        expect(verifyInclusion(root, leaf, proof)).toBe(true)
        expect(verifyInclusion(root, digestText('stranger'), proof)).toBe(false)
        expect(verifyInclusion(root, leaf, { ...proof, size: n + 1, path: proof.path.slice(1) })).toBe(false)
        if (n > 1) expect(verifyInclusion(root, leaf, { ...proof, index: (proof.index + 1) % n })).toBe(false)
      }
      expect(merkleTree(leaves).prove(digestText('stranger'))).toBeNull()
    }
  })

  test('takes nonsense for no proof instead of failing', () => {
    const root = merkleRoot(leavesOf(3))
    expect(verifyInclusion(root, 'zz', { index: 0, size: 3, path: ['zz', 'zz'] })).toBe(false)
    expect(verifyInclusion(root, leavesOf(3)[0]!, { index: -1, size: 3, path: [] })).toBe(false)
    expect(verifyInclusion(root, leavesOf(3)[0]!, { index: 0, size: 3, path: [] })).toBe(false)
  })
})
