/**
 * 计票: counts of answers by question, option and stakeholder group.
 *
 * The counts are sufficient statistics: every share, interval and index of the report follows from them, so a report
 * can be recomputed from the tally without the answers. Adding a response commutes, so the tally does not depend on
 * the order in which people answered.
 */
import type { Questionnaire } from './questionnaire.ts'
import { optionsOf } from './questionnaire.ts'
import type { Answers } from './response.ts'

export interface QuestionTally {
  /** Respondents who answered this question. */
  readonly answered: number
  /** Respondents by chosen option; for a multiple choice the sum may exceed `answered`. */
  readonly options: Readonly<Record<string, number>>
}

export interface GroupTally {
  readonly groupId: string
  readonly responses: number
  readonly questions: Readonly<Record<string, QuestionTally>>
}

/** One entry per group that a link was published for, also when nobody of it answered. */
export type Tally = readonly GroupTally[]

/**
 * Counts responses. A response whose group has no entry in `groupIds` throws: it cannot have come through a link.
 */
export function tallyResponses(
  questionnaire: Questionnaire,
  groupIds: readonly string[],
  responses: Iterable<{ readonly groupId: string; readonly answers: Answers }>,
): Tally {
  const groups = new Map(
    groupIds.map((groupId) => [
      groupId,
      {
        groupId,
        responses: 0,
        questions: Object.fromEntries(
          questionnaire.questions.map((question) => [
            question.id,
            { answered: 0, options: Object.fromEntries(optionsOf(question).map((option) => [option.id, 0])) },
          ]),
        ) as Record<string, { answered: number; options: Record<string, number> }>,
      },
    ]),
  )
  for (const { groupId, answers } of responses) {
    const group = groups.get(groupId)
    if (!group) throw new Error('a response names a group that has no link')
    group.responses += 1
    for (const [questionId, answer] of Object.entries(answers)) {
      const question = group.questions[questionId]
      if (!question) throw new Error('a response answers a question that was not asked')
      question.answered += 1
      for (const optionId of Array.isArray(answer) ? answer : [answer]) {
        if (optionId in question.options) question.options[optionId] = (question.options[optionId] ?? 0) + 1
      }
    }
  }
  return [...groups.values()]
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
