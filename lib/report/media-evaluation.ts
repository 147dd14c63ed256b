import { caseDay } from '../assessment/case-day.ts'
import type { CaseFile } from '../assessment/case-file.ts'
import { evaluateMedia, type MediaEvaluation, mediaWindow } from '../participation/media/media-degree.ts'
import { schemeOf } from '../scheme/registry.ts'

export interface WindowedMedia extends MediaEvaluation {
  /** Days of the window, YYYY-MM-DD, both included; it ends with the day of the case. */
  readonly window: { readonly from: string; readonly to: string; readonly days: number }
  /** Registered pieces that lie outside it. */
  readonly outside: number
}

/** The press over the scheme's window: the one evaluation that a report speaks of, in its chapters and in its bound numbers. */
export function mediaEvaluation(caseFile: CaseFile): WindowedMedia {
  const { mediaItems } = caseFile.participation
  const days = schemeOf(caseFile.schemeId).mediaWindowDays.value
  const window = mediaWindow(caseDay(caseFile), days)
  const evaluation = evaluateMedia(mediaItems, window)
  return { ...evaluation, window: { ...window, days }, outside: mediaItems.length - evaluation.pieces }
}
