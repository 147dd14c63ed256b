import type { CaseFile } from '../../../../../lib/assessment/case-file.ts'
import { schemeOf } from '../../../../../lib/scheme/registry.ts'
import { weightedEstimates } from '../../../../../lib/survey/estimates.ts'
import { fieldwork } from '../../../../../lib/survey/fieldwork.ts'
import { planInForce } from '../../../../../lib/survey/sampling/sampling-record.ts'
import { shownResults } from '../../../../../lib/survey/shown-results.ts'
import { SurveyResultsView } from '../../../../../lib/survey/survey-results-view.tsx'
import type { Save } from '../../../../../lib/ui/save.ts'
import type { Results } from '../../../../../lib/verdict/results.ts'
import { shownCredibility } from '../../../../../lib/verdict/shown-credibility.ts'
import { loadCrossTable } from '../../../../_server/cross-table.ts'
import { loadOpenAnswers } from '../../../../_server/open-answers.ts'

interface ClosedSurveyProps {
  /** With the survey that is shown, and with groups, plan and custody as they belong to it. */
  readonly caseFile: CaseFile
  readonly results: Results
  readonly pageHref: string
  readonly exportHref: string
  /** The cross-table, or the page of texts, that the address asks for. */
  readonly query: unknown
  /** Null where no other survey can follow on this one. */
  readonly startNew: Save<null> | null
}

/** What a closed survey found: the latest one, or one before it. */
export async function ClosedSurvey({
  caseFile,
  results,
  pageHref,
  exportHref,
  query,
  startNew,
}: ClosedSurveyProps) {
  const { id, survey, groups, sampling } = caseFile
  if (!survey?.tally) return null
  const scheme = schemeOf(caseFile.schemeId)
  const fewest = scheme.suppressionK.value
  const opposition = results.survey?.indices.opposition.estimate ?? null
  return (
    <SurveyResultsView
      questionnaire={survey.questionnaire}
      results={shownResults(survey.questionnaire, survey.tally, fewest)}
      fieldwork={fieldwork(survey, groups, sampling)}
      estimates={weightedEstimates(survey.questionnaire, survey.tally, {
        groups,
        plan: planInForce(sampling),
        samplingFloors: scheme.samplingFloors,
        fewest,
      })}
      publishedOn={survey.publishedOn}
      closedOn={survey.closedOn}
      groups={groups.map(({ id: groupId, name }) => ({ id: groupId, name }))}
      credibility={shownCredibility(caseFile, results)}
      credibilityWithheld={opposition !== null && opposition.n < fewest}
      fewest={fewest}
      pageHref={pageHref}
      crossed={await loadCrossTable(caseFile, query)}
      exportHref={exportHref}
      openAnswers={await loadOpenAnswers(id, { surveyId: survey.id, query, fewest })}
      startNew={startNew}
    />
  )
}
