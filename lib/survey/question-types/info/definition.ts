/** 说明文字: something to read between the questions, such as the key figures of a plan. It asks nothing. */
import { z } from 'zod'
import { fail, ok } from '../../../result.ts'
import { baseShape } from '../base.ts'
import { onlyValue, type QuestionType } from '../question-type.ts'

export const infoShape = z.object({
  ...baseShape,
  type: z.literal('info'),
  body: z.string().trim().min(1, 'required').max(2000, 'too-long'),
})
export type InfoQuestion = z.infer<typeof infoShape>

export const info: QuestionType<InfoQuestion, never> = {
  shape: infoShape,
  options: () => [],
  parts: () => [],
  parse: (_, sent) => (onlyValue(sent) === '' ? ok(undefined) : fail('answer-wrong-type')),
  fields: () => [],
  cells: () => [],
  reworded: (question, say) => ({ ...question, body: say('body', question.body) }),
}
