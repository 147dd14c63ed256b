/**
 * 量表题组: consecutive scale questions with the same five labels. Shown close together they are read as one block, so the
 * labels need to be understood once.
 */
import type { Question } from '../../questionnaire.ts'

function continues(previous: Question | undefined, question: Question): boolean {
  return (
    previous?.type === 'scale' &&
    question.type === 'scale' &&
    question.section === undefined &&
    question.showIf === undefined &&
    previous.labels.every((label, i) => label === question.labels[i])
  )
}

/** The questions in their order, batteries as one group, every other question as a group of one. */
export function groupBatteries(questions: readonly Question[]): Question[][] {
  const groups: Question[][] = []
  questions.forEach((question, i) => {
    if (continues(questions[i - 1], question)) groups.at(-1)!.push(question)
    else groups.push([question])
  })
  return groups
}
