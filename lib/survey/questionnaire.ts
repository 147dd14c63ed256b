/**
 * 问卷: what residents are asked.
 *
 * A questionnaire is a list of questions plus the naming of the indices: which question, and which of its options,
 * counts as satisfied, supporting, confident or opposed. The naming belongs to the questionnaire and is fixed with it
 * at publication, because choosing the "top boxes" after seeing the answers is one of the oldest ways to flatter a
 * result. Opposition must be named as well as support: a questionnaire that cannot measure opposition cannot carry a
 * verdict.
 */
import { z } from 'zod'
import { QUESTION_TYPES } from './question-types/definitions.ts'
import { multipleShape } from './question-types/multiple/definition.ts'
import type { Option, QuestionType } from './question-types/question-type.ts'
import { scaleShape } from './question-types/scale/definition.ts'
import { singleShape } from './question-types/single/definition.ts'
import { textShape } from './question-types/text/definition.ts'

export const questionShape = z.discriminatedUnion('type', [singleShape, multipleShape, scaleShape, textShape])
export type Question = z.infer<typeof questionShape>

export const INDEX_NAMES = ['satisfaction', 'support', 'confidence', 'opposition'] as const
export type IndexName = (typeof INDEX_NAMES)[number]

export const indexItemShape = z.object({
  questionIds: z.array(z.string()).min(1, 'required').max(60, 'too-many'),
  optionIds: z.array(z.string()).min(1, 'required'),
})
/** The items of an index and the options of each that count toward it. */
export type IndexItem = z.infer<typeof indexItemShape>

export const questionnaireShape = z
  .object({
    title: z.string().trim().min(1, 'required').max(120, 'too-long'),
    /** Who asks, and what for: the first thing a resident reads. */
    introduction: z.string().trim().min(1, 'required').max(1000, 'too-long'),
    questions: z.array(questionShape).min(1, 'no-questions').max(60, 'too-many'),
    indices: z.object({
      satisfaction: indexItemShape.nullable(),
      support: indexItemShape.nullable(),
      confidence: indexItemShape.nullable(),
      opposition: indexItemShape.nullable(),
    }),
  })
  .superRefine((questionnaire, context) => {
    const seen = new Set<string>()
    questionnaire.questions.forEach((question, i) => {
      if (seen.has(question.id)) {
        context.addIssue({ code: 'custom', path: ['questions', i, 'id'], message: 'duplicate-question' })
      }
      seen.add(question.id)
    })
    for (const name of INDEX_NAMES) {
      const item = questionnaire.indices[name]
      if (!item) continue
      const complain = (message: string) =>
        context.addIssue({ code: 'custom', path: ['indices', name], message })
      // Only satisfaction may average a battery of items: support, confidence and opposition are shares of people,
      // and the opposition rule needs a count of opposed among valid answers.
      if (name !== 'satisfaction' && item.questionIds.length !== 1) complain('index-needs-one-question')
      for (const questionId of item.questionIds) {
        const question = questionnaire.questions.find((candidate) => candidate.id === questionId)
        if (!question) complain('index-unknown-question')
        else if (question.type !== 'single' && question.type !== 'scale')
          complain('index-question-not-countable')
        else if (!item.optionIds.every((id) => optionsOf(question).some((option) => option.id === id))) {
          complain('index-unknown-option')
        }
      }
    }
  })
export type Questionnaire = z.infer<typeof questionnaireShape>

/** The definition of a question's type; the cast is sound because the registry key is the discriminator. */
export function typeOf(question: Question): QuestionType<Question> {
  return QUESTION_TYPES[question.type] as unknown as QuestionType<Question>
}

export function optionsOf(question: Question): readonly Option[] {
  return typeOf(question).options(question)
}
