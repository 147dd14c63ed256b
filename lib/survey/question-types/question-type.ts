import type { z } from 'zod'
import type { Result } from '../../result.ts'

/** What one resident answered to one question: an option id, several, or free text. Absent means not answered. */
export type Answer = string | string[]

export type AnswerRefusal =
  | 'answer-wrong-type'
  | 'answer-unknown-option'
  | 'answer-too-long'
  | 'answer-required'

/** One option as the resident sees it. */
export interface Option {
  readonly id: string
  readonly label: string
}

/**
 * Everything the workbench must know of a question type apart from its faces. A new type is one folder that exports
 * such a definition and a resident face, plus one line in each of the two registries beside this file.
 */
export interface QuestionType<Question> {
  readonly shape: z.ZodType<Question>
  /** The options that are counted, in the order shown; empty for free text. */
  options(question: Question): readonly Option[]
  /** Parses what a form sent (one string per checked control); undefined means the resident left it open. */
  parse(question: Question, sent: readonly string[]): Result<Answer | undefined, AnswerRefusal>
}

/** What every question carries, whatever its type. */
export interface QuestionBase {
  readonly id: string
  readonly title: string
  readonly required: boolean
}
