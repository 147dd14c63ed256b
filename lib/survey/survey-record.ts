/**
 * A survey's life: drafted, published (frozen and open to residents), closed (counted).
 *
 * While it is open the assessors see how many of each group have answered and nothing of what they said: a half-counted
 * survey invites steering. Publishing freezes the questionnaire for good; a change needs a new survey.
 */
import type { Questionnaire } from './questionnaire.ts'
import type { Tally } from './tally.ts'

export const SURVEY_STATES = ['draft', 'published', 'closed'] as const
export type SurveyState = (typeof SURVEY_STATES)[number]

export interface SurveyLink {
  readonly groupId: string
  /** The unguessable part of the address /s/<token>. */
  readonly token: string
}

export interface SurveyRecord {
  readonly id: string
  readonly state: SurveyState
  readonly questionnaire: Questionnaire
  readonly links: readonly SurveyLink[]
  /** Calendar days, YYYY-MM-DD; null before that step. */
  readonly publishedOn: string | null
  readonly closedOn: string | null
  /** Number of responses per group: all that is shown before closing. */
  readonly responsesByGroup: Readonly<Record<string, number>>
  /** Null until the survey is closed. */
  readonly tally: Tally | null
}
