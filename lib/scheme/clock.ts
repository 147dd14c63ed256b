/**
 * 时限: how long people must have been told before something is done.
 *
 * A clock either keeps a notice up for a number of days, or lets something happen only that long after people were
 * told. It may be shortened only with a stated reason, which is printed in the report. Working days need a calendar of
 * public holidays and are counted elsewhere.
 */
import { z } from 'zod'
import { raiseDuplicates } from './scheme-reason.ts'
import { namesShape, provenance } from './threshold.ts'

export const CLOCKS = [
  'land-pre-notice',
  'compensation-plan-notice',
  'public-comment',
  'assessment-notice',
  'hearing-notice',
  'hearing-participants',
  'hearing-papers',
] as const
export type ClockId = (typeof CLOCKS)[number]

export const clocksShape = z
  .array(
    z.strictObject({
      id: z.enum(CLOCKS),
      name: namesShape,
      days: z.number().int().positive(),
      counted: z.enum(['calendar-days', 'working-days']),
      /** `lasts`: stays public at least so long. `before`: must lie at least so long before the event named. */
      kind: z.enum(['lasts', 'before']),
      /** False: the period is law and no reason shortens it. */
      mayBeShortened: z.boolean(),
      ...provenance,
    }),
  )
  .superRefine((clocks, context) => raiseDuplicates(context, clocks))
export type Clock = z.infer<typeof clocksShape>[number]
