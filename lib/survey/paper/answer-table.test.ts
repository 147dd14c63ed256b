import { describe, expect, test } from 'vitest'
import { everyTypeQuestionnaire } from '../questionnaire.fixture.ts'
import { answerColumns, paperRows } from './answer-table.ts'

const questionnaire = everyTypeQuestionnaire()
const headings = answerColumns(questionnaire).map(({ heading }) => heading)
/** A row with cells by the beginning of their heading. */
const row = (cells: Readonly<Record<string, string>>) =>
  headings.map(
    (heading) =>
      Object.entries(cells).find(
        ([start]) => heading.startsWith(start) && !heading.endsWith('其他说明'),
      )?.[1] ?? '',
  )

describe('entered paper as a table', () => {
  test('options are read by number and by words, several of them apart by any mark', () => {
    const rows = paperRows(
      [headings, row({ 编号: '１-2', '1 ': '选项oppose', '2 ': '1、3', '3 ': '5' })],
      questionnaire,
    )
    expect(rows).toEqual({
      ok: true,
      value: [
        { serial: { batch: 1, n: 2 }, answers: { attitude: 'oppose', why: ['noise', 'air'], grade: '5' } },
      ],
    })
  })

  test('a required question may be left open on paper, but an empty form is no answer', () => {
    expect(paperRows([headings, row({ 编号: '1-1', '1 ': '2' })], questionnaire)).toMatchObject({ ok: true })
    expect(paperRows([headings, row({ 编号: '1-1' })], questionnaire)).toMatchObject({
      badCells: [{ row: 2, column: '编号', reason: 'empty-response' }],
    })
  })

  test('unknown options, bad serials and forms given twice are named, and nothing is taken', () => {
    const good = row({ 编号: '01-0001', '1 ': '1' })
    const rows = paperRows(
      [
        headings,
        good,
        row({ 编号: '1-1', '1 ': '2' }),
        row({ 编号: 'x', '1 ': '9' }),
        row({ 编号: '1-3', '3 ': '6' }),
      ],
      questionnaire,
    )
    expect(rows).toMatchObject({
      ok: false,
      reason: 'bad-rows',
      badCells: [
        { row: 3, column: '编号', reason: 'duplicate-row' },
        { row: 4, column: '编号', reason: 'serial-malformed' },
        { row: 4, reason: 'answer-unknown-option' },
        { row: 5, reason: 'answer-unknown-option' },
      ],
    })
  })

  test('columns in another order are found, absent ones named', () => {
    const reversed = [headings.toReversed(), row({ 编号: '1-1', '1 ': '1' }).toReversed()]
    expect(paperRows(reversed, questionnaire)).toMatchObject({ ok: true })
    expect(paperRows([['编号'], ['1-1']], questionnaire)).toMatchObject({ reason: 'columns-missing' })
  })
})
