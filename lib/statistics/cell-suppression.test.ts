import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Arc, hiddenArcs, hiddenParts } from './cell-suppression.ts'

const K = 5

type Table = readonly (readonly number[])[]

/** Groups × options with the totals of the options; the totals of the groups are known to everybody. */
function arcsOf(table: Table): Arc[] {
  const cells = table.flatMap((row, i) =>
    row.map((value, j): Arc => ({ from: `g${i}`, to: `c${j}`, value, shown: 'cell' })),
  )
  const totals = (table[0] ?? []).map(
    (_, j): Arc => ({
      from: `c${j}`,
      to: 'all',
      value: table.reduce((sum, row) => sum + row[j]!, 0),
      shown: 'cell',
    }),
  )
  return [...cells, ...totals]
}

/** Every way to give n people to so many places. */
function* shared(n: number, places: number): Generator<number[]> {
  if (places === 1) yield [n]
  else
    for (let first = 0; first <= n; first += 1)
      for (const rest of shared(n - first, places - 1)) yield [first, ...rest]
}

/** The least and greatest value of each arc over all tables that agree with what is printed: by trying them all. */
function ranges(table: Table, hidden: readonly boolean[]): { low: number; high: number }[] {
  const arcs = arcsOf(table)
  const width = table[0]!.length
  const found = arcs.map(() => ({ low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY }))
  const rowChoices = table.map((row, i) =>
    [
      ...shared(
        row.reduce((a, b) => a + b, 0),
        width,
      ),
    ].filter((guess) => guess.every((n, j) => hidden[i * width + j] || n === row[j])),
  )
  const walk = (i: number, guessed: number[][]) => {
    if (i === table.length) {
      const values = arcsOf(guessed).map(({ value }) => value)
      for (let j = 0; j < width; j += 1) {
        const at = table.length * width + j
        if (!hidden[at] && values[at] !== arcs[at]!.value) return
      }
      values.forEach((value, at) => {
        found[at]!.low = Math.min(found[at]!.low, value)
        found[at]!.high = Math.max(found[at]!.high, value)
      })
      return
    }
    for (const guess of rowChoices[i]!) walk(i + 1, [...guessed, guess])
  }
  walk(0, [])
  return found
}

const tables = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 3 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 8 })), {
        minLength: columns,
        maxLength: columns,
      }),
      { minLength: rows, maxLength: rows },
    ),
  )

describe('what is hidden stays hidden', () => {
  test('every table that agrees with what is printed is tried: no hidden count follows from it', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const arcs = arcsOf(table)
        const hidden = hiddenArcs(arcs, K)
        const seen = ranges(table, hidden)
        const atBest = ranges(
          table,
          arcs.map(() => true),
        )
        arcs.forEach(({ value }, at) => {
          const width = seen[at]!.high - seen[at]!.low
          const best = atBest[at]!.high - atBest[at]!.low
          if (hidden[at]) expect(width).toBeGreaterThanOrEqual(1)
          if (value > 0 && value < K) expect(width).toBeGreaterThanOrEqual(Math.min(K - 1, best))
          if (value > 0 && value < K && !hidden[at]) expect(best).toBe(0)
          // Nobody can show that anybody answered so.
          if (value > 0 && value < K) expect(seen[at]!.low).toBe(atBest[at]!.low)
        })
      }),
      { numRuns: 60 },
    )
  })

  test('nothing is hidden where no count is small', () => {
    expect(
      hiddenArcs(
        arcsOf([
          [50, 30],
          [5, 9],
        ]),
        K,
      ).some(Boolean),
    ).toBe(false)
  })

  test('one small count takes three others with it, and no more', () => {
    const table = [
      [3, 40, 20],
      [30, 50, 25],
      [35, 60, 28],
    ]
    expect(hiddenArcs(arcsOf(table), K).filter(Boolean)).toHaveLength(4)
  })

  test('of parts of a known sum a small one takes as many with it as hide it', () => {
    const shut = (...counts: number[]) => counts.filter((_, i) => hiddenParts(counts, K)[i])
    expect(shut(5, 60, 120)).toEqual([])
    expect(shut(3, 60, 120)).toEqual([3, 60])
    expect(shut(1, 2, 60, 120)).toEqual([1, 2, 60])
  })

  test('a sum that is printed elsewhere is reckoned with', () => {
    // Opposed 3 of 60 in one group, and the number of all opposed is printed: another group's number must go with it.
    const arcs: Arc[] = [
      { from: 'g0', to: 'opposed', value: 3, shown: 'cell' },
      { from: 'g0', to: 'rest', value: 57, shown: 'cell' },
      { from: 'g1', to: 'opposed', value: 20, shown: 'cell' },
      { from: 'g1', to: 'rest', value: 80, shown: 'cell' },
      { from: 'g2', to: 'opposed', value: 9, shown: 'cell' },
      { from: 'g2', to: 'rest', value: 70, shown: 'cell' },
      { from: 'opposed', to: 'all', value: 32, shown: 'fixed' },
      { from: 'rest', to: 'all', value: 207, shown: 'fixed' },
    ]
    expect(hiddenArcs(arcs, K)).toEqual([true, true, false, false, true, true, false, false])
  })
})
