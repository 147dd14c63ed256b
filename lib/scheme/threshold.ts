/**
 * A number that decides, and where it comes from.
 *
 * Most numbers by which stability levels are judged in China stand in no national text: they are good practice, or the
 * rule of one province that others copied. So each number of a scheme carries its standing. `sourced` was read in a
 * source, which is named; `default-to-confirm` is well-known practice that the office has to confirm, and is never
 * called official.
 *
 * A threshold also says on which side it is closed. "Medium from 0.36, high above 0.64" is `begins: 'at'` and
 * `begins: 'above'`. Numbers are rounded to 1e-9 before they meet a threshold, since 0.8 · 0.8 is
 * 0.6400000000000001 in binary fractions.
 */
import { z } from 'zod'

export const STANDINGS = ['sourced', 'default-to-confirm'] as const
export type Standing = (typeof STANDINGS)[number]

/** Fields of everything that states a number or a rule. */
export const provenance = {
  standing: z.enum(STANDINGS),
  /** The text it was read in, or the practice it follows, in the words of the report. */
  source: z.string().trim().min(1),
}

export const idShape = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
export const namesShape = z.strictObject({ zh: z.string().trim().min(1), en: z.string().trim().min(1) })
export type Names = z.infer<typeof namesShape>

export const quantityShape = z.strictObject({ value: z.number().positive(), ...provenance })
export type Quantity = z.infer<typeof quantityShape>

/** A number of people or answers. */
export const countShape = z.strictObject({ value: z.number().int().positive(), ...provenance })

export const thresholdShape = z.strictObject({
  value: z.number().positive(),
  /** `at`: the value itself belongs to the worse side. `above`: only what exceeds it does. */
  begins: z.enum(['at', 'above']),
  ...provenance,
})
export type Threshold = z.infer<typeof thresholdShape>

/**
 * A number as it may be compared with a threshold: rounded to 1e-9. From a million on a double has no such digit to
 * spare and the number is returned as it is.
 */
export function comparable(value: number): number {
  return Math.abs(value) < 1e6 ? Math.round(value * 1e9) / 1e9 : value
}

/** Whether a number lies on the worse side of a threshold. */
export function reaches(value: number, threshold: Pick<Threshold, 'value' | 'begins'>): boolean {
  return threshold.begins === 'at'
    ? comparable(value) >= threshold.value
    : comparable(value) > threshold.value
}
