/** 填空题: what people say in their own words. It is read by the assessors, never counted. */
import { z } from 'zod'
import { fail, ok } from '../../../result.ts'
import { baseShape } from '../base.ts'
import type { QuestionType } from '../question-type.ts'
import { characters, typedText } from '../typed-text.ts'

export const textShape = z.object({
  ...baseShape,
  type: z.literal('text'),
  /** In characters (code points), so that a rare Han character costs the resident one, not two. */
  maxLength: z.number('not-a-number').int('not-whole').min(10, 'out-of-range').max(2000, 'out-of-range'),
})
export type TextQuestion = z.infer<typeof textShape>

export const text: QuestionType<TextQuestion, string> = {
  shape: textShape,
  options: () => [],
  parts: () => [],
  parse(question, sent) {
    const values = sent[''] ?? []
    if (values.length > 1) return fail('answer-wrong-type')
    const value = typedText(values[0] ?? '')
    if (value === '') return question.required ? fail('answer-required') : ok(undefined)
    const length = characters(value)
    const max = question.maxLength
    return length > max ? fail('answer-too-long', { max, length, over: length - max }) : ok(value)
  },
  fields: (_, answer) => [['', answer]],
  cells: () => [],
  reworded: (question) => question,
}
