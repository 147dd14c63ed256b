/**
 * 核对: two people read one form differently, and the paper decides. Behind every answer that is counted stand two people.
 *
 * Where the readings differ, one of the two may take the other's reading and so admit a slip; whoever has read the form
 * for neither of the entries may choose either. Nobody can put in a third reading: where both are wrong, both are wiped and the
 * form is entered anew. So no single person decides what a form says.
 */
import type { Answers } from '../response.ts'
import { differences } from './paper-batch.ts'

export const READINGS = ['first', 'second'] as const
export type Reading = (typeof READINGS)[number]
/** By question id; a question comes with the words of its “other”. */
export type Choices = Readonly<Record<string, Reading>>

/** What is shown of a form whose readings differ: the questions in which they do, and of these the two readings. */
export interface DifferingForm {
  /** Which of them the reader made; null for somebody who made neither. */
  readonly own: Reading | null
  readonly questionIds: readonly string[]
  readonly first: Answers
  readonly second: Answers
}

const questionOf = (key: string) => key.split('.')[0] ?? key
const answersTo = (answers: Answers, has: (questionId: string) => boolean): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => has(questionOf(key))))

export function differingForm(first: Answers, second: Answers, own: Reading | null): DifferingForm {
  const ids = new Set(differences(first, second).map(questionOf))
  const has = (questionId: string) => ids.has(questionId)
  return { own, questionIds: [...ids], first: answersTo(first, has), second: answersTo(second, has) }
}

/** One of the two readings with the answers to some questions taken from the other. */
export function withReadingsOf(base: Answers, other: Answers, questionIds: ReadonlySet<string>): Answers {
  return {
    ...answersTo(base, (id) => !questionIds.has(id)),
    ...answersTo(other, (id) => questionIds.has(id)),
  }
}
