import { Suspense } from 'react'
import { renderSVG } from 'uqr'
import { readPaperBatches } from '../../../../../db/stores/paper.ts'
import type { CaseFile } from '../../../../../lib/assessment/case-file.ts'
import { stepPath } from '../../../../../lib/assessment/paths.ts'
import { CountingProgress } from '../../../../../lib/survey/counting-progress.tsx'
import { DiscardDraft } from '../../../../../lib/survey/discard-draft.tsx'
import { PageWeights } from '../../../../../lib/survey/page-weights.tsx'
import { QuestionnaireBuilder } from '../../../../../lib/survey/questionnaire-builder.tsx'
import { type GroupProgress, SurveyProgress } from '../../../../../lib/survey/survey-progress.tsx'
import type { SurveyRecord } from '../../../../../lib/survey/survey-record.ts'
import { PageHeader } from '../../../../../lib/ui/page-header.tsx'
import { PageLink } from '../../../../../lib/ui/page-link.tsx'
import type { Results } from '../../../../../lib/verdict/results.ts'
import { database } from '../../../../_server/database.ts'
import { env } from '../../../../_server/env.ts'
import { loadAssessment } from '../../../../_server/load.ts'
import { weighPages } from '../../../../_server/page-weight.ts'
import { translator } from '../../../../_server/translate.ts'
import { close, count, discard, publish, saveQuestionnaireEntry, startNew } from './actions.ts'
import { ClosedSurvey } from './closed-survey.tsx'

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
            {caseFile.earlierSurvey && (
              <PageLink href={`${stepPath(caseFile.id, 'survey')}/earlier`}>{t('list.title')}</PageLink>
            )}
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
      <>
        <QuestionnaireBuilder
          questionnaire={survey?.questionnaire ?? null}
          matterTitle={caseFile.matter.title}
          groups={caseFile.groups.length}
          groupsHref={stepPath(id, 'groups')}
          readOnly={readOnly}
          save={saveQuestionnaireEntry.bind(null, id, version)}
          publish={publish.bind(null, id, version)}
          weights={
            // Weighing takes a second or two; the page does not wait for it.
            <Suspense fallback={<PageWeights weighed={null} />}>
              <StoredPageWeights caseFile={caseFile} />
            </Suspense>
          }
        />
        {caseFile.earlierSurvey && !readOnly && <DiscardDraft discard={discard.bind(null, id, version)} />}
      </>
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
  return (
    <ClosedSurvey
      caseFile={caseFile}
      results={results}
      pageHref={stepPath(id, 'survey')}
      exportHref={`/api/assessments/${encodeURIComponent(id)}/survey/${encodeURIComponent(survey.id)}/export`}
      query={query}
      startNew={readOnly ? null : startNew.bind(null, id, version)}
    />
  )
}

async function StoredPageWeights({ caseFile }: { readonly caseFile: CaseFile }) {
  return caseFile.survey ? <PageWeights weighed={await weighPages(caseFile)} /> : null
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
