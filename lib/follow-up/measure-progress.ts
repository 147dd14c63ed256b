/**
 * 措施落实: what was done of each measure, and what proves it.
 *
 * A measure is planned, under way, done or given up. "Done" without proof is a claim, so it needs the day and the proof:
 * a record that can be looked up, which is a file among the evidence or a document by its number, and not a promise. How
 * far a residual score may lean on the measures of its factor is decided by that proof alone.
 */
import { z } from 'zod'
import { happenedOn } from '../happened-on.ts'
import { hasPersonalData } from '../personal-data.ts'

export const MEASURE_STATES = ['planned', 'under-way', 'done', 'given-up'] as const
export type MeasureState = (typeof MEASURE_STATES)[number]

/** @param today YYYY-MM-DD in China: what is done was done up to then. */
export const measureProgressShape = (today: string) =>
  z
    .object({
      factorId: z.string().min(1),
      measureId: z.string().min(1),
      state: z.enum(MEASURE_STATES),
      /** YYYY-MM-DD; for a measure that is done. */
      doneOn: happenedOn(today).nullable(),
      /** The document that proves it, beside attached files; why a measure was given up. */
      proof: z
        .string()
        .trim()
        .max(2000, 'too-long')
        .refine((text) => !hasPersonalData(text), 'personal-data'),
    })
    .superRefine(({ state, doneOn, proof }, context) => {
      const missing = (path: string) =>
        context.addIssue({ code: 'custom', path: [path], message: 'required' })
      if (state === 'done' && doneOn === null) missing('doneOn')
      if ((state === 'done' || state === 'given-up') && proof === '') missing('proof')
    })
export type MeasureProgress = z.infer<ReturnType<typeof measureProgressShape>>

/** Nothing was said of the measure beyond that it is planned. */
export function saysNothing({ state, proof }: Pick<MeasureProgress, 'state' | 'proof'>): boolean {
  return state === 'planned' && proof === ''
}

/**
 * Numbers by which an office finds a document: 天城管〔2026〕12号 (发文字号 after GB/T 9704), 验收记录第3号, 报告编号 JC-2026-031.
 */
const DOCUMENT_NUMBERS = [
  /[〔[（(【]\s*(?:19|20)\d{2}\s*[〕\]）)】]\s*第?\s*\d{1,6}\s*号/,
  /第\s*[A-Za-z0-9-]{0,20}\d\s*号/,
  /(?:编号|文号|字号|合同号|报告号|№|No\.?)\s*[:：为]?\s*(?=[A-Za-z0-9./_-]*\d)[A-Za-z0-9][A-Za-z0-9./_-]{2,}/i,
] as const

/** The number of a document in a text, so that others can look it up; null where none has a recognisable form. */
export function documentNumber(text: string): string | null {
  for (const form of DOCUMENT_NUMBERS) {
    const found = form.exec(text)
    if (found) return found[0]
  }
  return null
}

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
