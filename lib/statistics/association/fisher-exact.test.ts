import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fisherExact } from './fisher-exact.ts'

function p(table: number[][]): number {
  const result = fisherExact(table)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

/** Lists every table with the same margins: the definition itself, hopeless beyond a dozen people. */
function byListing(table: number[][]): number {
  const rows = table.map((row) => row.reduce((a, b) => a + b, 0))
  const columns = table[0]!.map((_, j) => table.reduce((acc, row) => acc + row[j]!, 0))
  const lnFactorial = (n: number) =>
    Array.from({ length: n }, (_, i) => Math.log(i + 1)).reduce((a, b) => a + b, 0)
  const value = (cells: number[]) => -cells.reduce((acc, x) => acc + lnFactorial(x), 0)
  const limit = value(table.flat()) + 1e-7
  let tail = 0
  let all = 0
  const fill = (i: number, j: number, cells: number[], left: number[], down: number[]) => {
    if (i === rows.length) {
      const weight = Math.exp(value(cells))
      all += weight
      if (value(cells) <= limit) tail += weight
      return
    }
    const forced = j === columns.length - 1
    for (let x = forced ? left[i]! : 0; x <= Math.min(left[i]!, down[j]!); x++) {
      if (i === rows.length - 1 && x !== down[j]) continue
      const nextLeft = left.with(i, left[i]! - x)
      const nextDown = down.with(j, down[j]! - x)
      fill(forced ? i + 1 : i, forced ? 0 : j + 1, [...cells, x], nextLeft, nextDown)
    }
  }
  fill(0, 0, [], rows, columns)
  return tail / all
}

describe('published examples', () => {
  test('the lady tasting tea: 3 of 4 right, p = 34/70 two-sided (Fisher 1935; R ?fisher.test: 0.4857)', () => {
    expect(
      p([
        [3, 1],
        [1, 3],
      ]),
    ).toBeCloseTo(34 / 70, 12)
  })
  test('convictions of twins (Fisher 1970): R prints p = 0.0005367', () => {
    expect(
      p([
        [2, 10],
        [15, 3],
      ]),
    ).toBeCloseTo(0.0005367, 7)
  })
  test('job satisfaction by income, 104 people (Agresti 2002, p. 57): R prints p = 0.7827', () => {
    const table = [
      [1, 2, 1, 0],
      [3, 3, 6, 1],
      [10, 10, 14, 9],
      [6, 7, 12, 11],
    ]
    expect(p(table)).toBeCloseTo(0.7827, 4)
  })
})

describe('laws', () => {
  const small = fc.integer({ min: 0, max: 3 })
  const tableOf = (rows: number, columns: number) =>
    fc
      .array(fc.array(small, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      })
      .filter(
        (table) =>
          table.every((row) => row.some((x) => x > 0)) &&
          table[0]!.every((_, j) => table.some((row) => row[j]! > 0)),
      )

  test.each([
    [2, 2],
    [2, 3],
    [3, 2],
    [3, 3],
    [2, 4],
  ])('the walk finds what listing all %i × %i tables finds', (rows, columns) => {
    fc.assert(
      fc.property(tableOf(rows, columns), (table) => {
        expect(p(table)).toBeCloseTo(byListing(table), 9)
      }),
      { numRuns: 40 },
    )
  })

  test('order of rows, order of columns and transposition do not matter', () => {
    fc.assert(
      fc.property(tableOf(3, 4), (table) => {
        const expected = p(table)
        expect(p(table.toReversed())).toBeCloseTo(expected, 9)
        expect(p(table.map((row) => row.toReversed()))).toBeCloseTo(expected, 9)
        expect(p(table[0]!.map((_, j) => table.map((row) => row[j]!)))).toBeCloseTo(expected, 9)
      }),
      { numRuns: 40 },
    )
  })
})

describe('size', () => {
  test('twenty thousand people in a fourfold table: the p-value of 1e-54 is found, not rounded to 0', () => {
    const found = p([
      [5200, 4800],
      [4100, 5900],
    ])
    // scipy.stats.fisher_exact
    expect(found / 7.689325793691e-55).toBeCloseTo(1, 6)
  })
  test('more rivals than can be counted, or more people than asked for, is said', () => {
    const wide = [
      [3, 1, 2, 4, 1],
      [2, 5, 1, 0, 3],
      [4, 4, 2, 1, 1],
      [0, 2, 6, 3, 2],
      [1, 1, 1, 5, 2],
    ]
    expect(fisherExact(wide)).toMatchObject({ ok: false, reason: 'too-large' })
    expect(
      fisherExact(
        [
          [3, 1],
          [1, 3],
        ],
        { largestTotal: 7 },
      ),
    ).toMatchObject({ reason: 'too-large' })
  })
  test('counts must be whole', () => {
    expect(
      fisherExact([
        [1, 2.5],
        [3, 4],
      ]),
    ).toMatchObject({
      reason: 'count-not-whole',
      details: { row: 0, column: 1 },
    })
    expect(
      fisherExact([
        [1, 0],
        [3, 0],
      ]),
    ).toMatchObject({ reason: 'empty-margin' })
  })
})
