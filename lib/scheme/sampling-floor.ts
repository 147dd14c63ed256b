/**
 * 抽样下限: how many of the people affected must be asked at the least.
 *
 * A floor depends on what the matter is and on how many households it touches: everybody where land is taken, most of a
 * small neighbourhood, a third of a large one. Several conditions may hold at once ("more than 50 % and at least 90");
 * the larger number counts, and nobody can ask more households than there are.
 */
import { z } from 'zod'
import { fail, ok, type Result } from '../result.ts'
import { raise, raiseDuplicates } from './scheme-reason.ts'
import { comparable, idShape, namesShape, provenance } from './threshold.ts'

export const SAMPLING_MATTERS = ['land', 'environment', 'nimby', 'policy'] as const
export type SamplingMatter = (typeof SAMPLING_MATTERS)[number]

const samplingFloorShape = z
  .strictObject({
    id: idShape,
    matter: z.enum(SAMPLING_MATTERS),
    /** Who is counted: those directly or those indirectly affected. */
    effect: z.enum(['direct', 'indirect']),
    unit: z.enum(['households', 'persons']),
    /** Kilometres around the site within which units are counted; null where distance plays no part. */
    radiusKm: z.number().positive().nullable(),
    name: namesShape,
    /** By size of the frame, in whole units. */
    sizes: z
      .array(
        z.strictObject({
          from: z.number().int().min(0),
          upTo: z.number().int().nullable(),
          /** Share of the frame; `above` demands more than this share, not just as much. */
          share: z.strictObject({ value: z.number().min(0).max(1), begins: z.enum(['at', 'above']) }),
          atLeast: z.number().int().min(0),
        }),
      )
      .min(1),
    ...provenance,
  })
  .superRefine(({ sizes }, context) => {
    sizes.forEach(({ from, upTo }, i) => {
      const expected = i === 0 ? 0 : (sizes[i - 1]?.upTo ?? Number.POSITIVE_INFINITY) + 1
      if (from < expected) raise(context, 'bands-overlap', ['sizes', i, 'from'])
      if (from > expected) raise(context, 'bands-leave-gap', ['sizes', i, 'from'])
      if (upTo !== null && upTo < from) raise(context, 'not-ascending', ['sizes', i, 'upTo'])
    })
    if (sizes.at(-1)?.upTo !== null) raise(context, 'scale-not-covered', ['sizes', sizes.length - 1, 'upTo'])
  })
export type SamplingFloor = z.infer<typeof samplingFloorShape>

export const samplingFloorsShape = z
  .array(samplingFloorShape)
  .superRefine((floors, context) => raiseDuplicates(context, floors))

/**
 * Which floors hold for a matter whose sampling plan declares no kind: leaving the declaration out must not be the way
 * round every floor. Keys are the kinds of matter (评估事项的类别).
 */
export const undeclaredMattersShape = z.strictObject({
  decision: z.array(z.enum(SAMPLING_MATTERS)).min(1),
  policy: z.array(z.enum(SAMPLING_MATTERS)).min(1),
  project: z.array(z.enum(SAMPLING_MATTERS)).min(1),
  event: z.array(z.enum(SAMPLING_MATTERS)).min(1),
  ...provenance,
})

/**
 * Fewest units to be asked of a frame of `frame` units: max(⌈share·N⌉ or, for "more than", ⌊share·N⌋ + 1; atLeast), but
 * never more than N. Fails with `not-a-count` unless the frame is a whole number ≥ 0.
 */
export function fewestAnswers(floor: SamplingFloor, frame: number): Result<number, 'not-a-count'> {
  if (!(Number.isSafeInteger(frame) && frame >= 0)) return fail('not-a-count', { frame })
  const size = floor.sizes.find(({ upTo }) => upTo === null || frame <= upTo)
  if (!size) throw new Error(`sampling floor ${floor.id} has no row for ${frame} units`)
  const exact = comparable(size.share.value * frame)
  const byShare = size.share.begins === 'above' ? Math.floor(exact) + 1 : Math.ceil(exact)
  return ok(Math.min(frame, Math.max(byShare, size.atLeast)))
}
