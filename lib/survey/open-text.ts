/**
 * What residents wrote, as officials may read it: numbers that lead to a person were masked before it was stored, and what may
 * be a name is pointed out, since no machine can tell names for certain. A person decides what of it is quoted.
 */
import { z } from 'zod'
import { type PossibleName, possibleNames } from '../personal-names.ts'

export interface ShownText {
  readonly text: string
  /** Places in the text that may be names. */
  readonly names: readonly PossibleName[]
}

export interface OpenAnswer {
  /** The question's id, or `<id>.other` for the words to its 其他（请注明）. */
  readonly key: string
  readonly questionId: string
  readonly other: boolean
  /** How many wrote; all numbers masked; texts in which something may be a name. */
  readonly n: number
  readonly masked: number
  readonly named: number
  /** Null where fewer than k wrote, or nobody. */
  readonly page: TextPage | null
}

export interface TextPage {
  readonly texts: readonly ShownText[]
  /** From 0. */
  readonly page: number
  readonly more: boolean
  readonly words: string
  readonly onlyNamed: boolean
}

/** Texts of one page: a screen or two, and no more than one reads in one go. */
export const TEXTS_PER_PAGE = 25

/** What the page's address asks for: the texts of one question, a page of them, those with certain words. */
export const askedTextsShape = z.object({
  texts: z.string().max(80),
  page: z.coerce.number().int().min(0).max(1_000_000).catch(0),
  words: z
    .string()
    .trim()
    .transform((words) => words.slice(0, 60))
    .catch(''),
  named: z
    .literal('1')
    .transform(() => true)
    .catch(false),
})

const OTHER = '.other'

/** The question that a text belongs to, and whether it is the words to its 其他. */
export function textPlace(key: string): { readonly questionId: string; readonly other: boolean } {
  const other = key.endsWith(OTHER)
  return { questionId: other ? key.slice(0, -OTHER.length) : key, other }
}

export function shownText(text: string): ShownText {
  return { text, names: possibleNames(text) }
}
