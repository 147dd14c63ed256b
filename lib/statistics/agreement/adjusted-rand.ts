/**
 * Adjusted Rand index: how far two ways of sorting the same things into groups agree, beyond chance.
 *
 * Hubert & Arabie, Journal of Classification 2 (1985): with nᵢⱼ things in group i of the one and j of the other,
 * ARI = (Σ C(nᵢⱼ,2) − E) / (½[Σ C(aᵢ,2) + Σ C(bⱼ,2)] − E), E = Σ C(aᵢ,2)·Σ C(bⱼ,2) / C(n,2).
 * 1: the same partition; 0: what chance gives; below 0: less than chance.
 */
import { fail, ok, type Result } from '../../result.ts'

const pairs = (n: number) => (n * (n - 1)) / 2

/** @param first, second the group of each thing, in the same order. */
export function adjustedRandIndex(
  first: readonly (string | number)[],
  second: readonly (string | number)[],
): Result<number, 'length-mismatch' | 'too-few'> {
  if (first.length !== second.length) return fail('length-mismatch')
  if (first.length < 2) return fail('too-few')
  const cells = new Map<string, number>()
  const rows = new Map<string | number, number>()
  const columns = new Map<string | number, number>()
  const add = <Key>(counts: Map<Key, number>, key: Key) => counts.set(key, (counts.get(key) ?? 0) + 1)
  first.forEach((row, i) => {
    const column = second[i]!
    add(cells, JSON.stringify([row, column]))
    add(rows, row)
    add(columns, column)
  })
  const sum = (counts: Map<unknown, number>) => [...counts.values()].reduce((total, n) => total + pairs(n), 0)
  const inRows = sum(rows)
  const inColumns = sum(columns)
  const expected = (inRows * inColumns) / pairs(first.length)
  const most = (inRows + inColumns) / 2
  // Both partitions all-in-one or all-apart: they are equal, and chance could not have done otherwise.
  return ok(most === expected ? 1 : (sum(cells) - expected) / (most - expected))
}
