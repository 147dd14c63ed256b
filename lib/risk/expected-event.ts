import { z } from 'zod'

/** Persons in the largest credible event; null takes the judgement back. No event is larger than a large city. */
export const expectedEventShape = z.object({
  persons: z
    .number('not-a-number')
    .int('not-whole')
    .min(0, 'negative')
    .max(3_000_000, 'too-large')
    .nullable(),
})
export type ExpectedEventEntry = z.infer<typeof expectedEventShape>
