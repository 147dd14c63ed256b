/**
 * Which languages of a questionnaire posters and slips can carry: those for whose writing there is a font. A poster without the
 * Tibetan title is better than none, but the office must be told that it is missing.
 */
import { type OtherLanguage, otherLanguages } from '../../../lib/survey/prints/print-languages.ts'
import type { Questionnaire } from '../../../lib/survey/questionnaire.ts'
import { missingGlyphs } from './render.ts'

export interface PrintedLanguages {
  readonly others: readonly OtherLanguage[]
  /** Tags of languages that no font at hand can write. */
  readonly withoutFont: readonly string[]
}

/** @param officeFonts the folder of the office's own fonts, where it is another one. */
export async function printedLanguages(
  questionnaire: Questionnaire,
  officeFonts?: string,
): Promise<PrintedLanguages> {
  const others: OtherLanguage[] = []
  const withoutFont: string[] = []
  for (const other of otherLanguages(questionnaire)) {
    const missing = await missingGlyphs(other, officeFonts === undefined ? {} : { officeFonts })
    if (missing.length === 0) others.push(other)
    else withoutFont.push(other.language)
  }
  return { others, withoutFont }
}
