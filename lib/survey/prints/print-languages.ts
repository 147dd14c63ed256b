/**
 * 海报和纸条的语言: the languages of the questionnaire beside the Chinese of the office.
 *
 * Whoever does not read Chinese must see that the sheet is for them as well. Where the residents' page speaks a language, the call
 * is printed in it; of any other language the questionnaire's own translated title stands there, for nobody in the office could
 * vouch for more.
 */
import { LOCALES, type Locale } from '../../messages/messages.ts'
import { directionOf, languagesOf } from '../localized.ts'
import type { Questionnaire } from '../questionnaire.ts'

export interface PrintWords {
  /** Whom it is for; {group} stands for the name of the group. */
  readonly group: string
  readonly scan: string
  readonly address: string
  /** What is promised, in one line. */
  readonly promise: string
  readonly slipAddress: string
  readonly slipPromise: string
}

/** The languages of the residents' page; Chinese is on every sheet already. */
const WORDS: Record<Exclude<Locale, 'zh-CN'>, PrintWords> = {
  en: {
    group: 'For: {group}',
    scan: 'Scan with a telephone and answer in a few minutes',
    address: 'or type this address into a browser',
    promise:
      'No names. You may support or object; no answer affects your rights. One answer each. Your receipt shows later that it was counted.',
    slipAddress: 'Scan, or open this address and type the code',
    slipPromise: 'Answers once. You may object. Nobody notes who got which slip.',
  },
}

export interface OtherLanguage {
  /** As BCP 47 has it. */
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** The questionnaire's title; null where nobody translated it. */
  readonly title: string | null
  /** Null where we have none. */
  readonly words: PrintWords | null
}

const wordsIn = (language: string): PrintWords | null => {
  const locale = LOCALES.find((one) => one === language.split('-')[0])
  return locale && locale !== 'zh-CN' ? WORDS[locale] : null
}

/** Every language of a questionnaire after its first in which there is something to print. */
export function otherLanguages(questionnaire: Questionnaire): OtherLanguage[] {
  return languagesOf(questionnaire)
    .slice(1)
    .map((language) => ({
      language,
      direction: directionOf(language),
      title: questionnaire.translations?.[language]?.title?.trim() || null,
      words: wordsIn(language),
    }))
    .filter(({ title, words }) => title !== null || words !== null)
}
