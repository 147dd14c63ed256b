/**
 * 答卷: one resident's answers, parsed from what a browser without JavaScript sends.
 *
 * A response is a map from question id to answer and nothing else: no name, no address, no device. Everything the form
 * sent must be known to the questionnaire; an unknown field is refused rather than dropped, because silently dropping
 * what a person said is the one thing a survey must never do. One exception is stated on the page itself: answers to a
 * question that was not for this person (see show-if.ts) are not kept.
 */
import { fail, ok, type Result } from '../result.ts'
import { otherOption } from './question-types/base.ts'
import { type Answer, type AnswerRefusal, onlyValue, type Sent } from './question-types/question-type.ts'
import { characters, typedText } from './question-types/typed-text.ts'
import { type Question, type Questionnaire, typeOf } from './questionnaire.ts'
import { isAsked } from './show-if.ts'

export type { Answer } from './question-types/question-type.ts'

/** By question id; the words of an “other, please state” stand under `<question id>.other`. */
export type Answers = Readonly<Record<string, Answer>>

export type ResponseRefusal = AnswerRefusal | 'unknown-question' | 'empty-response'

/** Field names of answers in the form: `q.` plus the question's id, for a part of a question also `.` and the part. */
export const ANSWER_FIELD = 'q.'
/** The part, and the end of the answer's key, that carries the words of “other, please state”. */
export const OTHER = 'other'
export const MOST_OTHER = 200
/** More values under one name than any form of ours sends. */
const MOST_VALUES = 60

export type AnswerFields = Readonly<Record<string, readonly string[]>>

/** The key of the words that explain an “other”. */
export const otherKey = (questionId: string) => `${questionId}.${OTHER}`

function otherOf(question: Question) {
  return question.type === 'single' || question.type === 'multiple'
    ? otherOption(question.options)
    : undefined
}

const fieldOf = (question: Question, part: string) => ANSWER_FIELD + question.id + (part && `.${part}`)

interface Field {
  /** '' for the question's own field. */
  readonly part: string
  readonly name: string
}

function fieldsFor(question: Question): readonly Field[] {
  const parts = ['', ...typeOf(question).parts(question), ...(otherOf(question) ? [OTHER] : [])]
  return parts.map((part) => ({ part, name: fieldOf(question, part) }))
}

// A published questionnaire is read with every answer that comes in; parsed questions are values that nobody changes in place.
const knownFields = new WeakMap<Question, readonly Field[]>()
const knownNames = new WeakMap<Questionnaire, ReadonlySet<string>>()

function formFields(question: Question): readonly Field[] {
  const known = knownFields.get(question)
  if (known) return known
  const made = fieldsFor(question)
  knownFields.set(question, made)
  return made
}

function formNames(questionnaire: Questionnaire): ReadonlySet<string> {
  const known = knownNames.get(questionnaire)
  if (known) return known
  const made = new Set(
    questionnaire.questions.flatMap((question) => formFields(question).map(({ name }) => name)),
  )
  knownNames.set(questionnaire, made)
  return made
}

/** What the form sent for one question. */
export function sentTo(question: Question, fields: AnswerFields): Sent {
  const sent: Record<string, readonly string[]> = {}
  for (const { part, name } of formFields(question)) {
    const values = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (values) sent[part] = values
  }
  return sent
}

function parseOther(
  question: Question,
  answer: Answer | undefined,
  sent: Sent,
): Result<string, AnswerRefusal> {
  const option = otherOf(question)
  if (!option) return ok('')
  const typed = onlyValue(sent, OTHER)
  if (typed === null) return fail('answer-wrong-type')
  const words = typedText(typed)
  const chosen = answer === option.id || (Array.isArray(answer) && answer.includes(option.id))
  // The choice counts without words as well: somebody may not want to explain it.
  if (words === '') return ok('')
  if (!chosen) return fail('answer-other-not-chosen', { option: option.label })
  const length = characters(words)
  return length > MOST_OTHER
    ? fail('answer-too-long', { max: MOST_OTHER, length, over: length - MOST_OTHER })
    : ok(words)
}

export interface AnswerFault {
  readonly questionId: string
  readonly reason: AnswerRefusal
  readonly details: Readonly<Record<string, string | number>>
}

/** Answers as far as they are good, and every fault of the others, in the order of the questionnaire. */
export function readAnswers(
  questionnaire: Questionnaire,
  fields: AnswerFields,
): { readonly answers: Answers; readonly faults: readonly AnswerFault[] } {
  const answers: Record<string, Answer> = {}
  const faults: AnswerFault[] = []
  for (const question of questionnaire.questions) {
    if (!isAsked(question, answers)) continue
    const sent = sentTo(question, fields)
    const many = Object.values(sent).some((values) => values.length > MOST_VALUES)
    const parsed = many ? fail('answer-wrong-type') : typeOf(question).parse(question, sent)
    const other = parsed.ok ? parseOther(question, parsed.value, sent) : ok('')
    for (const result of [parsed, other])
      if (!result.ok)
        faults.push({ questionId: question.id, reason: result.reason, details: { ...result.details } })
    if (!parsed.ok || !other.ok) continue
    if (parsed.value !== undefined) answers[question.id] = parsed.value
    if (other.value !== '') answers[otherKey(question.id)] = other.value
  }
  return { answers, faults }
}

/**
 * Parses the answer fields of a submitted form.
 * @param fields every field whose name starts with ANSWER_FIELD, each with all values sent under that name.
 * @returns the answers in the order of the questionnaire, or the first refusal with the question's id.
 */
export function parseResponse(
  questionnaire: Questionnaire,
  fields: AnswerFields,
): Result<Answers, ResponseRefusal> {
  const known = formNames(questionnaire)
  for (const name of Object.keys(fields)) {
    if (!known.has(name)) return fail('unknown-question', { question: name.slice(ANSWER_FIELD.length, 60) })
  }
  const { answers, faults } = readAnswers(questionnaire, fields)
  const [fault] = faults
  if (fault) {
    const title = questionnaire.questions.find(({ id }) => id === fault.questionId)?.title ?? ''
    return fail(fault.reason, { ...fault.details, question: fault.questionId, title })
  }
  return Object.keys(answers).length === 0 ? fail('empty-response') : ok(answers)
}

/** The form fields that say these answers: the inverse of `parseResponse`. */
export function fieldsOf(questionnaire: Questionnaire, answers: Answers): AnswerFields {
  const fields: Record<string, string[]> = {}
  const put = (name: string, value: string) => {
    fields[name] = [...(fields[name] ?? []), value]
  }
  for (const question of questionnaire.questions) {
    const answer = answers[question.id]
    if (answer === undefined) continue
    const words = answers[otherKey(question.id)]
    const said = [
      ...typeOf(question).fields(question, answer),
      ...(typeof words === 'string' ? [[OTHER, words] as const] : []),
    ]
    for (const [part, value] of said) put(fieldOf(question, part), value)
  }
  return fields
}
