/** One of the surveys of an assessment, for the list of them; nothing of what was answered. */
import type { SurveyState } from './survey-record.ts'

export interface SurveyListing {
  readonly id: string
  /** First, second … survey of the assessment. */
  readonly ordinal: number
  readonly state: SurveyState
  readonly title: string
  /** Calendar days, YYYY-MM-DD; null before that step. */
  readonly begunOn: string
  readonly publishedOn: string | null
  readonly closedOn: string | null
  /** Answers taken while it is open, answers counted once it is closed. */
  readonly answers: number
}
