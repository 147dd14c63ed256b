/**
 * 矩阵题: several statements (rows), each answered with one of the same options.
 *
 * A row is not an index item: an index counts whole questions, which every reader finds by their number. Items that an
 * index is to rest on are asked as scale questions, which stand as one block on the page anyway.
 */
import { z } from 'zod'
import { fail, ok } from '../../../result.ts'
import { baseShape, plainOptions, rewordedOptions } from '../base.ts'
import { onlyValue, type QuestionType } from '../question-type.ts'

export const matrixShape = z.object({
  ...baseShape,
  type: z.literal('matrix'),
  rows: plainOptions(20),
  options: plainOptions(7),
})
export type MatrixQuestion = z.infer<typeof matrixShape>

export const matrix: QuestionType<MatrixQuestion, { readonly [row: string]: string }> = {
  shape: matrixShape,
  options: ({ rows, options }) =>
    rows.flatMap((row) =>
      options.map((option) => ({
        id: `${row.id}:${option.id}`,
        label: `${row.label}：${option.label}`,
      })),
    ),
  parts: ({ rows }) => rows.map((row) => row.id),
  parse({ rows, options, required }, sent) {
    if (onlyValue(sent) !== '') return fail('answer-wrong-type')
    const given: Record<string, string> = {}
    for (const row of rows) {
      const value = onlyValue(sent, row.id)
      if (value === null) return fail('answer-wrong-type')
      if (value === '') continue
      if (!options.some((option) => option.id === value)) return fail('answer-unknown-option')
      given[row.id] = value
    }
    const answered = Object.keys(given).length
    if (answered === 0) return required ? fail('answer-required') : ok(undefined)
    if (required && answered < rows.length) return fail('answer-rows-missing', { n: rows.length - answered })
    return ok(given)
  },
  fields: (_, answer) => Object.entries(answer),
  cells: (_, answer) =>
    Object.entries(answer).flatMap(([row, option]) => [`${row}:answered`, `${row}:${option}`]),
  reworded: (question, say) => ({
    ...question,
    rows: rewordedOptions('rows', question.rows, say),
    options: rewordedOptions('options', question.options, say),
  }),
}
