/**
 * 多语言问卷: the words of a questionnaire in another language stand beside it, by the place they translate.
 *
 * Ids, types and order are the same in every language, so answers given in different languages count together. A place
 * without a translation shows the original: a question in the wrong language is better than a missing one.
 */
import { DEFAULT_LANGUAGE } from './languages.ts'
import type { Say } from './question-types/question-type.ts'
import { type Question, type Questionnaire, typeOf } from './questionnaire.ts'

export { directionOf } from './languages.ts'

/** One text of a questionnaire: `title`, `introduction`, or `<question id>.<place>`. */
export interface Place {
  readonly key: string
  readonly words: string
  /** Null for the title and the introduction. */
  readonly questionId: string | null
}

function rewordedQuestion(question: Question, say: Say): Question {
  const { section, title } = question
  const at: Say = (place, words) => say(`${question.id}.${place}`, words)
  return {
    ...typeOf(question).reworded(question, at),
    ...(section === undefined ? {} : { section: at('section', section) }),
    title: at('title', title),
  }
}

function reworded(questionnaire: Questionnaire, say: Say): Questionnaire {
  return {
    ...questionnaire,
    title: say('title', questionnaire.title),
    introduction: say('introduction', questionnaire.introduction),
    questions: questionnaire.questions.map((question) => rewordedQuestion(question, say)),
  }
}

/** Every language the questionnaire can be read in, the original first. */
export function languagesOf({ languages }: Questionnaire): readonly string[] {
  return languages ?? [DEFAULT_LANGUAGE]
}

/** The questionnaire in one language; places without a translation stay as they were drafted. */
export function localized(questionnaire: Questionnaire, language: string): Questionnaire {
  const words = questionnaire.translations?.[language]
  return words ? reworded(questionnaire, (key, original) => words[key] || original) : questionnaire
}

/** Every text that can be translated, in reading order. */
export function placesOf(questionnaire: Questionnaire): Place[] {
  const places: Place[] = []
  reworded(questionnaire, (key, words) => {
    const [questionId = '', ...rest] = key.split('.')
    places.push({ key, words, questionId: rest.length > 0 ? questionId : null })
    return words
  })
  return places
}

/** Places without a translation, by language; the original language has none. */
export function missingTranslations(questionnaire: Questionnaire): { language: string; places: Place[] }[] {
  const places = placesOf(questionnaire).filter(({ words }) => words.trim() !== '')
  return languagesOf(questionnaire)
    .slice(1)
    .map((language) => {
      const words = questionnaire.translations?.[language] ?? {}
      return { language, places: places.filter(({ key }) => !words[key]?.trim()) }
    })
}

/** Without translations of texts and languages that are no longer there. */
export function withLiveTranslations(questionnaire: Questionnaire): Questionnaire {
  if (!questionnaire.translations) return questionnaire
  const keys = new Set(placesOf(questionnaire).map(({ key }) => key))
  const translations = Object.fromEntries(
    languagesOf(questionnaire)
      .slice(1)
      .map((language) => [
        language,
        Object.fromEntries(
          Object.entries(questionnaire.translations?.[language] ?? {}).filter(
            ([key, words]) => keys.has(key) && words.trim() !== '',
          ),
        ),
      ]),
  )
  return { ...questionnaire, translations }
}
