import { z } from 'zod'
import type { Option, Say } from './question-type.ts'

export const line = (max: number) => z.string().trim().min(1, 'required').max(max, 'too-long')

/** Names that every JavaScript object has would answer to a lookup without having been given. */
const idOf = (pattern: RegExp) =>
  z
    .string()
    .regex(pattern, 'bad-id')
    .refine((id) => !(id in {}), 'bad-id')

export const optionIdShape = idOf(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/)
/** Question ids are form field names and codebook columns: short, ASCII, stable, without dots. */
export const questionIdShape = idOf(/^[A-Za-z][A-Za-z0-9_-]{0,31}$/)

/** 显示条件: an answer to an earlier question that this one depends on. */
export const conditionShape = z.object({
  questionId: z.string(),
  /** The row, where the earlier question is a matrix. */
  rowId: z.string().optional(),
  /** The condition holds when one of these was chosen. */
  optionIds: z.array(z.string()).min(1, 'required').max(30, 'too-many'),
})
export type Condition = z.infer<typeof conditionShape>

export const showIfShape = z.object({
  match: z.enum(['any', 'all']),
  conditions: z.array(conditionShape).min(1, 'required').max(10, 'too-many'),
})
export type ShowIf = z.infer<typeof showIfShape>

export const baseShape = {
  id: questionIdShape,
  title: line(300),
  required: z.boolean(),
  /** Heading of the section that begins with this question. */
  section: line(80).optional(),
  /** Asked only of those who gave certain answers before; absent: asked of everybody. */
  showIf: showIfShape.optional(),
}

export const optionShape = z.object({
  id: optionIdShape,
  label: line(120),
  /** 其他（请注明）: whoever chooses it is asked to say it in words. */
  other: z.literal(true).optional(),
})

const differ = (values: readonly unknown[]) => new Set(values).size === values.length

/** Options with different ids and different labels: two boxes with the same words cannot be told apart. */
const optionList = <Shape extends z.ZodType<{ id: string; label: string }>>(shape: Shape, most: number) =>
  z
    .array(shape)
    .min(2, 'too-few-options')
    .max(most, 'too-many-options')
    .refine((options) => differ(options.map((option) => option.id)), 'duplicate-option')
    .refine((options) => differ(options.map((option) => option.label)), 'duplicate-option')

/** Two to thirty options, of which at most one asks for words. */
export const optionsShape = optionList(optionShape, 30).refine(
  (options) => options.filter((option) => option.other).length <= 1,
  'one-other-only',
)

/** The rows or columns of a matrix, the things to be ranked: none of them asks for words. */
export const plainOptions = (most: number) => optionList(optionShape.omit({ other: true }), most)

/** The option that asks for words. */
export function otherOption(options: readonly Option[]): Option | undefined {
  return options.find((option) => option.other)
}

/** Options with the words that `say` gives for `<list>.<option id>`. */
export function rewordedOptions<Kind extends Option>(
  list: string,
  options: readonly Kind[],
  say: Say,
): Kind[] {
  return options.map((option) => ({ ...option, label: say(`${list}.${option.id}`, option.label) }))
}
