import { listSurveys } from '../../../../../../db/stores/survey-history.ts'
import { stepPath } from '../../../../../../lib/assessment/paths.ts'
import { SurveyList } from '../../../../../../lib/survey/survey-list.tsx'
import { PageHeader } from '../../../../../../lib/ui/page-header.tsx'
import { PageLink } from '../../../../../../lib/ui/page-link.tsx'
import { database } from '../../../../../_server/database.ts'
import { loadAssessment } from '../../../../../_server/load.ts'
import { translator } from '../../../../../_server/translate.ts'

export default async function SurveysPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = (await loadAssessment((await params).id)).caseFile
  const t = await translator('survey')
  return (
    <>
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        actions={<PageLink href={stepPath(id, 'survey')}>{t('list.toLatest')}</PageLink>}
      />
      <SurveyList
        surveys={await listSurveys((await database()).read, id)}
        latestHref={stepPath(id, 'survey')}
        earlierHref={`${stepPath(id, 'survey')}/earlier`}
      />
    </>
  )
}
