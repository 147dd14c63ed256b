/** Translating a questionnaire: adding and removing languages, and setting the words of one place. */
import { DEFAULT_LANGUAGE } from './languages.ts'
import { languagesOf } from './localized.ts'
import type { Questionnaire } from './questionnaire.ts'

export function addLanguage(draft: Questionnaire, language: string): Questionnaire {
  const languages = languagesOf(draft)
  if (languages.includes(language)) return draft
  return {
    ...draft,
    languages: [...languages, language],
    translations: { ...draft.translations, [language]: {} },
  }
}

export function removeLanguage(draft: Questionnaire, language: string): Questionnaire {
  if (language === DEFAULT_LANGUAGE) return draft
  const { [language]: _, ...translations } = draft.translations ?? {}
  return { ...draft, languages: languagesOf(draft).filter((tag) => tag !== language), translations }
}

/** Empty words mean: not translated. */
export function translate(draft: Questionnaire, language: string, key: string, words: string): Questionnaire {
  const { [key]: _, ...others } = draft.translations?.[language] ?? {}
  const texts = words === '' ? others : { ...others, [key]: words }
  return { ...draft, translations: { ...draft.translations, [language]: texts } }
}
