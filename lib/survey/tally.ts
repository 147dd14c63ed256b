/**
 * 计票: counts of answers by question, option and stakeholder group.
 *
 * The counts are sufficient statistics: every share, interval and index of the report follows from them, so a report
 * can be recomputed from the tally without the answers. Adding a response commutes, so the tally does not depend on
 * the order in which people answered.
 */
import { type CellCount, countCells, RESPONSE } from './cells.ts'
import { optionsOf, type Question, type Questionnaire } from './questionnaire.ts'
import type { Answers } from './response.ts'

export interface QuestionTally {
  /** Respondents who answered this question. */
  readonly answered: number
  /**
   * Respondents by cell (see cells.ts): by chosen option, for a matrix by `row:option` and `row:answered`, for a ranking
   * by `option#place`, for numbers and dates by value. For several choices the sum exceeds `answered`.
   */
  readonly options: Readonly<Record<string, number>>
}

export interface GroupTally {
  readonly groupId: string
  readonly responses: number
  readonly questions: Readonly<Record<string, QuestionTally>>
}

/** One entry per group that a link was published for, also when nobody of it answered. */
export type Tally = readonly GroupTally[]

/** Every cell of a question that can be listed beforehand. */
function possibleCells(question: Question): string[] {
  const rows = question.type === 'matrix' ? question.rows.map((row) => `${row.id}:answered`) : []
  return [...rows, ...optionsOf(question).map((option) => option.id)]
}

/** The tally that cell counts add up to, pooled over channels. A count of a group without an entry throws. */
export function tallyOf(
  questionnaire: Questionnaire,
  groupIds: readonly string[],
  cells: readonly CellCount[],
): Tally {
  const groups = new Map(groupIds.map((groupId) => [groupId, emptyGroup(questionnaire, groupId)]))
  for (const { groupId, questionId, cell, n } of cells) {
    const group = groups.get(groupId)
    if (!group) throw new Error('a count names a group that has no link')
    if (questionId === RESPONSE) {
      if (cell === 'n') group.responses += n
      continue
    }
    const question = group.questions[questionId]
    if (!question) throw new Error('a count names a question that was not asked')
    if (cell === 'answered') question.answered += n
    else if (cell !== 'not-asked') question.options[cell] = (question.options[cell] ?? 0) + n
  }
  return [...groups.values()]
}

function emptyGroup({ questions }: Questionnaire, groupId: string) {
  const counts: Record<string, { answered: number; options: Record<string, number> }> = {}
  for (const question of questions)
    if (question.type !== 'info')
      counts[question.id] = {
        answered: 0,
        options: Object.fromEntries(possibleCells(question).map((cell) => [cell, 0])),
      }
  return { groupId, responses: 0, questions: counts }
}

/** Counts responses; their days and channels do not matter here. A response of a group without an entry throws. */
export function tallyResponses(
  questionnaire: Questionnaire,
  groupIds: readonly string[],
  responses: Iterable<{ readonly groupId: string; readonly answers: Answers }>,
): Tally {
  function* counted() {
    for (const { groupId, answers } of responses)
      yield { groupId, answers, channel: 'open-link' as const, day: '' }
  }
  return tallyOf(questionnaire, groupIds, countCells(questionnaire, counted()))
}

/** The tally of all groups together. */
export function pooled(tally: Tally): { responses: number; questions: Record<string, QuestionTally> } {
  const questions: Record<string, { answered: number; options: Record<string, number> }> = {}
  let responses = 0
  for (const group of tally) {
    responses += group.responses
    for (const [questionId, counted] of Object.entries(group.questions)) {
      questions[questionId] ??= { answered: 0, options: {} }
      const sum = questions[questionId]
      sum.answered += counted.answered
      for (const [optionId, n] of Object.entries(counted.options))
        sum.options[optionId] = (sum.options[optionId] ?? 0) + n
    }
  }
  return { responses, questions }
}
