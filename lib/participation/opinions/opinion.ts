/**
 * 意见与典型诉求: what people said about the matter, and what became of it.
 *
 * One opinion is one demand by one voice on one day: from the survey's open questions, a meeting, a letter or the public
 * page. It is kept without a name and without personal numbers, coded to a theme by a person, and every theme gets an
 * answer: adopted, adopted in part, or not adopted with the reason. The case file holds counts by theme and group; the
 * texts stay in the register and are read there.
 */
import { z } from 'zod'
import { hasPersonalData, maskPersonalData } from '../../personal-data.ts'

export const OPINION_SOURCES = ['survey', 'meeting', 'letter', 'online'] as const
export type OpinionSource = (typeof OPINION_SOURCES)[number]

export const LONGEST_OPINION = 2_000
/** More opinions than one meeting or one bag of letters brings. */
export const MOST_AT_ONCE = 500

/** One single opinion as it may be stored: no personal numbers, no control characters, no empty space around it. */
export const opinionText = z
  .string()
  .transform((text) => maskPersonalData(withoutControls(text)).text.trim())
  .pipe(z.string().min(1, 'required').max(LONGEST_OPINION, 'too-long'))

/** Line breaks stay, everything else that is not meant to be read goes. */
function withoutControls(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{C}\n]/gu, '')
}

const day = z.iso.date('invalid-date')

/** What a person enters: opinions that came together, already split. */
export const opinionBatchShape = z.object({
  source: z.enum(['meeting', 'letter']),
  /** Null where a voice belongs to no group or the group is not known. */
  groupId: z.string().min(1).nullable(),
  receivedOn: day,
  texts: z.array(opinionText).min(1, 'required').max(MOST_AT_ONCE, 'too-many'),
})
export type OpinionBatch = z.infer<typeof opinionBatchShape>

/** Nothing was received tomorrow. */
export const opinionBatchShapeOn = (today: string) =>
  opinionBatchShape.refine(({ receivedOn }) => receivedOn <= today, {
    path: ['receivedOn'],
    message: 'after-today',
  })

export const themeShape = z.object({
  name: z.string().trim().min(1, 'required').max(60, 'too-long'),
  keywords: z
    .array(z.string().trim().min(1).max(20, 'too-long'))
    .max(200, 'too-many')
    .transform((words) => [...new Set(words)]),
})
export type ThemeEntry = z.infer<typeof themeShape>

export const THEME_ANSWERS = ['adopted', 'partly', 'not-adopted'] as const
export type ThemeAnswerKind = (typeof THEME_ANSWERS)[number]

/** Printed for everybody, so a telephone number or an identity number does not belong in it. */
const publicText = z
  .string()
  .trim()
  .max(2_000, 'too-long')
  .refine((text) => !hasPersonalData(text), 'personal-data')

/** An answer without a reason is a stamp; an adoption without a measure is a promise to nobody. */
export const themeAnswerShape = z
  .object({
    themeId: z.string().min(1),
    answer: z.enum(THEME_ANSWERS),
    reason: publicText.pipe(z.string().min(1, 'required')),
    /** What changes because of it, in words residents understand; required where something is adopted. */
    measure: publicText,
    /** The risk factor that the measure lowers, if it is on the list. */
    factorId: z.string().min(1).nullable(),
  })
  .superRefine(({ answer, measure }, context) => {
    if (answer !== 'not-adopted' && measure === '') {
      context.addIssue({ code: 'custom', path: ['measure'], message: 'required' })
    }
  })
export type ThemeAnswerEntry = z.infer<typeof themeAnswerShape>

export interface ThemeAnswer {
  readonly answer: ThemeAnswerKind
  readonly reason: string
  readonly measure: string
  readonly factorId: string | null
  readonly answeredOn: string
}

/** How many opinions of one theme came on one day from one group by one way. */
export interface OpinionCount {
  readonly groupId: string | null
  readonly source: OpinionSource
  readonly day: string
  readonly n: number
}

export interface OpinionTheme {
  readonly id: string
  readonly name: string
  readonly keywords: readonly string[]
  readonly counts: readonly OpinionCount[]
  readonly answer: ThemeAnswer | null
}

/** Opinions of a theme. */
export function opinionsOf(theme: Pick<OpinionTheme, 'counts'>): number {
  return theme.counts.reduce((sum, count) => sum + count.n, 0)
}
