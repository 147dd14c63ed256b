/**
 * 数字题: a number within stated bounds, with a unit. Bounds and decimals together leave at most 10,000 possible values:
 * every value is a count of its own, and a number too exact would tell who it was.
 */
import { z } from 'zod'
import { fail, ok } from '../../../result.ts'
import { baseShape, line } from '../base.ts'
import { onlyValue, type QuestionType } from '../question-type.ts'

const MOST_VALUES = 10_000
const bound = z.number('not-a-number').min(-1e9, 'out-of-range').max(1e9, 'out-of-range')

export const numberShape = z
  .object({
    ...baseShape,
    type: z.literal('number'),
    unit: line(12).optional(),
    min: bound,
    max: bound,
    /** Places after the decimal point, 0 to 3. */
    decimals: z.number('not-a-number').int('not-whole').min(0, 'out-of-range').max(3, 'out-of-range'),
  })
  .refine(({ min, max }) => min < max, { message: 'range-reversed', path: ['max'] })
  .refine(({ min, max, decimals }) => (max - min) * Number(`1e${decimals}`) < MOST_VALUES, {
    message: 'too-many-values',
    path: ['max'],
  })
export type NumberQuestion = z.infer<typeof numberShape>

/** As typed on any keyboard: full-width digits and signs become plain ones. */
function plain(typed: string): string {
  return typed.length > 40 ? '' : typed.normalize('NFKC').trim().replace(/^[−–]/, '-').replace(/^\+/, '')
}

/** The number without needless zeros and signs: 012.50 → 12.5, -0 → 0. */
function canonical(digits: string): string {
  const [whole = '0', fraction = ''] = digits.replace('-', '').split('.')
  const kept = fraction.replace(/0+$/, '')
  const size = whole.replace(/^0+(?=\d)/, '') + (kept && `.${kept}`)
  return digits.startsWith('-') && size !== '0' ? `-${size}` : size
}

export const number: QuestionType<NumberQuestion, string> = {
  shape: numberShape,
  options: () => [],
  parts: () => [],
  parse({ required, min, max, decimals, unit }, sent) {
    const value = onlyValue(sent)
    if (value === null) return fail('answer-wrong-type')
    if (value.trim() === '') return required ? fail('answer-required') : ok(undefined)
    let typed = plain(value)
    if (unit && typed.endsWith(unit)) typed = typed.slice(0, -unit.length).trimEnd()
    if (!/^-?\d{1,12}(\.\d{1,12})?$/.test(typed)) return fail('answer-not-a-number')
    const answer = canonical(typed)
    if ((answer.split('.')[1] ?? '').length > decimals) return fail('answer-too-precise', { decimals })
    if (Number(answer) < min || Number(answer) > max) return fail('answer-out-of-range', { min, max })
    return ok(answer)
  },
  fields: (_, answer) => [['', answer]],
  cells: (_, answer) => [`v:${answer}`],
  reworded: (question, say) => (question.unit ? { ...question, unit: say('unit', question.unit) } : question),
}
