import { stepPath } from '../../../../../../lib/assessment/paths.ts'
import { FrozenQuestionnaire } from '../../../../../../lib/survey/frozen-questionnaire.tsx'
import { PageHeader } from '../../../../../../lib/ui/page-header.tsx'
import { loadAssessment } from '../../../../../_server/load.ts'
import { translator } from '../../../../../_server/translate.ts'

export default async function QuestionnairePage({ params }: { params: Promise<{ id: string }> }) {
  const { id, survey } = (await loadAssessment((await params).id)).caseFile
  const t = await translator('survey')
  const published = survey && survey.state !== 'draft' ? survey : null
  return (
    <>
      <PageHeader title={t('frozen.heading')} />
      <FrozenQuestionnaire
        questionnaire={published?.questionnaire ?? null}
        publishedOn={published?.publishedOn ?? null}
        surveyHref={stepPath(id, 'survey')}
      />
    </>
  )
}
