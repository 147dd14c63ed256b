import { renderSVG } from 'uqr'
import { readPaperBatches } from '../../../../../db/stores/paper.ts'
import type { CaseFile } from '../../../../../lib/assessment/case-file.ts'
import { stepPath } from '../../../../../lib/assessment/paths.ts'
import { schemeOf } from '../../../../../lib/scheme/registry.ts'
import { CountingProgress } from '../../../../../lib/survey/counting-progress.tsx'
import { weightedEstimates } from '../../../../../lib/survey/estimates.ts'
import { fieldwork } from '../../../../../lib/survey/fieldwork.ts'
import { QuestionnaireBuilder } from '../../../../../lib/survey/questionnaire-builder.tsx'
import { planInForce } from '../../../../../lib/survey/sampling/sampling-record.ts'
import { shownResults } from '../../../../../lib/survey/shown-results.ts'
import { type GroupProgress, SurveyProgress } from '../../../../../lib/survey/survey-progress.tsx'
import type { SurveyRecord } from '../../../../../lib/survey/survey-record.ts'
import { SurveyResultsView } from '../../../../../lib/survey/survey-results-view.tsx'
import { PageHeader } from '../../../../../lib/ui/page-header.tsx'
import { PageLink } from '../../../../../lib/ui/page-link.tsx'
import type { Results } from '../../../../../lib/verdict/results.ts'
import { shownCredibility } from '../../../../../lib/verdict/shown-credibility.ts'
import { loadCrossTable } from '../../../../_server/cross-table.ts'
import { database } from '../../../../_server/database.ts'
import { env } from '../../../../_server/env.ts'
import { loadAssessment } from '../../../../_server/load.ts'
import { loadOpenAnswers } from '../../../../_server/open-answers.ts'
import { translator } from '../../../../_server/translate.ts'
import { close, count, publish, saveQuestionnaireEntry, startNew } from './actions.ts'

interface SurveyPageProps {
  readonly params: Promise<{ id: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function SurveyPage({ params, searchParams }: SurveyPageProps) {
  const { caseFile, results, may } = await loadAssessment((await params).id)
  const t = await translator('survey')
  const samplingTitle = (await translator('sampling'))('title')
  const channelsTitle = (await translator('channels'))('title')
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <PageLink href={`${stepPath(caseFile.id, 'survey')}/sampling`}>{samplingTitle}</PageLink>
            {caseFile.survey && (
              <PageLink href={`${stepPath(caseFile.id, 'survey')}/channels`}>{channelsTitle}</PageLink>
            )}
            {caseFile.survey && caseFile.survey.state !== 'draft' && (
              <PageLink href={`${stepPath(caseFile.id, 'survey')}/questionnaire`}>
                {t('frozen.heading')}
              </PageLink>
            )}
          </>
        }
      />
      <SurveyStage caseFile={caseFile} results={results} readOnly={!may.edit} query={await searchParams} />
    </>
  )
}

interface StageProps {
  readonly caseFile: CaseFile
  readonly results: Results
  readonly readOnly: boolean
  /** The cross-table, or the page of texts, that the address asks for. */
  readonly query: unknown
}

async function SurveyStage({ caseFile, results, readOnly, query }: StageProps) {
  const { id, version, survey } = caseFile
  if (!survey || survey.state === 'draft') {
    return (
      <QuestionnaireBuilder
        questionnaire={survey?.questionnaire ?? null}
        matterTitle={caseFile.matter.title}
        groups={caseFile.groups.length}
        groupsHref={stepPath(id, 'groups')}
        readOnly={readOnly}
        save={saveQuestionnaireEntry.bind(null, id, version)}
        publish={publish.bind(null, id, version)}
      />
    )
  }
  if (survey.state === 'closing') {
    return (
      <CountingProgress
        total={survey.counts.reduce((sum, { n }) => sum + n, 0)}
        sealed={survey.sealed}
        readOnly={readOnly}
        count={count.bind(null, id)}
      />
    )
  }
  if (survey.state === 'published' || !survey.tally) {
    return (
      <SurveyProgress
        questionnaire={survey.questionnaire}
        publishedOn={survey.publishedOn}
        groups={progressOf(caseFile, survey, readOnly)}
        paper={await readPaperBatches((await database()).read, id)}
        channelsHref={`${stepPath(id, 'survey')}/channels`}
        readOnly={readOnly}
        close={close.bind(null, id, version)}
      />
    )
  }
  const scheme = schemeOf(caseFile.schemeId)
  const fewest = scheme.suppressionK.value
  const opposition = results.survey?.indices.opposition.estimate ?? null
  return (
    <SurveyResultsView
      questionnaire={survey.questionnaire}
      results={shownResults(survey.questionnaire, survey.tally, fewest)}
      fieldwork={fieldwork(survey, caseFile.groups, caseFile.sampling)}
      estimates={weightedEstimates(survey.questionnaire, survey.tally, {
        groups: caseFile.groups,
        plan: planInForce(caseFile.sampling),
        samplingFloors: scheme.samplingFloors,
        fewest,
      })}
      publishedOn={survey.publishedOn}
      closedOn={survey.closedOn}
      groups={caseFile.groups.map(({ id: groupId, name }) => ({ id: groupId, name }))}
      credibility={shownCredibility(caseFile, results)}
      credibilityWithheld={opposition !== null && opposition.n < fewest}
      fewest={fewest}
      pageHref={stepPath(id, 'survey')}
      crossed={await loadCrossTable(caseFile, query)}
      exportHref={`/api/assessments/${id}/survey/export`}
      openAnswers={await loadOpenAnswers(id, query, fewest)}
      readOnly={readOnly}
      startNew={startNew.bind(null, id, version)}
    />
  )
}

function progressOf(caseFile: CaseFile, survey: SurveyRecord, readOnly: boolean): GroupProgress[] {
  return caseFile.groups.flatMap((group) => {
    const link = survey.links.find(({ groupId }) => groupId === group.id)
    if (!link) return []
    const url = `${env.publicUrl}/s/${link.token}`
    return {
      id: group.id,
      name: group.name,
      households: group.households,
      persons: group.persons,
      received: survey.responsesByGroup[group.id] ?? 0,
      // Printed on paper and photographed at an angle: a quarter of the code may be lost.
      link: readOnly ? null : { url, qr: renderSVG(url, { ecc: 'Q', border: 2 }) },
    }
  })
}
