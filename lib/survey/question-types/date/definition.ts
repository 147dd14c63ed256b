/**
 * 日期题: a day or a month. It is counted by month only: a day of birth or of moving in would tell who it was.
 */
import { z } from 'zod'
import { fail, ok } from '../../../result.ts'
import { baseShape } from '../base.ts'
import { onlyValue, type QuestionType } from '../question-type.ts'

export const dateShape = z.object({
  ...baseShape,
  type: z.literal('date'),
  precision: z.enum(['day', 'month']),
})
export type DateQuestion = z.infer<typeof dateShape>

const EARLIEST = 1900
const LATEST = 2100
/** 2024-05-01, 2024/5/1, 2024.5.1, 2024年5月1日, 20240501; without the day for a month. */
const TYPED = /^(\d{4})(?:[-/.年](\d{1,2})|(\d{2}))(?:(?:[-/.月](\d{1,2})日?)|(\d{2})|月)?$/

export const date: QuestionType<DateQuestion, string> = {
  shape: dateShape,
  options: () => [],
  parts: () => [],
  parse({ required, precision }, sent) {
    const value = onlyValue(sent)
    if (value === null) return fail('answer-wrong-type')
    if (value.trim() === '') return required ? fail('answer-required') : ok(undefined)
    const typed = value.length > 40 ? null : TYPED.exec(value.normalize('NFKC').replace(/\s/g, ''))
    if (!typed) return fail('answer-not-a-date')
    const [year, month] = [Number(typed[1]), Number(typed[2] ?? typed[3])]
    const day = typed[4] ?? typed[5]
    // A day where a month was asked is one detail more than wanted: it is left out, not kept.
    if (precision === 'day' && day === undefined) return fail('answer-not-a-date')
    const found = new Date(Date.UTC(year, month - 1, Number(day ?? 1)))
    if (found.getUTCMonth() !== month - 1 || found.getUTCFullYear() !== year) return fail('answer-not-a-date')
    if (year < EARLIEST || year > LATEST) return fail('answer-out-of-range', { min: EARLIEST, max: LATEST })
    return ok(found.toISOString().slice(0, precision === 'day' ? 10 : 7))
  },
  fields: (_, answer) => [['', answer]],
  cells: (_, answer) => [`m:${answer.slice(0, 7)}`],
  reworded: (question) => question,
}
