/**
 * The counts of a closed survey as they may leave the house.
 *
 * All groups together: what at least k people answered. By group: the cells that table-protection.ts leaves printable beside these
 * sums. A place that is left out is null, which is not 0. Rankings, numbers and dates are given for all groups together only,
 * because their cells are bound to each other in more ways than sums; of open answers only their number.
 */
import { type CountTable, printableCells } from '../../statistics/disclosure/table-protection.ts'
import { numberOf, optionsOf, type Question, type Questionnaire } from '../questionnaire.ts'
import { pooled, type Tally } from '../tally.ts'

export interface CountLine {
  /** The number the question is known by. */
  readonly question: number
  readonly questionId: string
  /** Row of a matrix, option of a ranking; empty elsewhere. */
  readonly part: string
  readonly answer: string
  /** Null: all groups together. */
  readonly groupId: string | null
  /** Null: left out, so that nobody can be found out. */
  readonly n: number | null
  /** Who answered the question, or the row of a matrix. */
  readonly answered: number | null
}

interface Answer {
  readonly cell: string
  readonly label: string
}

/** Answers of one table that exclude one another; `all` is the cell that counts who answered. */
interface Block {
  readonly part: string
  readonly answers: readonly Answer[]
  readonly all: string | null
  /** By group too. */
  readonly byGroup: boolean
}

/** A question taken apart into tables whose answers exclude one another; of several choices each is a table of its own. */
function blocksOf(question: Question, cells: readonly string[]): Block[] {
  const answers = optionsOf(question).map(({ id, label }) => ({ cell: id, label }))
  switch (question.type) {
    case 'single':
    case 'scale':
      return [{ part: '', answers, all: null, byGroup: true }]
    case 'multiple':
      return answers.map((answer) => ({ part: '', answers: [answer], all: null, byGroup: true }))
    case 'matrix':
      return question.rows.map((row) => ({
        part: row.label,
        answers: question.options.map(({ id, label }) => ({ cell: `${row.id}:${id}`, label })),
        all: `${row.id}:answered`,
        byGroup: true,
      }))
    case 'ranking':
      return question.options.map((option) => ({
        part: option.label,
        answers: Array.from({ length: question.places }, (_, i) => ({
          cell: `${option.id}#${i + 1}`,
          label: `#${i + 1}`,
        })),
        all: null,
        byGroup: false,
      }))
    case 'number':
    case 'date':
      return [
        {
          part: '',
          answers: cells.map((cell) => ({ cell, label: cell.slice(2) })),
          all: null,
          byGroup: false,
        },
      ]
    case 'text':
      return [{ part: '', answers: [], all: null, byGroup: true }]
    case 'info':
      return []
  }
}

export function protectedCounts(questionnaire: Questionnaire, tally: Tally, k: number): CountLine[] {
  const { questions: together } = pooled(tally)
  return questionnaire.questions.flatMap((question) => {
    const all = together[question.id] ?? { answered: 0, options: {} }
    const cells = Object.keys(all.options).sort((a, b) => sortKey(a) - sortKey(b) || (a < b ? -1 : 1))
    const head = { question: numberOf(questionnaire, question.id) ?? 0, questionId: question.id }
    return blocksOf(question, cells).flatMap(({ part, answers, all: allCell, byGroup }): CountLine[] => {
      const answeredBy = (counted: { answered: number; options: Readonly<Record<string, number>> }) =>
        allCell === null ? counted.answered : (counted.options[allCell] ?? 0)
      const answered = answeredBy(all)
      const open = answered === 0 || answered >= k
      const overall = (answers.length === 0 ? [{ cell: '', label: '' }] : answers).map(({ cell, label }) => ({
        ...head,
        part,
        answer: label,
        groupId: null,
        n: cell === '' ? null : open ? (all.options[cell] ?? 0) : null,
        answered,
      }))
      if (!byGroup || !open || answers.length === 0 || tally.length < 2) return overall
      const groups = tally.map(({ groupId, questions }) => {
        const counted = questions[question.id] ?? { answered: 0, options: {} }
        const counts = answers.map(({ cell }) => counted.options[cell] ?? 0)
        return { groupId, answered: answeredBy(counted), counts }
      })
      // The answers and, for one choice of several, who did not choose it: then every row adds up to who answered.
      const table: CountTable = groups.map((group) =>
        answers.length === 1 ? [...group.counts, group.answered - (group.counts[0] ?? 0)] : group.counts,
      )
      const printable = printableCells(table, k)
      return [
        ...overall,
        ...groups.flatMap((group, row) =>
          answers.map(({ label }, column) => ({
            ...head,
            part,
            answer: label,
            groupId: group.groupId,
            n: printable?.[row]?.[column] ? (group.counts[column] ?? 0) : null,
            answered: group.answered,
          })),
        ),
      ]
    })
  })
}

/** Values in their own order; months sort as they are written. */
const sortKey = (cell: string) => (cell.startsWith('v:') ? Number(cell.slice(2)) : 0)
