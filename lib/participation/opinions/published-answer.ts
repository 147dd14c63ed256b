/**
 * 公开的答复: what the public was told about a theme.
 *
 * An answer is written and changed in the office; residents read it only when somebody publishes it. From then on it is kept
 * as it was told: a changed answer is published as a correction with its day, the earlier words stay beneath it, and nothing
 * that was told can be taken back in silence.
 */
import type { ThemeAnswer, ThemeAnswerKind } from './opinion.ts'

export interface PublishedAnswer {
  readonly answer: ThemeAnswerKind
  readonly reason: string
  readonly measure: string
  /** YYYY-MM-DD in China. */
  readonly publishedOn: string
}

/** By theme id, the earliest first; a theme that was never answered in public is absent. */
export type PublishedAnswers = Readonly<Record<string, readonly PublishedAnswer[]>>

/** Whether the public reads the answer as it stands now: never told, told, or told otherwise. */
export function publicationOf(
  answer: ThemeAnswer | null,
  published: readonly PublishedAnswer[] | undefined,
): 'none' | 'current' | 'outdated' {
  const last = published?.at(-1)
  if (!last) return 'none'
  const same =
    answer !== null &&
    answer.answer === last.answer &&
    answer.reason === last.reason &&
    answer.measure === last.measure
  return same ? 'current' : 'outdated'
}
