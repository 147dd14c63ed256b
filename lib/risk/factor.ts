/**
 * 风险因素: what could wrong or endanger people, and what is done about it.
 *
 * Each factor is judged twice. The initial likelihood p and impact q describe the matter as planned; the residual pair
 * describes it after the mitigation measures. The known abuse is to cut every score by a fixed ratio "after measures",
 * so a residual value below the initial one is accepted only where a measure is named with its owner, deadline and
 * evidence. Values are shares of one: p and q in [0, 1], and the weights W of all factors of a matter sum to one.
 */
import { z } from 'zod'

export const PHASES = ['decision', 'preparation', 'implementation', 'operation'] as const
export type Phase = (typeof PHASES)[number]

const share = z.number('not-a-number').min(0, 'out-of-range').max(1, 'out-of-range')
const line = (max: number) => z.string().trim().min(1, 'required').max(max, 'too-long')

/** Ten trillion yuan in fen, far above any project and far below 2^53. */
const MAX_FEN = 1_000_000_000_000_000

export const measureShape = z.object({
  /** Unique within its factor; what was done of the measure is kept by it. */
  id: z.string().min(1).max(24),
  description: line(2000),
  owner: line(120),
  helper: z.string().trim().max(120, 'too-long'),
  phase: z.enum(PHASES),
  /** Calendar day, YYYY-MM-DD. */
  deadline: z.iso.date('not-a-date'),
  evidence: line(2000),
  /** 控制节点: the point in the work that may not be passed before the measure stands; may be empty. */
  controlNode: z.string().trim().max(300, 'too-long'),
  /** In fen; the sum of all measures belongs in the cash-flow table. */
  cost: z.number('not-a-number').int('not-whole').min(0, 'negative').max(MAX_FEN, 'too-large'),
})
export type MeasureEntry = z.infer<typeof measureShape>

export const riskFactorShape = z
  .object({
    /** Id in the reference catalogue, or null for a factor of one's own. */
    catalogueId: z.string().max(80).nullable(),
    category: line(80),
    name: line(120),
    phases: z.array(z.enum(PHASES)).min(1, 'required'),
    weight: share,
    initialProbability: share,
    initialImpact: share,
    residualProbability: share,
    residualImpact: share,
    measures: z.array(measureShape).max(50, 'too-many'),
  })
  .superRefine((factor, context) => {
    if (factor.measures.length > 0) return
    for (const [residual, initial] of [
      ['residualProbability', 'initialProbability'],
      ['residualImpact', 'initialImpact'],
    ] as const) {
      if (factor[residual] < factor[initial]) {
        context.addIssue({ code: 'custom', path: [residual], message: 'reduction-without-measure' })
      }
    }
  })
export type RiskFactorEntry = z.infer<typeof riskFactorShape>

export interface RiskFactor extends RiskFactorEntry {
  readonly id: string
}
