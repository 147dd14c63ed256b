import { redirect } from 'next/navigation'
import { stepPath } from '../../../../../../../lib/assessment/paths.ts'
import { FrozenQuestionnaire } from '../../../../../../../lib/survey/frozen-questionnaire.tsx'
import { PageHeader } from '../../../../../../../lib/ui/page-header.tsx'
import { PageLink } from '../../../../../../../lib/ui/page-link.tsx'
import { loadAssessment, loadSurveyOf } from '../../../../../../_server/load.ts'
import { translator } from '../../../../../../_server/translate.ts'
import { ClosedSurvey } from '../../closed-survey.tsx'

interface EarlierSurveyPageProps {
  readonly params: Promise<{ id: string; surveyId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function EarlierSurveyPage({ params, searchParams }: EarlierSurveyPageProps) {
  const { id, surveyId } = await params
  const latest = (await loadAssessment(id)).caseFile.survey
  const home = stepPath(id, 'survey')
  // One address for what counts: there another survey can be begun.
  if (latest?.id === surveyId) redirect(home)
  const { caseFile, results } = await loadSurveyOf(id, surveyId)
  const t = await translator('survey')
  const here = `${home}/earlier/${encodeURIComponent(surveyId)}`
  return (
    <>
      <PageHeader
        title={t('list.earlierTitle')}
        lead={t('list.earlierLead')}
        actions={<PageLink href={`${home}/earlier`}>{t('list.title')}</PageLink>}
      />
      <ClosedSurvey
        caseFile={caseFile}
        results={results}
        pageHref={here}
        exportHref={`/api/assessments/${encodeURIComponent(id)}/survey/${encodeURIComponent(surveyId)}/export`}
        query={await searchParams}
        startNew={null}
      />
      <FrozenQuestionnaire
        questionnaire={caseFile.survey?.questionnaire ?? null}
        publishedOn={caseFile.survey?.publishedOn ?? null}
        surveyHref={home}
      />
    </>
  )
}
