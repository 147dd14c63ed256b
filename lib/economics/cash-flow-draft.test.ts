import { describe, expect, test } from 'vitest'
import {
  draftOf,
  emptyYears,
  filledDown,
  netOf,
  tableOf,
  totalOf,
  withCell,
  withMitigation,
  withPasted,
} from './cash-flow-draft.ts'
import type { CashFlowTable } from './cash-flow-table.ts'

const wan = (amount: number) => amount * 1_000_000
const table: CashFlowTable = {
  socialDiscountRate: 0.08,
  years: [
    {
      year: 2027,
      investment: wan(100),
      operation: 0,
      compensation: wan(20),
      mitigation: wan(5),
      benefit: 0,
      revenue: 0,
    },
    {
      year: 2028,
      investment: 0,
      operation: wan(3.5),
      compensation: 0,
      mitigation: 0,
      benefit: wan(40),
      revenue: wan(12),
    },
  ],
}
const draft = draftOf(table, 2030)

test('a table that is only looked at is saved as it was, to the fen', () => {
  expect(tableOf(draft)).toEqual({ table, issues: [] })
})

test('an empty table starts this year and saves as empty', () => {
  const empty = draftOf({ socialDiscountRate: 0.06, years: [] }, 2030)
  expect(empty).toMatchObject({ firstYear: 2030, rate: '6' })
  expect(tableOf(empty).table).toEqual({ socialDiscountRate: 0.06, years: [] })
})

describe('what cannot be read', () => {
  test('is named with its place and never saved as zero', () => {
    const wrong = withCell(draft, 1, 'benefit', '约40')
    expect(tableOf(wrong)).toEqual({
      table: null,
      issues: [{ year: 1, column: 'benefit', reason: 'not-a-number' }],
    })
    expect(netOf(wrong.years[1]!)).toBeNull()
    expect(totalOf(wrong, 'benefit')).toBeNull()
    expect(totalOf(wrong, 'investment')).toBe(wan(100))
  })

  test.each([
    ['', 'required'],
    ['八', 'not-a-number'],
    ['0', 'out-of-range'],
    ['31', 'out-of-range'],
  ])('a discount rate of "%s" is refused', (rate, reason) => {
    expect(tableOf({ ...draft, rate }).issues).toEqual([{ year: null, column: 'rate', reason }])
  })

  test('years before 1990 or beyond 2200 are refused', () => {
    expect(tableOf({ ...draft, firstYear: 1989 }).issues[0]?.column).toBe('first-year')
    expect(tableOf({ ...draft, firstYear: 2200 }).issues[0]?.column).toBe('first-year')
  })
})

test('sums: net of a year, total of a column', () => {
  expect(netOf(draft.years[0]!)).toBe(wan(-125))
  expect(netOf(draft.years[1]!)).toBe(wan(36.5))
  expect(totalOf(draft, 'compensation')).toBe(wan(20))
})

test('filling down touches the years below and no others', () => {
  const longer = { ...draft, years: [...draft.years, ...emptyYears(2)] }
  const filled = filledDown(longer, 1, 'benefit')
  expect(filled.years.map((row) => row.benefit)).toEqual(['', '40', '40', '40'])
})

describe('pasting', () => {
  test('goes right and down from the cell, adding years, and not beyond the last column', () => {
    const pasted = withPasted(draft, 1, 'mitigation', [
      ['1', '2', '9'],
      ['3', '4', '9'],
    ])
    expect(pasted.years).toHaveLength(3)
    expect(pasted.years[1]).toMatchObject({ operation: '3.5', mitigation: '1', benefit: '2' })
    expect(pasted.years[2]).toMatchObject({ operation: '', mitigation: '3', benefit: '4' })
  })

  test('a sheet with headings and years is put down whole', () => {
    const pasted = withPasted(draft, 1, 'benefit', [
      ['年份', '建设投资', '运营费用', '补偿费用', '化解措施费用', '效益'],
      ['2031年', '6,800', '0', '900', '260', ''],
      ['2032年', '4,200', '120', '600', '180', '800'],
    ])
    expect(pasted.firstYear).toBe(2031)
    expect(pasted.years[0]).toMatchObject({ investment: '6,800', mitigation: '260', benefit: '' })
    expect(tableOf(pasted).table?.years[1]).toMatchObject({ year: 2032, benefit: wan(800) })
  })

  test('a column of amounts that look like years stays amounts', () => {
    expect(withPasted(draft, 0, 'benefit', [['2027'], ['2028']])).toMatchObject({
      firstYear: 2027,
      years: [{ benefit: '2027' }, { benefit: '2028' }],
    })
  })

  test('stops at the most years a table may have', () => {
    const cells = Array.from({ length: 150 }, () => ['1'])
    expect(withPasted(draft, 0, 'benefit', cells).years).toHaveLength(100)
  })
})

describe('costs taken from the measures', () => {
  const mitigation = (costs: Parameters<typeof withMitigation>[1], start = draft) => {
    const { firstYear, years } = withMitigation(start, costs)
    return years.map((row, i) => [firstYear + i, row.mitigation])
  }

  test('go into their years, take the place of what was typed, and touch nothing else', () => {
    const filled = withMitigation(draft, [{ year: 2028, fen: wan(12.5) }])
    expect(tableOf(filled).table?.years.map((year) => year.mitigation)).toEqual([0, wan(12.5)])
    expect(filled.years.map(({ benefit }) => benefit)).toEqual(draft.years.map(({ benefit }) => benefit))
  })

  test('add the years that the table lacks, before and after', () => {
    const costs = [
      { year: 2026, fen: wan(1) },
      { year: 2030, fen: wan(2) },
    ]
    expect(mitigation(costs)).toEqual([
      [2026, '1'],
      [2027, ''],
      [2028, ''],
      [2029, ''],
      [2030, '2'],
    ])
    expect(mitigation(costs, { ...draft, years: [] })[0]).toEqual([2026, '1'])
    expect(withMitigation(draft, costs).years[1]?.investment).toBe('100')
  })

  test('leave a table alone that would become too long, or that nothing is taken into', () => {
    expect(withMitigation(draft, [{ year: 2190, fen: 1 }])).toBe(draft)
    expect(withMitigation(draft, [])).toBe(draft)
  })
})
