/**
 * Drafting a questionnaire: adding, copying, moving and removing questions.
 *
 * Each step is a pure function from draft to draft. Ids are made here, because they become form fields and columns of the
 * codebook and must never be reused by accident; and the naming of the indices follows every change, so that an index
 * cannot point at a question or an answer that is gone.
 */

import { withLiveIndices } from './index-items.ts'
import type { QuestionTypeName } from './question-types/definitions.ts'
import type { Option } from './question-types/question-type.ts'
import { INDEX_NAMES, optionsOf, type Question, type Questionnaire } from './questionnaire.ts'
import {
  presetLabels,
  type ScaleLabels,
  STANDARD_INDICES,
  STANDARD_ITEMS,
  type StandardItem,
  standardQuestion,
} from './standard-items.ts'

/** The most questions a questionnaire may have. */
export const MOST_QUESTIONS = 60

export function emptyQuestionnaire(): Questionnaire {
  return {
    title: '',
    introduction: '',
    questions: [],
    indices: { satisfaction: null, support: null, confidence: null, opposition: null },
  }
}

function free(prefix: string, taken: ReadonlySet<string>): string {
  let n = 1
  while (taken.has(prefix + n)) n += 1
  return prefix + n
}

export function freeQuestionId(questions: readonly Question[]): string {
  return free('q', new Set(questions.map((question) => question.id)))
}

/** An empty question of a type, ready to be worded. */
export function blankQuestion(type: QuestionTypeName, id: string, title = ''): Question {
  const base = { id, title, required: false }
  switch (type) {
    case 'single':
    case 'multiple':
      return {
        ...base,
        type,
        options: [
          { id: 'o1', label: '' },
          { id: 'o2', label: '' },
        ],
      }
    case 'scale':
      return { ...base, type, labels: presetLabels('satisfaction') }
    case 'matrix':
      return {
        ...base,
        type,
        rows: blankRows(),
        options: presetLabels('satisfaction').map((label, i) => ({ id: String(i + 1), label })),
      }
    case 'ranking':
      return {
        ...base,
        type,
        options: ['o1', 'o2', 'o3'].map((option) => ({ id: option, label: '' })),
        places: 3,
      }
    case 'number':
      return { ...base, type, min: 0, max: 100, decimals: 0 }
    case 'date':
      return { ...base, type, precision: 'month' }
    case 'text':
      return { ...base, type, maxLength: 500 }
    case 'info':
      return { ...base, type, body: '' }
  }
}

function blankRows(): Option[] {
  return [
    { id: 'r1', label: '' },
    { id: 'r2', label: '' },
  ]
}

/** The answers that somebody who words the question wrote down, whatever is counted of them. */
function choicesOf(question: Question): readonly Option[] {
  return question.type === 'matrix' || question.type === 'ranking' ? question.options : optionsOf(question)
}

export function addQuestion(draft: Questionnaire, type: QuestionTypeName): Questionnaire {
  return { ...draft, questions: [...draft.questions, blankQuestion(type, freeQuestionId(draft.questions))] }
}

/** One 5-point question per line, all with the same labels. Empty lines and numbering at the start are dropped. */
export function addScaleQuestions(draft: Questionnaire, lines: string, labels: ScaleLabels): Questionnaire {
  const questions = [...draft.questions]
  for (const title of titlesOf(lines)) {
    if (questions.length >= MOST_QUESTIONS) break
    questions.push({
      id: freeQuestionId(questions),
      title,
      required: false,
      type: 'scale',
      labels: [...labels],
    })
  }
  return { ...draft, questions }
}

/** The titles in pasted lines: without bullets and numbers such as 1. 2、（3）④. */
export function titlesOf(lines: string): string[] {
  return lines
    .split(/\r\n|\r|\n/)
    .map((line) =>
      line
        .trim()
        .replace(/^(?:[-*•·]\s*|[(（]\d{1,3}[)）]\s*|\d{1,3}(?:[.．](?!\d)|[、)）])\s*|[①-⑳]\s*)/, ''),
    )
    .filter((line) => line !== '')
}

/** Adds a ready-made item once, and names the indices it measures where they are not yet named. */
export function addStandardItem(draft: Questionnaire, item: StandardItem): Questionnaire {
  const question = standardQuestion(item)
  return draft.questions.some(({ id }) => id === question.id) ? draft : addBankQuestion(draft, question)
}

/** Adds a copy of an item of the bank, under another id where its own is taken. */
export function addBankQuestion(draft: Questionnaire, item: Question): Questionnaire {
  if (draft.questions.length >= MOST_QUESTIONS) return draft
  const taken = draft.questions.some(({ id }) => id === item.id)
  const question = { ...structuredClone(item), ...(taken ? { id: freeQuestionId(draft.questions) } : {}) }
  const indices = { ...draft.indices }
  for (const name of INDEX_NAMES) {
    const standard = STANDARD_INDICES[name]
    if (standard && STANDARD_ITEMS[standard.item].id === item.id && !indices[name])
      indices[name] = { questionIds: [question.id], optionIds: [...standard.optionIds] }
  }
  return { ...draft, questions: [...draft.questions, question], indices }
}

/** A copy right after the original, under an id of its own. */
export function duplicateQuestion(draft: Questionnaire, index: number): Questionnaire {
  const original = draft.questions[index]
  if (!original) return draft
  const copy = { ...structuredClone(original), id: freeQuestionId(draft.questions) }
  // The copy begins no section of its own, and says the same in the other languages too.
  delete copy.section
  const renamed = (texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(texts).flatMap(([key, words]) => {
        const rest = key.startsWith(`${original.id}.`) ? key.slice(original.id.length) : null
        return rest === null
          ? [[key, words]]
          : [
              [key, words],
              [copy.id + rest, words],
            ]
      }),
    )
  const translations =
    draft.translations &&
    Object.fromEntries(Object.entries(draft.translations).map(([tag, texts]) => [tag, renamed(texts)]))
  const questions = draft.questions.toSpliced(index + 1, 0, copy)
  return { ...draft, questions, ...(translations ? { translations } : {}) }
}

/** A removed question, kept so that it can come back. */
export interface Removed {
  readonly index: number
  readonly question: Question
  readonly indices: Questionnaire['indices']
}

/** Puts a removed question back where it was; an index that lost it, and was not named anew since, gets it back. */
export function restoreQuestion(draft: Questionnaire, removed: Removed): Questionnaire {
  const { question, index } = removed
  if (draft.questions.some(({ id }) => id === question.id)) return draft
  const indices = { ...draft.indices }
  for (const name of INDEX_NAMES) {
    const before = removed.indices[name]
    if (before?.questionIds.includes(question.id) && (!indices[name] || name === 'satisfaction'))
      indices[name] = before
  }
  return withLiveIndices({ ...draft, questions: draft.questions.toSpliced(index, 0, question), indices })
}

/** The same question as another type; options and labels carry over where the types have both. */
export function retyped(question: Question, type: QuestionTypeName): Question {
  if (question.type === type) return question
  const { id, title, section, showIf } = question
  const kept = { id, title, required: question.required && type !== 'info', section, showIf }
  const words = choicesOf(question)
  const plain = words.map(({ id: option, label }) => ({ id: option, label }))
  if (words.length > 0) {
    if (type === 'single' || type === 'multiple') return { ...kept, type, options: [...words] }
    if (type === 'ranking')
      return { ...kept, type, options: plain.slice(0, 10), places: Math.min(plain.length, 10) }
    if (type === 'matrix') return { ...kept, type, rows: blankRows(), options: plain.slice(0, 7) }
  }
  return { ...blankQuestion(type, id, title), ...kept }
}

export function moveQuestion(draft: Questionnaire, index: number, by: -1 | 1): Questionnaire {
  const moved = draft.questions[index]
  const to = index + by
  if (!moved || to < 0 || to >= draft.questions.length) return draft
  return { ...draft, questions: draft.questions.toSpliced(index, 1).toSpliced(to, 0, moved) }
}

export function replaceQuestion(draft: Questionnaire, index: number, question: Question): Questionnaire {
  return withLiveIndices({ ...draft, questions: draft.questions.with(index, question) })
}

export function removeQuestion(draft: Questionnaire, index: number): Questionnaire {
  return withLiveIndices({ ...draft, questions: draft.questions.toSpliced(index, 1) })
}
