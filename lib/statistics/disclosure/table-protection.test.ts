import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CountTable, type Printable, printableCells, slackBelow } from './table-protection.ts'

/** Every table that fits what is printed: all ways to fill the hidden cells with the same sums. Small tables only. */
function fitting(table: CountTable, printed: Printable): number[][][] {
  const columns = table[0]!.length
  const columnSums = Array.from({ length: columns }, (_, c) => table.reduce((sum, line) => sum + line[c]!, 0))
  const linesOf = (row: number): number[][] => {
    const line = table[row]!
    const places = line.flatMap((_, c) => (printed[row]![c] ? [] : [c]))
    const rest = places.reduce((sum, c) => sum + line[c]!, 0)
    const fill = (i: number, left: number): number[][] => {
      if (i === places.length) return left === 0 ? [[]] : []
      if (i === places.length - 1) return [[left]]
      return Array.from({ length: left + 1 }, (_, n) => n).flatMap((n) =>
        fill(i + 1, left - n).map((others) => [n, ...others]),
      )
    }
    return fill(0, rest).map((values) =>
      line.map((n, c) => (printed[row]![c] ? n : values[places.indexOf(c)]!)),
    )
  }
  const tables = (row: number, left: readonly number[]): number[][][] => {
    if (row === table.length) return left.every((n) => n === 0) ? [[]] : []
    return linesOf(row)
      .filter((line) => line.every((n, c) => n <= left[c]!))
      .flatMap((line) =>
        tables(
          row + 1,
          left.map((n, c) => n - line[c]!),
        ).map((others) => [line, ...others]),
      )
  }
  return tables(0, columnSums)
}

const smallTables = fc
  .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 7 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )

describe('what is printed of a table', () => {
  test('lets nobody show that a small count is above zero, tried against every table that fits', () => {
    fc.assert(
      fc.property(smallTables, fc.integer({ min: 2, max: 4 }), (table, k) => {
        const printed = printableCells(table, k)
        if (!printed) return
        const possible = fitting(table, printed)
        table.forEach((line, r) => {
          line.forEach((n, c) => {
            if (n === 0 || n >= k) return
            expect(printed[r]![c]).toBe(false)
            expect(Math.min(...possible.map((one) => one[r]![c]!))).toBe(0)
          })
        })
      }),
      { seed: 20261123, numRuns: 300 },
    )
  })

  test('the slack of a hidden cell is what trying every table gives', () => {
    fc.assert(
      fc.property(smallTables, fc.infiniteStream(fc.boolean()), (table, coins) => {
        const printed = table.map((line) => line.map(() => coins.next().value!))
        const possible = fitting(table, printed)
        table.forEach((line, r) => {
          line.forEach((n, c) => {
            const least = Math.min(...possible.map((one) => one[r]![c]!))
            expect(slackBelow(table, printed, r, c)).toBe(printed[r]![c] ? 0 : n - least)
          })
        })
      }),
      { seed: 20261124, numRuns: 200 },
    )
  })

  test('is all of it where no count is small', () => {
    expect(
      printableCells(
        [
          [20, 0],
          [5, 30],
        ],
        5,
      ),
    ).toEqual([
      [true, true],
      [true, true],
    ])
  })

  test('leaves three more out for one small count in the middle of large ones', () => {
    const table = [
      [40, 3, 25],
      [30, 20, 12],
      [28, 9, 31],
    ]
    const printed = printableCells(table, 5)!
    expect(printed.flat().filter((shown) => !shown)).toHaveLength(4)
    expect(printed[0]![1]).toBe(false)
    // The cheapest rectangle that has room for three: 25, 12 and 20.
    expect([printed[0]![2], printed[1]![2], printed[1]![1]]).toEqual([false, false, false])
  })

  test('is nothing where a single group answered, or one answer was given only', () => {
    expect(printableCells([[3, 40]], 5)).toBeNull()
    expect(printableCells([[3], [40]], 5)).toBeNull()
  })
})
