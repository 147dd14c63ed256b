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
import { DEFAULT_LANGUAGE, languageShape } from './languages.ts'
import { optionsOf, questionShape } from './question.ts'
import { conditionFault } from './show-if.ts'

export { optionsOf, type Question, questionShape, typeOf } from './question.ts'

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
    /** BCP 47 tags, the language of drafting first; absent: Chinese alone. */
    languages: z.array(languageShape).min(1, 'required').max(12, 'too-many').optional(),
    /** Words by language and place; see localized.ts. */
    translations: z
      .record(languageShape, z.record(z.string().max(80), z.string().trim().max(2000, 'too-long')))
      .optional(),
  })
  .superRefine((questionnaire, context) => {
    const seen = new Set<string>()
    questionnaire.questions.forEach((question, i) => {
      if (seen.has(question.id)) {
        context.addIssue({ code: 'custom', path: ['questions', i, 'id'], message: 'duplicate-question' })
      }
      seen.add(question.id)
      const fault = conditionFault(question, questionnaire.questions, i)
      if (fault) context.addIssue({ code: 'custom', path: ['questions', i, 'showIf'], message: fault })
    })
    if (questionnaire.questions.length > 0 && !questionnaire.questions.some(({ type }) => type !== 'info'))
      context.addIssue({ code: 'custom', path: ['questions'], message: 'no-questions' })
    const languages = questionnaire.languages ?? [DEFAULT_LANGUAGE]
    if (languages[0] !== DEFAULT_LANGUAGE || new Set(languages).size !== languages.length)
      context.addIssue({ code: 'custom', path: ['languages'], message: 'bad-language' })
    for (const language of Object.keys(questionnaire.translations ?? {}))
      if (!languages.slice(1).includes(language))
        context.addIssue({ code: 'custom', path: ['translations', language], message: 'bad-language' })
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

/** The number a question is known by, from 1; an information block has none. */
export function numberOf(questionnaire: Pick<Questionnaire, 'questions'>, questionId: string): number | null {
  const asked = questionnaire.questions.filter((question) => question.type !== 'info')
  const at = asked.findIndex((question) => question.id === questionId)
  return at < 0 ? null : at + 1
}

/** How many questions there are to answer. */
export function askedQuestions({ questions }: Pick<Questionnaire, 'questions'>): number {
  return questions.filter((question) => question.type !== 'info').length
}
