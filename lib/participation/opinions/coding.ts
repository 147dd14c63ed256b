/**
 * 编码: what the coding page shows of each opinion. Suggestions follow what was coded last and are worked out anew for the
 * few opinions in sight. Heaps and copies depend on the words alone; they are the groundwork, which is kept as long as no
 * word changes, so that the thousandth opinion is coded as fast as the first.
 */
import { z } from 'zod'
import { type PossibleName, possibleNames } from '../../personal-names.ts'
import { copyGroups } from './near-duplicates.ts'
import { MOST_AT_ONCE, type OpinionSource, opinionText, themeShape } from './opinion.ts'
import { clusterOpinions } from './opinion-clusters.ts'
import type { Strike } from './striking.ts'
import { createVocabulary, type Document, type Vocabulary } from './term-vectors.ts'
import { type ThemeWords, trainSuggester } from './theme-suggestion.ts'

const opinionIds = z.array(z.string().min(1)).min(1).max(MOST_AT_ONCE)

/** Gives opinions a theme or takes it away, where they still have the one that was seen. */
export const codingShape = z.object({
  opinionIds,
  /** The theme they have on the page of whoever codes; null: none. */
  from: z.string().min(1).nullable(),
  themeId: z.string().min(1).nullable(),
})
export type CodingEntry = z.infer<typeof codingShape>

export const splittingShape = z.object({
  opinionId: z.string().min(1),
  texts: z.array(opinionText).min(2, 'required').max(50, 'too-many'),
})
export type SplittingEntry = z.infer<typeof splittingShape>

/** Names to be masked, by their place in the text. What stands there cannot be changed in any other way. */
export const namesShape = z.object({
  opinionId: z.string().min(1),
  names: z
    .array(z.object({ start: z.number().int().min(0), end: z.number().int().min(1), text: z.string() }))
    .min(1, 'required')
    .max(50, 'too-many'),
})
export type NamesEntry = z.infer<typeof namesShape>

export const themeEntryShape = themeShape.extend({ themeId: z.string().min(1).nullable() })
export type ThemeSaveEntry = z.infer<typeof themeEntryShape>

export const mergingShape = z.object({
  themeId: z.string().min(1),
  intoId: z.string().min(1).nullable(),
})
export type MergingEntry = z.infer<typeof mergingShape>

/** One opinion as the register holds it. */
export interface RegisteredOpinion {
  readonly id: string
  readonly text: string
  readonly source: OpinionSource
  readonly groupId: string | null
  /** YYYY-MM-DD. */
  readonly day: string
  readonly themeId: string | null
  /** Null where it counts. */
  readonly struck: Strike | null
}

/** Another opinion with the same content, in its own words. */
export interface Copy {
  readonly id: string
  readonly themeId: string | null
  /** Null where the words are those of the opinion shown. */
  readonly text: string | null
}

export interface OpinionToCode extends RegisteredOpinion {
  /** The likeliest themes, the first first; empty once a person has coded it. */
  readonly suggestions: readonly string[]
  /** Opinions with the same content, itself not among them. */
  readonly copies: readonly Copy[]
  /** What may be somebody's name. */
  readonly names: readonly PossibleName[]
}

/** What the words say by themselves, by positions in the list of texts. */
export interface Groundwork {
  readonly vocabulary: Vocabulary
  readonly documents: readonly Document[]
  /** The copies of each text, itself too; none where it stands alone. */
  readonly copies: ReadonlyMap<number, readonly number[]>
  /** Number of the heap that each text lies in, from 0; none where there are too few to heap. */
  readonly heaps: ReadonlyMap<number, number>
}

export function groundworkOf(texts: readonly string[], themes: readonly ThemeWords[]): Groundwork {
  const vocabulary = createVocabulary()
  const documents = texts.map((text) => vocabulary.documentOf(text))
  const copies = new Map<number, readonly number[]>()
  for (const group of copyGroups(texts)) for (const i of group) copies.set(i, group)
  const heaps = new Map<number, number>()
  clusterOpinions(documents, themes, vocabulary).forEach(({ members }, heap) => {
    for (const member of members) heaps.set(member, heap)
  })
  return { vocabulary, documents, copies, heaps }
}

/** What is listed: opinions without a theme, all of them, the struck ones, or those of one theme. */
export type Shown = 'open' | 'all' | 'struck' | { readonly themeId: string }

export interface CodingList {
  /** The first of those that are listed. */
  readonly opinions: readonly OpinionToCode[]
  /** How many are listed in all. */
  readonly listed: number
  readonly open: number
  /** All that count. */
  readonly total: number
  readonly struck: number
}

const SUGGESTED = 3

/**
 * The part of the register that is on the page.
 * @param opinions in the order of the texts that the groundwork was made of.
 * @param view heaped: those that speak of the same thing beside each other; most: how many are listed.
 */
export function codingList(
  opinions: readonly RegisteredOpinion[],
  themes: readonly ThemeWords[],
  { vocabulary, documents, copies, heaps }: Groundwork,
  view: { readonly shown: Shown; readonly heaped: boolean; readonly most: number },
): CodingList {
  const { shown } = view
  const positions = opinions.flatMap(({ themeId, struck }, i) => {
    if (shown === 'struck') return struck ? [i] : []
    if (struck) return []
    if (shown === 'all') return [i]
    return themeId === (shown === 'open' ? null : shown.themeId) ? [i] : []
  })
  if (view.heaped) positions.sort((a, b) => (heaps.get(a) ?? -1) - (heaps.get(b) ?? -1) || a - b)
  const suggester = trainSuggester(
    themes,
    opinions.flatMap(({ themeId, struck }, i) =>
      themeId === null || struck ? [] : [{ document: documents[i]!, themeId }],
    ),
    vocabulary,
  )
  const counting = opinions.filter(({ struck }) => !struck)
  return {
    opinions: positions.slice(0, view.most).map((i) => {
      const opinion = opinions[i]!
      return {
        ...opinion,
        suggestions:
          opinion.themeId === null && !opinion.struck
            ? suggester
                .suggest(documents[i]!)
                .slice(0, SUGGESTED)
                .map(({ themeId }) => themeId)
            : [],
        copies: (copies.get(i) ?? [])
          .filter((j) => j !== i && !opinions[j]!.struck)
          .map((j) => {
            const { id, themeId, text } = opinions[j]!
            return { id, themeId, text: text === opinion.text ? null : text }
          }),
        names: possibleNames(opinion.text),
      }
    }),
    listed: positions.length,
    open: counting.filter(({ themeId }) => themeId === null).length,
    total: counting.length,
    struck: opinions.length - counting.length,
  }
}
