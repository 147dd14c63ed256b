/** What of a closed survey can be crossed: every counted question, a matrix row by row. */
import type { Questionnaire } from '../questionnaire.ts'
import { numberOf } from '../questionnaire.ts'
import { countedTables, knownSums, releasedTables } from '../suppression/released.ts'
import type { Tally } from '../tally.ts'
import type { Dimension } from './cross-counts.ts'
import type { CrossedQuestion } from './cross-table.ts'

export interface CrossDimension {
  /** `attitude`, or `parts:road` for the row of a matrix. */
  readonly key: string
  readonly number: number
  readonly title: string
  /** The row of a matrix. */
  readonly row: string | null
}

/** In the place of a question: the groups. */
export const BY_GROUP = '$group'

export function crossDimensions({ questions }: Questionnaire): CrossDimension[] {
  return questions.flatMap((question): CrossDimension[] => {
    if (question.type === 'text' || question.type === 'info') return []
    const { id, title } = question
    const number = numberOf({ questions }, id) ?? 0
    if (question.type !== 'matrix') return [{ key: id, number, title, row: null }]
    return question.rows.map((row) => ({ key: `${id}:${row.id}`, number, title, row: row.label }))
  })
}

export interface FoundDimension {
  readonly dimension: Dimension
  readonly crossed: CrossedQuestion
  /** Counts by group, nothing hidden. */
  readonly byGroup: readonly { readonly groupId: string; readonly counts: readonly number[] }[]
}

/** The dimension of this key; null where there is none, or nobody answered. */
export function findDimension(
  key: string,
  questionnaire: Questionnaire,
  tally: Tally,
  fewest: number,
): FoundDimension | null {
  const [questionId, rowId] = key.split(':')
  const question = questionnaire.questions.find(({ id }) => id === questionId)
  if (!question) return null
  const at = countedTables(question, tally, fewest).findIndex(({ part }) => (part?.id ?? undefined) === rowId)
  const table = countedTables(question, tally, fewest)[at]
  const released = releasedTables(question, questionnaire, tally, fewest)[at]
  if (!table || !released?.all.answered) return null
  return {
    dimension: { question, table },
    crossed: { released, sumOf: knownSums(questionnaire, question.id) },
    byGroup: table.rows,
  }
}
