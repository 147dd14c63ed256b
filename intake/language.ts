import { LOCALES, type Locale } from '../lib/messages/messages.ts'

/** The language chosen by `?lang=`, if it names one of ours. */
function chosenLanguage(asked: unknown): Locale | undefined {
  return LOCALES.find((locale) => locale === asked)
}

/** The first of our languages in the browser's order of preference (RFC 9110, 12.5.4). */
function preferredLanguage(acceptLanguage: string | undefined): Locale | undefined {
  const ranges = (acceptLanguage ?? '')
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
  for (const { tag } of ranges) {
    if (/^zh(-|$)/.test(tag)) return 'zh-CN'
    if (/^en(-|$)/.test(tag)) return 'en'
  }
  return undefined
}

/** The language of a page: as chosen, as the browser prefers, or Chinese, which the people asked can read. */
export function pageLanguage(asked: unknown, acceptLanguage: string | undefined): Locale {
  return chosenLanguage(asked) ?? preferredLanguage(acceptLanguage) ?? 'zh-CN'
}

/** The language of a text where it differs from the page's: a screen reader must change its voice for it. */
export function foreignLanguage(text: string, page: Locale): 'zh-CN' | undefined {
  return page !== 'zh-CN' && /\p{Script=Han}/u.test(text) ? 'zh-CN' : undefined
}
