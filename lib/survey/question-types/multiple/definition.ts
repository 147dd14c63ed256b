/** 多选题: any number of the options, within a least and a most where they are stated. */
import { z } from 'zod'
import { fail, ok } from '../../../result.ts'
import { baseShape, optionsShape, rewordedOptions } from '../base.ts'
import type { QuestionType } from '../question-type.ts'

const choices = z
  .number('not-a-number')
  .int('not-whole')
  .min(1, 'out-of-range')
  .max(30, 'out-of-range')
  .optional()

export const multipleShape = z
  .object({
    ...baseShape,
    type: z.literal('multiple'),
    options: optionsShape,
    /** Fewest and most options that an answer may have; a question left open has none. */
    atLeast: choices,
    atMost: choices,
  })
  .refine(({ atLeast, atMost }) => atLeast === undefined || atMost === undefined || atLeast <= atMost, {
    message: 'range-reversed',
    path: ['atMost'],
  })
  .refine(({ atLeast, options }) => atLeast === undefined || atLeast <= options.length, {
    message: 'out-of-range',
    path: ['atLeast'],
  })
export type MultipleQuestion = z.infer<typeof multipleShape>

export const multiple: QuestionType<MultipleQuestion, string[]> = {
  shape: multipleShape,
  options: (question) => question.options,
  parts: () => [],
  parse({ options, required, atLeast, atMost }, sent) {
    const chosen = new Set((sent[''] ?? []).filter((item) => item !== ''))
    if (chosen.size === 0) return required ? fail('answer-required') : ok(undefined)
    // Stored in the order of the questionnaire: the order of clicking would be a trace of the person.
    const known = options.filter((option) => chosen.has(option.id)).map((option) => option.id)
    if (known.length !== chosen.size) return fail('answer-unknown-option')
    if (atLeast !== undefined && known.length < atLeast) return fail('answer-too-few', { min: atLeast })
    if (atMost !== undefined && known.length > atMost) return fail('answer-too-many', { max: atMost })
    return ok(known)
  },
  fields: (_, answer) => answer.map((id) => ['', id]),
  cells: (_, answer) => answer,
  reworded: (question, say) => ({ ...question, options: rewordedOptions('options', question.options, say) }),
}
