import { notFound } from 'next/navigation'
import { stepPath } from '../../../../../../../lib/assessment/paths.ts'
import { AssistedInterview } from '../../../../../../../lib/survey/channels/assisted-interview.tsx'
import { PageHeader } from '../../../../../../../lib/ui/page-header.tsx'
import { PageLink } from '../../../../../../../lib/ui/page-link.tsx'
import { loadAssessment } from '../../../../../../_server/load.ts'
import { translator } from '../../../../../../_server/translate.ts'
import { interview } from '../actions.ts'

export default async function AssistedPage({ params }: { params: Promise<{ id: string }> }) {
  const { caseFile, may } = await loadAssessment((await params).id)
  const { id, survey, matter } = caseFile
  if (survey?.state !== 'published' || !may.edit) notFound()
  const t = await translator('channels')
  return (
    <>
      <PageHeader
        title={t('assisted.title')}
        lead={t('assisted.lead')}
        actions={<PageLink href={`${stepPath(id, 'survey')}/channels`}>{t('title')}</PageLink>}
      />
      <AssistedInterview
        groups={caseFile.groups
          .filter((group) => survey.links.some(({ groupId }) => groupId === group.id))
          .map((group) => ({ id: group.id, name: group.name }))}
        assessor={matter.assessor}
        questionnaire={survey.questionnaire}
        submit={interview.bind(null, id)}
      />
    </>
  )
}
