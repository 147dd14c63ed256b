import type { z } from 'zod'
import type { Result } from '../../result.ts'

/**
 * What one resident answered to one question; absent means not answered. An option id (single, scale), a text, a canonical
 * number or date; several option ids (multiple: in the order of the questionnaire, ranking: best first); or one option id
 * per row (matrix).
 */
export type Answer = string | string[] | { readonly [row: string]: string }

export type AnswerRefusal =
  | 'answer-wrong-type'
  | 'answer-unknown-option'
  | 'answer-too-long'
  | 'answer-required'
  | 'answer-too-few'
  | 'answer-too-many'
  | 'answer-rows-missing'
  | 'answer-not-a-number'
  | 'answer-too-precise'
  | 'answer-out-of-range'
  | 'answer-not-a-date'
  | 'answer-rank-twice'
  | 'answer-ranks-missing'
  | 'answer-other-not-chosen'

/** One option as the resident sees it. */
export interface Option {
  readonly id: string
  readonly label: string
  /** Whoever chooses this one is asked to say it in words. */
  readonly other?: true | undefined
}

/** What a form sent for one question: the values by part, '' for the question's own field (`q.<id>`), otherwise
 * the part after it (`q.<id>.<part>`). */
export type Sent = Readonly<Record<string, readonly string[]>>

/** Gives the words for a place in a question, such as `title` or `options.support`, for the words that stand there. */
export type Say = (place: string, words: string) => string

/**
 * Everything the workbench must know of a question type apart from its faces. A new type is one folder that exports
 * such a definition and a resident face, plus one line in each of the two registries beside this file.
 */
export interface QuestionType<Question, Given extends Answer = Answer> {
  readonly shape: z.ZodType<Question>
  /** What can be counted, in the order shown; empty where the possible answers are not a list of words. */
  options(question: Question): readonly Option[]
  /** Further parts a form may send for it, beyond its own field. */
  parts(question: Question): readonly string[]
  /** Parses what a form sent; undefined means the resident left it open. */
  parse(question: Question, sent: Sent): Result<Given | undefined, AnswerRefusal>
  /** What a form sends for an answer: the inverse of `parse`. */
  fields(question: Question, answer: Given): readonly (readonly [part: string, value: string])[]
  /** The cells an answer counts in, apart from `answered`. */
  cells(question: Question, answer: Given): readonly string[]
  /** The question with the words of its own kind (not its title or section) as `say` gives them. */
  reworded(question: Question, say: Say): Question
}

/** What every question carries, whatever its type. */
export interface QuestionBase {
  readonly id: string
  readonly title: string
  readonly required: boolean
}

/** The one value of a field that may have one; null when several came. */
export function onlyValue(sent: Sent, part = ''): string | null {
  const values = (sent[part] ?? []).filter((value) => value !== '')
  return values.length > 1 ? null : (values[0] ?? '')
}
