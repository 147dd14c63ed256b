import { describe, expect, test } from 'vitest'
import { blankQuestion, retyped } from '../drafting.ts'
import { everyTypeQuestionnaire } from '../questionnaire.fixture.ts'
import type { Question } from '../questionnaire.ts'
import { standardQuestion } from '../standard-items.ts'
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

describe('an option is what is printed beside its number', () => {
  const asking = (question: Question) => ({ ...questionnaire, questions: [question] })
  const read = (question: Question, cell: string) => {
    const asked = asking(question)
    const columns = answerColumns(asked).map(({ heading }) => heading)
    return paperRows([columns, ['1-1', cell, ...columns.slice(2).map(() => '')]], asked)
  }
  const answerTo = (question: Question, cell: string) => {
    const rows = read(question, cell)
    return rows.ok ? rows.value[0]?.answers[question.id] : rows.badCells?.[0]?.reason
  }

  test('in a matrix whose third column was removed, printed 4 is the column printed fourth', () => {
    const matrix = retyped(blankQuestion('scale', 'm', '各方面'), 'matrix')
    if (matrix.type !== 'matrix') throw new Error('no matrix')
    const [row] = matrix.rows
    const options = matrix.options.filter((_, i) => i !== 2)
    const asked = { ...matrix, rows: matrix.rows.map((one, i) => ({ ...one, label: `行${i}` })), options }
    // The very trap: ids 1, 2, 4, 5 beside the printed numbers 1, 2, 3, 4.
    expect(options.map(({ id }) => id)).toEqual(['1', '2', '4', '5'])
    for (const printed of [1, 2, 3, 4])
      expect(answerTo(asked, String(printed))).toEqual({ [row!.id]: options[printed - 1]!.id })
    expect(answerTo(asked, '5')).toBe('answer-unknown-option')
    expect(answerTo(asked, options[2]!.label)).toEqual({ [row!.id]: options[2]!.id })
  })

  test('in a choice made from a scale too, and an id is never words', () => {
    const single = retyped(blankQuestion('scale', 's', '满意吗'), 'single')
    if (single.type !== 'single') throw new Error('no choice')
    const asked = { ...single, options: single.options.slice(1) }
    expect(answerTo(asked, '4')).toBe('5')
    expect(answerTo(asked, '5')).toBe('answer-unknown-option')
    expect(
      answerTo({ ...asked, options: asked.options.map((one) => ({ ...one, id: `o${one.id}` })) }, 'o2'),
    ).toBe('answer-unknown-option')
  })

  test('words that contain the mark between options are taken whole', () => {
    const worries = standardQuestion('worries')
    if (worries.type !== 'multiple') throw new Error('no choices')
    const label = (id: string) => worries.options.find((option) => option.id === id)?.label ?? ''
    expect(label('resettlement')).toContain('、')
    for (const mark of ['、', '，', ';', ' '])
      expect(answerTo(worries, [label('resettlement'), label('openness'), '1'].join(mark))).toEqual(
        expect.arrayContaining(['resettlement', 'openness', worries.options[0]!.id]),
      )
    expect(answerTo(worries, `${label('resettlement')}、没有这一项`)).toBe('answer-unknown-option')
  })

  test('of words of which one begins like another, the longer ones are meant', () => {
    const asked: Question = {
      id: 'w',
      title: '担心',
      required: false,
      type: 'multiple',
      options: [
        { id: 'a', label: '噪声' },
        { id: 'b', label: '噪声、粉尘' },
        { id: 'c', label: '粉尘' },
      ],
    }
    expect(answerTo(asked, '噪声、粉尘')).toEqual(['b'])
    expect(answerTo(asked, '粉尘、噪声')).toEqual(['a', 'c'])
    expect(answerTo(asked, '1、3')).toEqual(['a', 'c'])
  })
})
