/**
 * What the credibility checks can be told of a survey, from the counts that the case file holds.
 *
 * The questionnaire names which answers support and which oppose; every other answer to the same question counts as
 * neither. What the workbench does not know (codes handed out, answers by day, addresses verified) is left out, and the
 * checks say so.
 */
import type { CaseFile } from '../assessment/case-file.ts'
import type { SurveyEvidence } from '../survey/credibility/evidence.ts'
import type { SurveyResults } from '../survey/results.ts'

/** Null when no item measures opposition: then there is nothing to check. */
export function credibilityEvidence(caseFile: CaseFile, survey: SurveyResults): SurveyEvidence | null {
  const { opposition, support } = survey.indices
  if (!opposition.estimate) return null
  const sameItem = support.questionIds.length === 1 && support.questionIds[0] === opposition.questionIds[0]
  const supporting = sameItem ? (support.estimate?.count ?? 0) : 0
  const { count, n } = opposition.estimate
  return {
    channels: [
      {
        channel: 'open-link',
        attitudes: {
          support: supporting,
          conditional: 0,
          indifferent: n - supporting - count,
          oppose: count,
        },
      },
    ],
    strata: caseFile.groups.map((group) => ({
      name: group.name,
      households: group.households,
      persons: group.persons,
      responded: caseFile.survey?.responsesByGroup[group.id] ?? 0,
    })),
  }
}
