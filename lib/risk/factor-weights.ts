import { z } from 'zod'

/** Weights of several factors, saved together so that their sum is never seen half-changed. */
export const weightsShape = z.object({
  weights: z
    .array(
      z.object({
        factorId: z.string().min(1).max(80),
        weight: z.number('not-a-number').min(0, 'out-of-range').max(1, 'out-of-range'),
      }),
    )
    .max(500, 'too-many'),
})
export type WeightsEntry = z.infer<typeof weightsShape>
