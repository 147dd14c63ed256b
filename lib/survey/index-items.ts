/**
 * Naming the indices while a questionnaire is drafted: which questions and which of their answers an index counts. Only
 * single choices and scales are countable; the naming follows every change of the questions.
 */
import type { Option } from './question-types/question-type.ts'
import {
  INDEX_NAMES,
  type IndexItem,
  type IndexName,
  optionsOf,
  type Question,
  type Questionnaire,
} from './questionnaire.ts'

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

/** Without questions and answers that an index can no longer count. */
export function withLiveIndices(draft: Questionnaire): Questionnaire {
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
