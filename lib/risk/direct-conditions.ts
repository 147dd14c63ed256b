import { z } from 'zod'

/** Ids of the conditions that hold; empty where all were examined and none does, null where nobody has looked. */
export const directConditionsShape = z.object({
  conditions: z.array(z.string().min(1).max(100)).max(100, 'too-many').nullable(),
})
export type DirectConditionsEntry = z.infer<typeof directConditionsShape>
