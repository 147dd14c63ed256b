/**
 * 显示条件: which questions are put to a resident, given what was answered before.
 *
 * The page works without scripts, so it cannot hide a question while somebody fills it in: it says in words for whom the
 * question is, and the server decides. An answer to a question that was not for this person is not kept and not counted,
 * and counts as "not asked" in the tally; it is not refused either, since nothing is wrong that the person could mend.
 * A condition looks only at earlier questions that were themselves asked, so conditions cannot go in circles.
 */

import type { Question } from './question.ts'
import type { Condition } from './question-types/base.ts'
import type { Answer } from './question-types/question-type.ts'

/** Types whose answers a condition may look at. */
export function canDecide(question: Question): boolean {
  return ['single', 'multiple', 'scale', 'matrix'].includes(question.type)
}

/** Option ids a condition on this question may name. */
export function decidingOptions(
  question: Question,
): readonly { readonly id: string; readonly label: string }[] {
  if (question.type === 'scale') return question.labels.map((label, i) => ({ id: String(i + 1), label }))
  return question.type === 'single' || question.type === 'multiple' || question.type === 'matrix'
    ? question.options
    : []
}

function holds({ rowId, optionIds }: Condition, answer: Answer | undefined): boolean {
  if (answer === undefined) return false
  if (typeof answer === 'string') return optionIds.includes(answer)
  if (Array.isArray(answer)) return answer.some((id) => optionIds.includes(id))
  return rowId !== undefined && Object.hasOwn(answer, rowId) && optionIds.includes(answer[rowId] ?? '')
}

/** Whether a question is for somebody who gave these answers; `answers` holds only questions that were asked. */
export function isAsked(question: Question, answers: Readonly<Record<string, Answer>>): boolean {
  const { showIf } = question
  if (!showIf) return true
  const met = (condition: Condition) => holds(condition, answers[condition.questionId])
  return showIf.match === 'all' ? showIf.conditions.every(met) : showIf.conditions.some(met)
}

/** What is wrong with the condition of a question, given the questions before it; null: nothing. */
export function conditionFault(question: Question, all: readonly Question[], at: number): string | null {
  for (const { questionId, rowId, optionIds } of question.showIf?.conditions ?? []) {
    const place = all.findIndex((candidate) => candidate.id === questionId)
    const decider = all[place]
    if (!decider) return 'show-if-unknown-question'
    if (place >= at) return 'show-if-later-question'
    if (!canDecide(decider)) return 'show-if-not-a-choice'
    if (decider.type === 'matrix' ? !decider.rows.some((row) => row.id === rowId) : rowId !== undefined)
      return 'show-if-unknown-row'
    const known = new Set(decidingOptions(decider).map((option) => option.id))
    if (!optionIds.every((id) => known.has(id))) return 'show-if-unknown-option'
  }
  return null
}
