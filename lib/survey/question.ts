/** 题目: one question of any type. The types are in question-types/, one folder each. */
import { z } from 'zod'
import { dateShape } from './question-types/date/definition.ts'
import { QUESTION_TYPES } from './question-types/definitions.ts'
import { infoShape } from './question-types/info/definition.ts'
import { matrixShape } from './question-types/matrix/definition.ts'
import { multipleShape } from './question-types/multiple/definition.ts'
import { numberShape } from './question-types/number/definition.ts'
import type { Option, QuestionType } from './question-types/question-type.ts'
import { rankingShape } from './question-types/ranking/definition.ts'
import { scaleShape } from './question-types/scale/definition.ts'
import { singleShape } from './question-types/single/definition.ts'
import { textShape } from './question-types/text/definition.ts'

export const questionShape = z.discriminatedUnion('type', [
  singleShape,
  multipleShape,
  scaleShape,
  matrixShape,
  rankingShape,
  numberShape,
  dateShape,
  textShape,
  infoShape,
])
export type Question = z.infer<typeof questionShape>

/** The definition of a question's type; the cast is sound because the registry key is the discriminator. */
export function typeOf(question: Question): QuestionType<Question> {
  return QUESTION_TYPES[question.type] as unknown as QuestionType<Question>
}

/** What can be counted of a question, in the order shown: options, or the cells of a matrix or a ranking. */
export function optionsOf(question: Question): readonly Option[] {
  return typeOf(question).options(question)
}
