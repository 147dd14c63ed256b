/** 多选题: any number of the options, up to a maximum where one is stated. */
import { z } from 'zod'
import { fail, ok } from '../../../result.ts'
import { baseShape, optionsShape } from '../base.ts'
import type { QuestionType } from '../question-type.ts'

export const multipleShape = z.object({ ...baseShape, type: z.literal('multiple'), options: optionsShape })
export type MultipleQuestion = z.infer<typeof multipleShape>

export const multiple: QuestionType<MultipleQuestion> = {
  shape: multipleShape,
  options: (question) => question.options,
  parse(question, sent) {
    const chosen = [...new Set(sent.filter((item) => item !== ''))]
    if (chosen.length === 0) return question.required ? fail('answer-required') : ok(undefined)
    const known = new Set(question.options.map((option) => option.id))
    if (!chosen.every((id) => known.has(id))) return fail('answer-unknown-option')
    // Stored in the order of the questionnaire: the order of clicking would be a trace of the person.
    return ok(question.options.filter((option) => chosen.includes(option.id)).map((option) => option.id))
  },
}
