/**
 * Answers as they stand on paper. Nobody can ask a form to be completed: a question left open is no answer, whether or not
 * it was to be answered.
 */
import type { Result } from '../../result.ts'
import type { Questionnaire } from '../questionnaire.ts'
import { type AnswerFields, type Answers, parseResponse, type ResponseRefusal } from '../response.ts'

export function onPaper(questionnaire: Questionnaire): Questionnaire {
  return {
    ...questionnaire,
    questions: questionnaire.questions.map((question) => ({ ...question, required: false })),
  }
}

export const parsePaper = (
  questionnaire: Questionnaire,
  fields: AnswerFields,
): Result<Answers, ResponseRefusal> => parseResponse(onPaper(questionnaire), fields)
