/**
 * 交叉计数: how many gave this answer to one question and that answer to another.
 *
 * The stored counts know one question at a time, so the answers of a closed survey are gone through once, and nothing of
 * them is kept but these counts.
 */
import type { Question } from '../questionnaire.ts'
import { typeOf } from '../questionnaire.ts'
import type { Answers } from '../response.ts'
import type { CountedTable } from '../suppression/released.ts'

/** A table of one question that can be crossed with another. */
export interface Dimension {
  readonly question: Question
  readonly table: Pick<CountedTable, 'part' | 'categories' | 'choices'>
}

/**
 * People by row and column: the categories in their order, then all who answered, then all who did not. With several
 * choices one person counts in several rows.
 */
export type CrossCounts = readonly (readonly number[])[]

/** The rows (or columns) that one person counts in. */
function placesOf({ question, table }: Dimension, answers: Answers): number[] {
  const { categories, part } = table
  const answer = answers[question.id]
  const cells = answer === undefined ? [] : typeOf(question).cells(question, answer)
  const places = categories.flatMap((category, i) =>
    cells.some((cell) => category.cells.includes(cell)) ? [i] : [],
  )
  const answered = part ? cells.includes(`${part.id}:answered`) : answer !== undefined
  return [...places, answered ? categories.length : categories.length + 1]
}

export function crossCounter(rows: Dimension, columns: Dimension) {
  const counts = Array.from({ length: rows.table.categories.length + 2 }, () =>
    new Array<number>(columns.table.categories.length + 2).fill(0),
  )
  return {
    add(answers: Answers): void {
      const across = placesOf(columns, answers)
      for (const i of placesOf(rows, answers)) for (const j of across) counts[i]![j]! += 1
    },
    counts: counts satisfies CrossCounts,
  }
}
