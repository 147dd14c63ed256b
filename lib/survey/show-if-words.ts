/** For whom a question is, in words: what a page without scripts says instead of hiding it. */
import type { Condition } from './question-types/base.ts'
import type { QuestionWords } from './question-types/question-words.ts'
import { numberOf, type Question, type Questionnaire } from './questionnaire.ts'
import { decidingOptions } from './show-if.ts'

/** The sentence for a question of a questionnaire whose texts are in the page's language; null: it is for everybody. */
export function askedIfWords(
  questionnaire: Questionnaire,
  { showIf }: Question,
  words: QuestionWords,
): string | null {
  if (!showIf) return null
  const worded = ({ questionId, rowId, optionIds }: Condition): string => {
    const decider = questionnaire.questions.find((question) => question.id === questionId)
    const options = (decider ? decidingOptions(decider) : [])
      .filter((option) => optionIds.includes(option.id))
      .map((option) => words('quoted', { text: option.label }))
      .join(words('or'))
    const n = numberOf(questionnaire, questionId) ?? 0
    const row =
      decider?.type === 'matrix' ? decider.rows.find((candidate) => candidate.id === rowId) : undefined
    return row ? words('conditionRow', { n, row: row.label, options }) : words('condition', { n, options })
  }
  const conditions = showIf.conditions.map(worded).join(words(showIf.match === 'any' ? 'or' : 'and'))
  return words('askedIf', { conditions })
}
