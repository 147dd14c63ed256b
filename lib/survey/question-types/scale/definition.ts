/** 五级量表题: five labelled grades, from the most favourable (1) to the least favourable (5). */
import { z } from 'zod'
import { fail, ok } from '../../../result.ts'
import { baseShape } from '../base.ts'
import { onlyValue, type QuestionType } from '../question-type.ts'

const label = z.string().trim().min(1, 'required').max(40, 'too-long')

export const scaleShape = z.object({
  ...baseShape,
  type: z.literal('scale'),
  /** The words for grades 1 to 5; always the favourable end first, so that top boxes mean the same in every item. */
  labels: z.tuple([label, label, label, label, label]),
})
export type ScaleQuestion = z.infer<typeof scaleShape>

export const scale: QuestionType<ScaleQuestion, string> = {
  shape: scaleShape,
  options: (question) => question.labels.map((text, i) => ({ id: String(i + 1), label: text })),
  parts: () => [],
  parse(question, sent) {
    const value = onlyValue(sent)
    if (value === null) return fail('answer-wrong-type')
    if (value === '') return question.required ? fail('answer-required') : ok(undefined)
    return /^[1-5]$/.test(value) ? ok(value) : fail('answer-unknown-option')
  },
  fields: (_, answer) => [['', answer]],
  cells: (_, answer) => [answer],
  reworded(question, say) {
    const [a, b, c, d, e] = question.labels
    const grade = (n: number, label: string) => say(`labels.${n}`, label)
    return { ...question, labels: [grade(1, a), grade(2, b), grade(3, c), grade(4, d), grade(5, e)] }
  },
}
