/**
 * 措施落实: what was done of each measure, and what proves it.
 *
 * A measure is planned, under way, done or given up. "Done" without proof is a claim, so it needs the day and the proof:
 * a record that can be looked up, not a promise. How far a residual score may lean on the measures of its factor is
 * decided by that proof alone.
 */
import { z } from 'zod'
import { hasPersonalData } from '../personal-data.ts'

export const MEASURE_STATES = ['planned', 'under-way', 'done', 'given-up'] as const
export type MeasureState = (typeof MEASURE_STATES)[number]

export const measureProgressShape = z
  .object({
    factorId: z.string().min(1),
    measureId: z.string().min(1),
    state: z.enum(MEASURE_STATES),
    /** YYYY-MM-DD; for a measure that is done. */
    doneOn: z.iso.date('invalid-date').nullable(),
    /** Where the proof is found; why a measure was given up. */
    proof: z
      .string()
      .trim()
      .max(2000, 'too-long')
      .refine((text) => !hasPersonalData(text), 'personal-data'),
  })
  .superRefine(({ state, doneOn, proof }, context) => {
    const missing = (path: string) => context.addIssue({ code: 'custom', path: [path], message: 'required' })
    if (state === 'done' && doneOn === null) missing('doneOn')
    if ((state === 'done' || state === 'given-up') && proof === '') missing('proof')
  })
export type MeasureProgress = z.infer<typeof measureProgressShape>

/** What evidence files are attached to: measure ids are unique within their factor only. */
export const measureSubject = (factorId: string, measureId: string) => `${factorId}/${measureId}`

export interface PlannedMeasure {
  readonly factorId: string
  readonly measureId: string
  readonly deadline: string
}

/** What is known of a measure; planned where nobody has said anything. */
export function progressOf(
  progress: readonly MeasureProgress[],
  factorId: string,
  measureId: string,
): MeasureProgress {
  return (
    progress.find((one) => one.factorId === factorId && one.measureId === measureId) ?? {
      factorId,
      measureId,
      state: 'planned',
      doneOn: null,
      proof: '',
    }
  )
}

/**
 * The share of a factor's measures that are proven, 0 to 1; 0 for a factor without measures. Each measure counts the
 * same: a finer weighting would be a number that nobody could defend.
 */
export function provenShare(
  factorId: string,
  measureIds: readonly string[],
  progress: readonly MeasureProgress[],
): number {
  if (measureIds.length === 0) return 0
  const proven = measureIds.filter((id) => progressOf(progress, factorId, id).state === 'done').length
  return proven / measureIds.length
}

/** A promise that no longer counts: its day has passed without proof, or it was given up. */
export function hasLapsed({ state }: MeasureProgress, deadline: string, today: string): boolean {
  if (state === 'done') return false
  return state === 'given-up' || deadline < today
}

/** Measures whose day has passed and that are neither done nor given up, the oldest deadline first. */
export function overdueMeasures<Measure extends PlannedMeasure>(
  measures: readonly Measure[],
  progress: readonly MeasureProgress[],
  today: string,
): Measure[] {
  return measures
    .filter(({ factorId, measureId, deadline }) => {
      const { state } = progressOf(progress, factorId, measureId)
      return deadline < today && (state === 'planned' || state === 'under-way')
    })
    .sort((a, b) => (a.deadline < b.deadline ? -1 : a.deadline > b.deadline ? 1 : 0))
}
