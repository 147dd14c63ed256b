import { useLocale } from 'use-intl'

/** The name of a language in the language of the page; its tag where nobody has a name for it. */
export function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag
  } catch {
    // Not a tag, as while it is being typed.
    return tag
  }
}

export function LanguageName({ tag }: { tag: string }) {
  return <>{languageName(tag, useLocale())}</>
}
