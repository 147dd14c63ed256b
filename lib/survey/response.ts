/**
 * 答卷: one resident's answers, parsed from what a browser without JavaScript sends.
 *
 * A response is a map from question id to answer and nothing else: no name, no address, no device. Everything the form
 * sent must be known to the questionnaire; an unknown field is refused rather than dropped, because silently dropping
 * what a person said is the one thing a survey must never do.
 */
import { fail, ok, type Result } from '../result.ts'
import type { Answer, AnswerRefusal } from './question-types/question-type.ts'
import { type Questionnaire, typeOf } from './questionnaire.ts'

export type Answers = Readonly<Record<string, Answer>>

export type ResponseRefusal = AnswerRefusal | 'unknown-question' | 'empty-response'

/** Field names of answers in the form: `q.` plus the question's id. */
export const ANSWER_FIELD = 'q.'

/**
 * Parses the answer fields of a submitted form.
 * @param fields every field whose name starts with ANSWER_FIELD, each with all values sent under that name.
 * @returns the answers in the order of the questionnaire, or the first refusal with the question's id.
 */
export function parseResponse(
  questionnaire: Questionnaire,
  fields: Readonly<Record<string, readonly string[]>>,
): Result<Answers, ResponseRefusal> {
  const known = new Set(questionnaire.questions.map((question) => ANSWER_FIELD + question.id))
  for (const name of Object.keys(fields)) {
    if (!known.has(name)) return fail('unknown-question', { question: name.slice(ANSWER_FIELD.length, 60) })
  }
  const answers: Record<string, Answer> = {}
  for (const question of questionnaire.questions) {
    const parsed = typeOf(question).parse(question, fields[ANSWER_FIELD + question.id] ?? [])
    if (!parsed.ok)
      return fail(parsed.reason, { ...parsed.details, question: question.id, title: question.title })
    if (parsed.value !== undefined) answers[question.id] = parsed.value
  }
  if (Object.keys(answers).length === 0) return fail('empty-response')
  return ok(answers)
}
