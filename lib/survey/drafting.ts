/**
 * Drafting a questionnaire: adding, copying, moving and removing questions.
 *
 * Each step is a pure function from draft to draft. Ids are made here, because they become form fields and columns of the
 * codebook and must never be reused by accident; and the naming of the indices follows every change, so that an index
 * cannot point at a question or an answer that is gone.
 */

import type { QuestionTypeName } from './question-types/definitions.ts'
import type { Option } from './question-types/question-type.ts'
import {
  INDEX_NAMES,
  type IndexItem,
  type IndexName,
  optionsOf,
  type Question,
  type Questionnaire,
} from './questionnaire.ts'
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
    case 'text':
      return { ...base, type, maxLength: 500 }
  }
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

/** Adds a ready-made item, and names the indices it measures where they are not yet named. */
export function addStandardItem(draft: Questionnaire, item: StandardItem): Questionnaire {
  const question = standardQuestion(item)
  if (draft.questions.some(({ id }) => id === question.id)) return draft
  const indices = { ...draft.indices }
  for (const name of INDEX_NAMES) {
    const standard = STANDARD_INDICES[name]
    if (standard?.item === item && !indices[name])
      indices[name] = { questionIds: [STANDARD_ITEMS[item].id], optionIds: [...standard.optionIds] }
  }
  return { ...draft, questions: [...draft.questions, question], indices }
}

/** A copy right after the original, under an id of its own. */
export function duplicateQuestion(draft: Questionnaire, index: number): Questionnaire {
  const original = draft.questions[index]
  if (!original) return draft
  const copy = { ...structuredClone(original), id: freeQuestionId(draft.questions) }
  return { ...draft, questions: draft.questions.toSpliced(index + 1, 0, copy) }
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
  const { id, title, required } = question
  if ((type === 'single' || type === 'multiple') && question.type !== 'text') {
    return { id, title, required, type, options: [...optionsOf(question)] }
  }
  return { ...blankQuestion(type, id, title), required }
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

/** Countable questions: those an index may be made of. */
export function countable(questions: readonly Question[]): Question[] {
  return questions.filter((question) => question.type === 'single' || question.type === 'scale')
}

/** The answers of a question that an index may count. */
export function countableOptions(question: Question | undefined): readonly Option[] {
  return question && countable([question]).length === 1 ? optionsOf(question) : []
}

/** Questions that can stand in one index with `question`: those with the same answers. */
export function sameAnswers(question: Question | undefined, candidate: Question): boolean {
  const ids = (of: Question | undefined) =>
    countableOptions(of)
      .map((option) => option.id)
      .join(' ')
  return question === undefined || ids(question) === ids(candidate)
}

/** Points an index at questions; answers that the first of them does not have are dropped. */
export function nameIndex(draft: Questionnaire, name: IndexName, item: IndexItem | null): Questionnaire {
  return withLiveIndices({ ...draft, indices: { ...draft.indices, [name]: item } })
}

function withLiveIndices(draft: Questionnaire): Questionnaire {
  const indices = { ...draft.indices }
  for (const name of INDEX_NAMES) {
    const item = indices[name]
    if (!item) continue
    const alive = item.questionIds.filter((id) =>
      countable(draft.questions).some((question) => question.id === id),
    )
    const first = draft.questions.find((question) => question.id === alive[0])
    const known = new Set(countableOptions(first).map((option) => option.id))
    const questionIds = alive.filter((id) =>
      draft.questions.some((question) => question.id === id && sameAnswers(first, question)),
    )
    const optionIds = item.optionIds.filter((id) => known.has(id))
    indices[name] = questionIds.length === 0 ? null : { questionIds, optionIds }
  }
  return { ...draft, indices }
}
