/**
 * 意见采纳情况: the register in which every theme people spoke of finds its answer.
 *
 * The workbench, the printed report and the public page all show this one value, so their numbers cannot differ. A theme
 * without opinions and without an answer is not in it. Opinions that nobody has coded yet are counted as what they are:
 * not answered.
 */
import { type OpinionTheme, opinionsOf, type ThemeAnswer, type ThemeAnswerKind } from './opinion.ts'
import type { PublishedAnswers } from './published-answer.ts'
import type { StruckCount } from './striking.ts'

export interface RegisterRow {
  readonly themeId: string
  readonly name: string
  readonly opinions: number
  /** Null: nobody has answered yet. */
  readonly answer: ThemeAnswer | null
}

export interface AdoptionRegister {
  /** The most opinions first; ties in the order of the themes. */
  readonly rows: readonly RegisterRow[]
  readonly opinions: number
  readonly coded: number
  readonly uncoded: number
  /** Opinions whose theme has an answer. */
  readonly answered: number
  /** Opinions and themes by the kind of answer. */
  readonly byAnswer: Readonly<
    Record<ThemeAnswerKind | 'open', { readonly themes: number; readonly opinions: number }>
  >
  /** Opinions that do not count, with the reason; in no other number here. */
  readonly struck: readonly StruckCount[]
  /** Every opinion is coded and every theme that has one is answered. True where there are none at all. */
  readonly complete: boolean
}

export interface RegisteredParticipation {
  readonly themes: readonly OpinionTheme[]
  readonly uncodedOpinions: number
  readonly struckOpinions: readonly StruckCount[]
}

export function adoptionRegister(participation: RegisteredParticipation): AdoptionRegister {
  const rows = participation.themes
    .map((theme, position) => ({ theme, position, opinions: opinionsOf(theme) }))
    .filter(({ theme, opinions }) => opinions > 0 || theme.answer !== null)
    .sort((a, b) => b.opinions - a.opinions || a.position - b.position)
    .map(({ theme, opinions }) => ({
      themeId: theme.id,
      name: theme.name,
      opinions,
      answer: theme.answer,
    }))
  const of = (kind: ThemeAnswerKind | 'open') => {
    const some = rows.filter((row) => (row.answer?.answer ?? 'open') === kind)
    return { themes: some.length, opinions: some.reduce((sum, row) => sum + row.opinions, 0) }
  }
  const byAnswer = {
    adopted: of('adopted'),
    partly: of('partly'),
    'not-adopted': of('not-adopted'),
    open: of('open'),
  }
  const coded = rows.reduce((sum, row) => sum + row.opinions, 0)
  const uncoded = participation.uncodedOpinions
  return {
    rows,
    opinions: coded + uncoded,
    coded,
    uncoded,
    answered: coded - byAnswer.open.opinions,
    byAnswer,
    struck: participation.struckOpinions,
    complete: uncoded === 0 && byAnswer.open.themes === 0,
  }
}

/** The register as the public has it: a theme counts as answered when its answer was published, in the words published last. */
export function publicRegister(
  participation: RegisteredParticipation,
  published: PublishedAnswers,
): AdoptionRegister {
  return adoptionRegister({
    ...participation,
    themes: participation.themes.map((theme) => {
      const last = published[theme.id]?.at(-1)
      return {
        ...theme,
        answer: last ? { ...last, factorId: null, answeredOn: last.publishedOn } : null,
      }
    }),
  })
}
