import { LOCALES, type Locale } from '../lib/messages/messages.ts'

/** The language chosen by `?lang=`, if it names one of ours. */
function chosenLanguage(asked: unknown): Locale | undefined {
  return LOCALES.find((locale) => locale === asked)
}

/** Language tags in the browser's order of preference (RFC 9110, 12.5.4), in lower case. */
function preferredTags(acceptLanguage: string | undefined): string[] {
  return (acceptLanguage ?? '')
    .split(',')
    .map((range, i) => {
      const [tag = '', ...parameters] = range
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/)
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
      return { tag, weight: weight === undefined ? 1 : Number(weight), i }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.i - b.i)
    .map(({ tag }) => tag)
}

/** Which of our languages a tag means. */
function localeOfTag(tag: string): Locale | undefined {
  if (/^zh(-|$)/i.test(tag)) return 'zh-CN'
  return /^en(-|$)/i.test(tag) ? 'en' : undefined
}

/** The language of a page: as chosen, as the browser prefers, or Chinese, which the people asked can read. */
export function pageLanguage(asked: unknown, acceptLanguage: string | undefined): Locale {
  const [preferred] = preferredTags(acceptLanguage).flatMap((tag) => localeOfTag(tag) ?? [])
  return chosenLanguage(asked) ?? preferred ?? 'zh-CN'
}

/** In which languages a questionnaire is read: its own texts in one, the words around them in one of ours. */
export interface Reading {
  readonly locale: Locale
  /** One of the questionnaire's languages. */
  readonly language: string
  /** What `?lang=` asks for to get the same page again. */
  readonly tag: string
}

/** `languages`: those of the questionnaire, the original first. */
export function readingOf(
  asked: unknown,
  acceptLanguage: string | undefined,
  languages: readonly string[],
): Reading {
  const original = languages[0] ?? 'zh-CN'
  const chosen = languages.find((language) => language === asked)
  const locale = localeOfTag(chosen ?? '') ?? pageLanguage(asked, acceptLanguage)
  const base = (tag: string) => tag.toLowerCase().split('-')[0]
  const preferred = preferredTags(acceptLanguage)
    .map((tag) => languages.find((one) => one.toLowerCase() === tag || base(one) === base(tag)))
    .find((language) => language !== undefined)
  // Whoever asked for one of our languages gets its words around the original, where the questionnaire lacks it.
  const language = chosen ?? (chosenLanguage(asked) ? original : (preferred ?? original))
  return { locale, language, tag: language === original ? locale : language }
}

/** The language of a questionnaire's text where it differs from the page's. A place nobody translated is still Chinese. */
export function textLanguage(text: string, { locale, language }: Reading): string | undefined {
  const actual = /\p{Script=Han}/u.test(text) && !/^(zh|ja|ko)\b/.test(language) ? 'zh-CN' : language
  return actual === locale ? undefined : actual
}

/** The language of a text where it differs from the page's: a screen reader must change its voice for it. */
export function foreignLanguage(text: string, page: Locale): 'zh-CN' | undefined {
  return page !== 'zh-CN' && /\p{Script=Han}/u.test(text) ? 'zh-CN' : undefined
}
