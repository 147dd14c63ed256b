/** The counts of the survey as they may be printed; see survey/suppression/released.ts. */
import type { Question } from '../survey/questionnaire.ts'
import { oppositionHidden, type ReleasedTable, releasedTables } from '../survey/suppression/released.ts'
import type { ReportInput } from './chapter.ts'
import { fewestAnswers } from './scheme-terms.ts'

/** Groups whose number of opposed is not printed. */
export function hiddenOpposition({ caseFile: { survey, schemeId } }: ReportInput): ReadonlySet<string> {
  if (!survey?.tally) return new Set()
  return oppositionHidden(survey.questionnaire, survey.tally, fewestAnswers(schemeId))
}

export function printableTables(
  { caseFile: { survey, schemeId } }: ReportInput,
  question: Question,
): readonly ReleasedTable[] {
  if (!survey?.tally) return []
  return releasedTables(question, survey.questionnaire, survey.tally, fewestAnswers(schemeId))
}
