/**
 * 排序题: the options in the order of their weight to the resident, or the first few of them. Without scripts nobody can
 * drag, so the form asks for a place per option and refuses a place given twice.
 */
import { z } from 'zod'
import { fail, ok } from '../../../result.ts'
import { baseShape, plainOptions, rewordedOptions } from '../base.ts'
import { onlyValue, type QuestionType } from '../question-type.ts'

export const rankingShape = z
  .object({
    ...baseShape,
    type: z.literal('ranking'),
    options: plainOptions(10),
    /** How many places are given: all options, or the first few. */
    places: z.number('not-a-number').int('not-whole').min(2, 'out-of-range').max(10, 'out-of-range'),
  })
  .refine(({ places, options }) => places <= options.length, { message: 'out-of-range', path: ['places'] })
export type RankingQuestion = z.infer<typeof rankingShape>

export const ranking: QuestionType<RankingQuestion, string[]> = {
  shape: rankingShape,
  options: ({ options, places }) =>
    options.flatMap((option) =>
      Array.from({ length: places }, (_, i) => ({
        id: `${option.id}#${i + 1}`,
        label: `${option.label} #${i + 1}`,
      })),
    ),
  parts: ({ options }) => options.map((option) => option.id),
  parse({ options, places, required }, sent) {
    if (onlyValue(sent) !== '') return fail('answer-wrong-type')
    const order: (string | undefined)[] = new Array(places).fill(undefined)
    for (const option of options) {
      const value = onlyValue(sent, option.id)
      if (value === null) return fail('answer-wrong-type')
      if (value === '') continue
      const place = /^\d{1,2}$/.test(value) ? Number(value) : 0
      if (place < 1 || place > places) return fail('answer-unknown-option')
      if (order[place - 1] !== undefined) return fail('answer-rank-twice', { place })
      order[place - 1] = option.id
    }
    const given = order.filter((id) => id !== undefined)
    if (given.length === 0) return required ? fail('answer-required') : ok(undefined)
    return given.length === places ? ok(given) : fail('answer-ranks-missing', { places })
  },
  fields: (_, answer) => answer.map((id, i) => [id, String(i + 1)]),
  cells: (_, answer) => answer.map((id, i) => `${id}#${i + 1}`),
  reworded: (question, say) => ({ ...question, options: rewordedOptions('options', question.options, say) }),
}
