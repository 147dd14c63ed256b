/** 单选题: exactly one of several options. */
import { z } from 'zod'
import { fail, ok } from '../../../result.ts'
import { baseShape, optionsShape } from '../base.ts'
import type { QuestionType } from '../question-type.ts'

export const singleShape = z.object({ ...baseShape, type: z.literal('single'), options: optionsShape })
export type SingleQuestion = z.infer<typeof singleShape>

export const single: QuestionType<SingleQuestion> = {
  shape: singleShape,
  options: (question) => question.options,
  parse(question, sent) {
    const [value, ...others] = sent.filter((item) => item !== '')
    if (others.length > 0) return fail('answer-wrong-type')
    if (value === undefined) return question.required ? fail('answer-required') : ok(undefined)
    return question.options.some((option) => option.id === value) ? ok(value) : fail('answer-unknown-option')
  },
}
