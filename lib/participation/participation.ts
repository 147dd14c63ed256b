/**
 * 公众参与: who was told, who was heard, what they said and what became of it.
 *
 * An assessment that scores well and answers nobody is the practice's old disease. What belongs here is therefore kept
 * in full: notices with their clocks, consultations by group and kind, opinions gathered into themes, and for every
 * theme an answer. Counts are by stakeholder group; nothing here names a resident.
 */
import type { Consultation } from './consultation.ts'
import type { MediaItem } from './media/media-item.ts'
import type { Notice } from './notice.ts'
import type { OpinionTheme } from './opinions/opinion.ts'
import type { StruckCount } from './opinions/striking.ts'

export interface Participation {
  readonly notices: readonly Notice[]
  readonly consultations: readonly Consultation[]
  readonly themes: readonly OpinionTheme[]
  /** Opinions that nobody has given a theme yet. */
  readonly uncodedOpinions: number
  /** Opinions that were struck from the count, by reason. */
  readonly struckOpinions: readonly StruckCount[]
  readonly mediaItems: readonly MediaItem[]
}

export const NO_PARTICIPATION: Participation = {
  notices: [],
  consultations: [],
  themes: [],
  uncodedOpinions: 0,
  struckOpinions: [],
  mediaItems: [],
}
