/**
 * 文字说明: what the office writes into the chapters of its report, beside what is drawn from the case.
 *
 * Figures, tables and conclusions are set by the machine; an office adds how it went about it, what people said and what
 * it makes of that. Its numbers are bound fields, `{{survey.support.rate}}`, which are filled in when the report is set: a
 * number that was copied by hand stays what it was when the data change. Every saved state of a text is kept.
 */
import { z } from 'zod'

export const NARRATIVE_IDS = [
  'matter',
  'course',
  'survey',
  'opinions',
  'factors',
  'measures',
  'level',
  'dimensions',
  'advice',
  'economics',
  'conclusion',
] as const
export type NarrativeId = (typeof NARRATIVE_IDS)[number]

/** Some 30 pages; a text that long belongs into an attachment. */
export const LONGEST_NARRATIVE = 20_000

export const narrativeShape = z.object({
  chapter: z.enum(NARRATIVE_IDS),
  text: z.string().max(LONGEST_NARRATIVE, 'too-long'),
  /** The version that was on the writer's screen; 0 for a chapter without a text. */
  version: z.number().int().min(0),
})
export type NarrativeEntry = z.infer<typeof narrativeShape>

/** One saved state of a chapter's text. */
export interface NarrativeState {
  readonly version: number
  readonly text: string
  readonly savedBy: string
  /** ISO 8601, UTC. */
  readonly savedAt: string
}
