/** 单选题: exactly one of several options. */
import { z } from 'zod'
import { fail, ok } from '../../../result.ts'
import { baseShape, optionsShape, rewordedOptions } from '../base.ts'
import { onlyValue, type QuestionType } from '../question-type.ts'

export const singleShape = z.object({ ...baseShape, type: z.literal('single'), options: optionsShape })
export type SingleQuestion = z.infer<typeof singleShape>

export const single: QuestionType<SingleQuestion, string> = {
  shape: singleShape,
  options: (question) => question.options,
  parts: () => [],
  parse(question, sent) {
    const value = onlyValue(sent)
    if (value === null) return fail('answer-wrong-type')
    if (value === '') return question.required ? fail('answer-required') : ok(undefined)
    return question.options.some((option) => option.id === value) ? ok(value) : fail('answer-unknown-option')
  },
  fields: (_, answer) => [['', answer]],
  cells: (_, answer) => [answer],
  reworded: (question, say) => ({ ...question, options: rewordedOptions('options', question.options, say) }),
}
