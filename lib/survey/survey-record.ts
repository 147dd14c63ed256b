/**
 * A survey's life: drafted, published (frozen and open to residents), closing (being opened and counted), closed.
 *
 * While it is open the assessors see how many of each group have answered and nothing of what they said: a half-counted
 * survey invites steering. Until closing nobody could know more, because every answer is sealed; see docs/privacy.md.
 * Publishing freezes the questionnaire for good; a change needs a new survey.
 */
import type { CellCount } from './cells.ts'
import type { Channel } from './channel.ts'
import type { ClosingAccount } from './closing-account.ts'
import type { Questionnaire } from './questionnaire.ts'
import type { Tally } from './tally.ts'

export const SURVEY_STATES = ['draft', 'published', 'closing', 'closed'] as const
export type SurveyState = (typeof SURVEY_STATES)[number]

export interface SurveyLink {
  readonly groupId: string
  /** The unguessable part of the address /s/<token>. */
  readonly token: string
}

export interface ResponseCount {
  readonly groupId: string
  readonly channel: Channel
  readonly n: number
}

export interface SurveyRecord {
  readonly id: string
  readonly state: SurveyState
  readonly questionnaire: Questionnaire
  readonly links: readonly SurveyLink[]
  /** Calendar days, YYYY-MM-DD; null before that step. */
  readonly publishedOn: string | null
  readonly closedOn: string | null
  /** Responses per group: those acknowledged, which is all that is known before closing; afterwards those counted. */
  readonly responsesByGroup: Readonly<Record<string, number>>
  /** Responses acknowledged, by group and channel, as the doors counted them. */
  readonly counts: readonly ResponseCount[]
  /** Envelopes that wait to be opened: as many as responses while the survey is open, none once it is counted. */
  readonly sealed: number
  /** Every count that the answers give, by group and channel; null until the survey is closed. */
  readonly cells: readonly CellCount[] | null
  /** The cells pooled over channels; null until the survey is closed. */
  readonly tally: Tally | null
  /** Over the receipts of all answers, 64 hexadecimal digits; null until the survey is closed. */
  readonly merkleRoot: string | null
  /** What closing found in the box; null before. */
  readonly account: ClosingAccount | null
}

/** The counting of a survey that is not closed. */
export const NOTHING_COUNTED = {
  counts: [],
  sealed: 0,
  cells: null,
  tally: null,
  merkleRoot: null,
  account: null,
} as const satisfies Partial<SurveyRecord>
