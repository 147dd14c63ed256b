/**
 * A finding says how far one indicator is met, on which evidence, and who found it.
 *
 * The scale is stated in words because officials must be able to defend each step of it: met, partly met with a gap
 * that can be closed, not met, or not applicable with a reason. A dimension's conclusion is derived from its findings
 * by the weakest link: one indicator that is not met cannot be outvoted by ten that are. Assessors may comment on a
 * conclusion; nobody can overwrite it.
 */
import { z } from 'zod'
import { DIMENSIONS, type Dimension, INDICATORS, indicatorsIn } from './indicators.ts'

export const FINDING_GRADES = ['met', 'partly-met', 'not-met', 'not-applicable'] as const
export type FindingGrade = (typeof FINDING_GRADES)[number]

const indicatorIds = new Set(INDICATORS.map((indicator) => indicator.id))

/** What an assessor enters for one indicator. A grade without evidence is an opinion, so evidence is required. */
export const findingShape = z.object({
  indicatorId: z.string().refine((id) => indicatorIds.has(id), 'unknown-indicator'),
  grade: z.enum(FINDING_GRADES),
  evidence: z.string().trim().min(1, 'required').max(4000, 'too-long'),
})
export type FindingEntry = z.infer<typeof findingShape>

export interface Finding extends FindingEntry {
  readonly scorerName: string
  readonly scoredOn: string
}

export const dimensionCommentShape = z.object({
  dimension: z.enum(DIMENSIONS),
  comment: z.string().trim().max(4000, 'too-long'),
})
export type DimensionComment = z.infer<typeof dimensionCommentShape>

export const CONCLUSIONS = ['passes', 'passes-with-gaps', 'fails', 'incomplete'] as const
export type Conclusion = (typeof CONCLUSIONS)[number]

export interface DimensionConclusion {
  readonly dimension: Dimension
  readonly conclusion: Conclusion
  readonly counts: Readonly<Record<FindingGrade, number>>
  readonly indicators: number
  /** Indicator ids that decided the conclusion: those not met, else those partly met, else those missing. */
  readonly deciding: readonly string[]
}

/**
 * Derives a dimension's conclusion by the weakest link: any `not-met` → fails; else any indicator without a finding →
 * incomplete; else any `partly-met` → passes with gaps; else passes. A failure is reported before completeness,
 * because further findings cannot repair it.
 */
export function concludeDimension(dimension: Dimension, findings: readonly Finding[]): DimensionConclusion {
  const indicators = indicatorsIn(dimension)
  const byIndicator = new Map(findings.map((finding) => [finding.indicatorId, finding.grade]))
  const graded = (grade: FindingGrade) =>
    indicators.filter(({ id }) => byIndicator.get(id) === grade).map(({ id }) => id)
  const notMet = graded('not-met')
  const partlyMet = graded('partly-met')
  const missing = indicators.filter(({ id }) => !byIndicator.has(id)).map(({ id }) => id)
  const counts: Record<FindingGrade, number> = {
    met: graded('met').length,
    'partly-met': partlyMet.length,
    'not-met': notMet.length,
    'not-applicable': graded('not-applicable').length,
  }
  const base = { dimension, counts, indicators: indicators.length }
  if (notMet.length > 0) return { ...base, conclusion: 'fails', deciding: notMet }
  if (missing.length > 0) return { ...base, conclusion: 'incomplete', deciding: missing }
  if (partlyMet.length > 0) return { ...base, conclusion: 'passes-with-gaps', deciding: partlyMet }
  return { ...base, conclusion: 'passes', deciding: [] }
}
