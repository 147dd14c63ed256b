import { z } from 'zod'

const line = (max: number) => z.string().trim().min(1, 'required').max(max, 'too-long')

/** Question ids are form field names and codebook columns: short, ASCII, stable. */
export const baseShape = {
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,31}$/, 'bad-id'),
  title: line(300),
  required: z.boolean(),
}

export const optionShape = z.object({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/, 'bad-id'),
  label: line(120),
})

/** Two to thirty options with different ids and different labels: two boxes with the same words cannot be told apart. */
export const optionsShape = z
  .array(optionShape)
  .min(2, 'too-few-options')
  .max(30, 'too-many-options')
  .refine(
    (options) => new Set(options.map((option) => option.id)).size === options.length,
    'duplicate-option',
  )
  .refine(
    (options) => new Set(options.map((option) => option.label)).size === options.length,
    'duplicate-option',
  )
