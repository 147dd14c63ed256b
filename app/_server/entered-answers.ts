/** Answers that an official entered, checked against the questionnaire; every fault is named by its question. */
import type { CaseFile } from '../../lib/assessment/case-file.ts'
import type { Success } from '../../lib/result.ts'
import { onPaper } from '../../lib/survey/paper/paper-answers.ts'
import { type AnswerFields, type Answers, parseResponse, readAnswers } from '../../lib/survey/response.ts'
import type { Saved } from '../../lib/ui/save.ts'

type Refused = Extract<Saved, { readonly ok: false }>

/** On paper, and where somebody is asked in person, a question may be left open. */
export function parsedAnswers({ survey }: CaseFile, fields: AnswerFields): Success<Answers> | Refused {
  if (survey?.state !== 'published') return { ok: false, reason: 'survey-not-published' }
  const asked = onPaper(survey.questionnaire)
  const { faults } = readAnswers(asked, fields)
  if (faults.length > 0)
    return {
      ok: false,
      reason: 'invalid-input',
      issues: faults.map(({ questionId, reason }) => ({ path: [questionId], message: reason })),
    }
  const parsed = parseResponse(asked, fields)
  if (parsed.ok) return parsed
  return { ok: false, reason: parsed.reason === 'empty-response' ? 'empty-response' : 'invalid-input' }
}
