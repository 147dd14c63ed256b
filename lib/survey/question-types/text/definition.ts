/** 填空题: what people say in their own words. It is read by the assessors, never counted. */
import { z } from 'zod'
import { fail, ok } from '../../../result.ts'
import { baseShape } from '../base.ts'
import type { QuestionType } from '../question-type.ts'

export const textShape = z.object({
  ...baseShape,
  type: z.literal('text'),
  /** In characters (code points), so that a rare Han character costs the resident one, not two. */
  maxLength: z.number().int().min(10).max(2000),
})
export type TextQuestion = z.infer<typeof textShape>

export const text: QuestionType<TextQuestion> = {
  shape: textShape,
  options: () => [],
  parse(question, sent) {
    if (sent.length > 1) return fail('answer-wrong-type')
    const value = (sent[0] ?? '').replace(/\r\n?/g, '\n').trim()
    if (value === '') return question.required ? fail('answer-required') : ok(undefined)
    return [...value].length > question.maxLength
      ? fail('answer-too-long', { max: question.maxLength })
      : ok(value)
  },
}
