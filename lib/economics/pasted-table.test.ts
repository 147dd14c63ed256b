import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fenOfWan, pastedCells, wanOfFen } from './pasted-table.ts'

describe('a table from the clipboard', () => {
  test('rows and cells, with either line break and the spreadsheet’s trailing one', () => {
    expect(pastedCells('2027\t6,800\r\n2028\t4,200\r\n')).toEqual([
      ['2027', '6,800'],
      ['2028', '4,200'],
    ])
  })

  test('an empty cell in the middle keeps its place', () => {
    expect(pastedCells('1\t\t3')).toEqual([['1', '', '3']])
  })
})

describe('an amount in 万元', () => {
  test.each([
    ['6800', 6_800_000_000],
    ['1,234.56', 1_234_560_000],
    ['１２．５', 12_500_000],
    ['300万元', 300_000_000],
    ['', 0],
    ['—', 0],
    // 0.1 + 0.2 style noise: 1.005 · 1,000,000 must be whole fen.
    ['1.005', 1_005_000],
  ])('%s', (text, fen) => {
    expect(fenOfWan(text)).toEqual({ ok: true, value: fen })
  })

  test.each([
    ['约300', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['-5', 'negative'],
    ['99999999999', 'too-large'],
  ])('%s is refused, never read as zero', (text, reason) => {
    expect(fenOfWan(text)).toMatchObject({ ok: false, reason })
  })

  test('what is shown for typing reads back as the same fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000_000 }), (fen) => {
        expect(fenOfWan(wanOfFen(fen))).toEqual({ ok: true, value: fen })
      }),
    )
  })
})
