/**
 * 编码: what the coding page shows of each opinion. Suggestions, heaps and copies are worked out from the register each
 * time and stored nowhere, so that they always follow what was coded last.
 */
import { z } from 'zod'
import { type PossibleName, possibleNames } from '../../personal-names.ts'
import { copyGroups } from './near-duplicates.ts'
import { MOST_AT_ONCE, type OpinionSource, opinionText, themeShape } from './opinion.ts'
import { clusterOpinions } from './opinion-clusters.ts'
import { type ThemeWords, trainSuggester } from './theme-suggestion.ts'

export const codingShape = z.object({
  opinionIds: z.array(z.string().min(1)).min(1).max(MOST_AT_ONCE),
  themeId: z.string().min(1).nullable(),
})
export type CodingEntry = z.infer<typeof codingShape>

export const splittingShape = z.object({
  opinionId: z.string().min(1),
  texts: z.array(opinionText).min(1, 'required').max(50, 'too-many'),
})
export type SplittingEntry = z.infer<typeof splittingShape>

export const rewordingShape = z.object({ opinionId: z.string().min(1), text: opinionText })
export type RewordingEntry = z.infer<typeof rewordingShape>

export const themeEntryShape = themeShape.extend({ themeId: z.string().min(1).nullable() })
export type ThemeSaveEntry = z.infer<typeof themeEntryShape>

export const mergingShape = z.object({
  themeId: z.string().min(1),
  intoId: z.string().min(1).nullable(),
})
export type MergingEntry = z.infer<typeof mergingShape>

export interface OpinionToCode {
  readonly id: string
  readonly text: string
  readonly source: OpinionSource
  readonly groupId: string | null
  readonly themeId: string | null
  /** The likeliest themes, the first first; empty once a person has coded it. */
  readonly suggestions: readonly string[]
  /** Number of the heap it lies in, from 0; null where there are too few to heap. */
  readonly heap: number | null
  /** Ids of all opinions with the same words, itself too; empty where it stands alone. */
  readonly copies: readonly string[]
  /** What may be somebody's name. */
  readonly names: readonly PossibleName[]
}

const SUGGESTED = 3

export function opinionsToCode(
  opinions: readonly {
    readonly id: string
    readonly text: string
    readonly source: OpinionSource
    readonly groupId: string | null
    readonly themeId: string | null
  }[],
  themes: readonly ThemeWords[],
): OpinionToCode[] {
  const suggester = trainSuggester(
    themes,
    opinions.flatMap(({ text, themeId }) => (themeId === null ? [] : [{ text, themeId }])),
  )
  const texts = opinions.map(({ text }) => text)
  const copies = new Map<number, readonly string[]>()
  for (const group of copyGroups(texts)) {
    const ids = group.map((i) => opinions[i]!.id)
    for (const i of group) copies.set(i, ids)
  }
  const open = opinions.flatMap(({ themeId }, i) => (themeId === null ? [i] : []))
  const heaps = new Map<number, number>()
  clusterOpinions(
    open.map((i) => texts[i]!),
    themes,
  ).forEach(({ members }, heap) => {
    for (const member of members) heaps.set(open[member]!, heap)
  })
  return opinions.map((opinion, i) => ({
    ...opinion,
    suggestions:
      opinion.themeId === null
        ? suggester
            .suggest(opinion.text)
            .slice(0, SUGGESTED)
            .map(({ themeId }) => themeId)
        : [],
    heap: heaps.get(i) ?? null,
    copies: copies.get(i) ?? [],
    names: possibleNames(opinion.text),
  }))
}
