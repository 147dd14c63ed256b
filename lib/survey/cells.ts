/**
 * 计票单元: a response taken apart into counts.
 *
 * A cell is one fact that can be counted: this question was answered, this option was chosen, one response came on this
 * day. Counts of cells add up exactly in any order and in any number of parts, so they can be kept in the database beside
 * the answers and a page that shows them costs the same for a hundred answers and for a million.
 */
import type { Channel } from './channel.ts'
import type { Answer } from './question-types/question-type.ts'
import { type Question, type Questionnaire, typeOf } from './questionnaire.ts'
import type { Answers } from './response.ts'
import { isAsked } from './show-if.ts'

/** The pseudo-question under which whole responses are counted; `$` cannot begin a question id. */
export const RESPONSE = '$response'
/** Fewer items on one scale are easily answered alike by somebody who means it. */
const STRAIGHT_LINE_ITEMS = 4

export interface Cell {
  readonly questionId: string
  readonly cell: string
}

export interface CellCount extends Cell {
  readonly groupId: string
  readonly channel: Channel
  readonly n: number
}

export interface CountedResponse {
  readonly groupId: string
  readonly channel: Channel
  /** YYYY-MM-DD. */
  readonly day: string
  readonly answers: Answers
}

/** Every cell that one response adds one to. */
export function responseCells(questionnaire: Questionnaire, answers: Answers, day: string): Cell[] {
  const cells: Cell[] = [
    { questionId: RESPONSE, cell: 'n' },
    { questionId: RESPONSE, cell: `day:${day}` },
  ]
  const grades: number[] = []
  const asked: Record<string, Answer> = {}
  for (const question of questionnaire.questions) {
    if (question.type === 'info') continue
    if (!isAsked(question, asked)) {
      cells.push({ questionId: question.id, cell: 'not-asked' })
      continue
    }
    const answer = answers[question.id]
    if (answer === undefined) continue
    asked[question.id] = answer
    cells.push({ questionId: question.id, cell: 'answered' })
    for (const cell of typeOf(question).cells(question, answer)) cells.push({ questionId: question.id, cell })
    grades.push(...gradesOf(question, answer))
  }
  if (grades.length >= STRAIGHT_LINE_ITEMS) {
    const alike = new Set(grades).size === 1
    cells.push({ questionId: RESPONSE, cell: `straight-line:${alike ? 'yes' : 'no'}` })
  }
  return cells
}

/** The places on their scale of graded answers: what somebody who ticks one column without reading has all alike. */
function gradesOf(question: Question, answer: Answer): number[] {
  if (question.type === 'scale') return [Number(answer) - 1]
  if (question.type !== 'matrix' || typeof answer === 'string') return []
  return Object.values(answer).map((id) => question.options.findIndex((option) => option.id === id))
}

/** Counts by group, channel, question and cell, sorted by these, so that equal answers give equal lists. */
export function countCells(questionnaire: Questionnaire, responses: Iterable<CountedResponse>): CellCount[] {
  const counts = new Map<string, CellCount & { n: number }>()
  for (const { groupId, channel, day, answers } of responses)
    for (const { questionId, cell } of responseCells(questionnaire, answers, day)) {
      const key = [groupId, channel, questionId, cell].join('\u0000')
      const counted = counts.get(key)
      if (counted) counted.n += 1
      else counts.set(key, { groupId, channel, questionId, cell, n: 1 })
    }
  return [...counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count)
}
