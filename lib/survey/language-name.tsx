import { useLocale, useTranslations } from 'use-intl'
import { OFFERED_LANGUAGES } from './languages.ts'

type Offered = (typeof OFFERED_LANGUAGES)[number]
const isOffered = (tag: string): tag is Offered => (OFFERED_LANGUAGES as readonly string[]).includes(tag)

/**
 * Names languages in the language of the page. Those that are offered have names of our own: what a browser knows of Tibetan or Yi
 * differs from what the server knows, and a page that reads differently in the two is built twice.
 */
export function useLanguageName(): (tag: string) => string {
  const t = useTranslations('survey.languages.names')
  const locale = useLocale()
  return (tag) => {
    if (isOffered(tag)) return t(tag)
    try {
      return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag
    } catch {
      // Not a tag, as while it is being typed.
      return tag
    }
  }
}

export function LanguageName({ tag }: { tag: string }) {
  return <>{useLanguageName()(tag)}</>
}
