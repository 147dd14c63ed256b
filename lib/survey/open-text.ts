/**
 * What residents wrote, as officials may read it: numbers that lead to a person are masked, and what may be a name is
 * pointed out, since no machine can tell names for certain. A person decides what of it is quoted.
 */
import { maskPersonalData } from '../personal-data.ts'
import { type PossibleName, possibleNames } from '../personal-names.ts'

export interface ShownText {
  readonly text: string
  /** Places in the text that may be names. */
  readonly names: readonly PossibleName[]
  /** How many numbers were masked. */
  readonly masked: number
}

export interface OpenAnswer {
  readonly questionId: string
  /** True: the words to 其他（请注明） of a question, not a question of its own. */
  readonly other: boolean
  readonly texts: readonly ShownText[]
}

const OTHER = '.other'

/** The written answers to a question (or to its 其他), sorted by their words: any other order would be a trace. */
export function openAnswer(key: string, texts: readonly string[]): OpenAnswer {
  const other = key.endsWith(OTHER)
  return {
    questionId: other ? key.slice(0, -OTHER.length) : key,
    other,
    texts: texts
      .map((written) => {
        const { text, masked } = maskPersonalData(written)
        const numbers = Object.values(masked).reduce((sum, n) => sum + n, 0)
        return { text, names: possibleNames(text), masked: numbers }
      })
      .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)),
  }
}
