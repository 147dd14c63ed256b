/**
 * Several factors from the reference catalogue at once.
 *
 * What the catalogue knows is carried over; what must be judged (W, p, q) is asked for each factor and has no default. The
 * residual values start as the initial ones: measures come later, on the page of the factor.
 */
import { z } from 'zod'
import { PHASES, type RiskFactorEntry } from './factor.ts'

const share = z.number('not-a-number').min(0, 'out-of-range').max(1, 'out-of-range')

export const factorBatchShape = z.object({
  picks: z
    .array(
      z.object({
        catalogueId: z.string().min(1).max(80),
        category: z.string().trim().min(1, 'required').max(80, 'too-long'),
        name: z.string().trim().min(1, 'required').max(120, 'too-long'),
        phases: z.array(z.enum(PHASES)).min(1, 'required'),
        weight: share,
        probability: share,
        impact: share,
      }),
    )
    .min(1, 'required')
    .max(200, 'too-many'),
})
export type FactorBatch = z.infer<typeof factorBatchShape>
export type FactorPick = FactorBatch['picks'][number]

export function factorsOf({ picks }: FactorBatch): RiskFactorEntry[] {
  return picks.map(({ catalogueId, category, name, phases, weight, probability, impact }) => ({
    catalogueId,
    category,
    name,
    phases,
    weight,
    initialProbability: probability,
    initialImpact: impact,
    residualProbability: probability,
    residualImpact: impact,
    measures: [],
  }))
}

/** What is left of one after the given weights, in equal parts of thousandths; the first takes what does not divide. */
export function sharedRest(taken: number, parts: number): number[] {
  const units = Math.max(0, Math.round((1 - taken) * 1000))
  const each = Math.floor(units / parts)
  return Array.from({ length: parts }, (_, i) => (i === 0 ? units - each * (parts - 1) : each) / 1000)
}
