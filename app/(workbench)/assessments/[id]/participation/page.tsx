import { dayOf } from '../../../../../db/stores/day.ts'
import { coverageOf } from '../../../../../lib/participation/coverage.ts'
import { schemeOf } from '../../../../../lib/scheme/registry.ts'
import { PageHeader } from '../../../../../lib/ui/page-header.tsx'
import { addDays } from '../../../../../lib/working-days.ts'
import { env } from '../../../../_server/env.ts'
import { loadAssessment, loadEvidence } from '../../../../_server/load.ts'
import { translator } from '../../../../_server/translate.ts'
import {
  correct,
  draft,
  link,
  post,
  publish,
  record,
  remove,
  removeFile,
  strike,
  unlink,
  withdraw,
} from './actions.ts'
import { RefreshedBoard } from './refreshed-board.tsx'

export default async function ParticipationPage({ params }: { params: Promise<{ id: string }> }) {
  const { caseFile, may } = await loadAssessment((await params).id)
  const { id, version, matter, groups, participation, survey, schemeId } = caseFile
  const scheme = schemeOf(schemeId)
  const t = await translator('participation')
  const today = dayOf(new Date())
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <RefreshedBoard
        notices={participation.notices}
        consultations={participation.consultations}
        coverage={coverageOf(groups, participation.consultations, survey?.responsesByGroup ?? {})}
        groups={groups.map((group) => ({ id: group.id, name: group.name }))}
        clocks={scheme.clocks}
        leastExperts={scheme.expertPanel.value}
        shelf={{
          files: await loadEvidence(id),
          address: `/api/assessments/${encodeURIComponent(id)}/evidence`,
          link: link.bind(null, id),
          unlink: unlink.bind(null, id),
        }}
        removeFile={removeFile.bind(null, id)}
        today={today}
        draft={{
          kind: 'assessment-notice',
          title: '',
          plan: matter.summary,
          affected: groups.map(({ name }) => name).join('、'),
          objection: '',
          law: '',
          contact: matter.assessor,
          from: today,
          until: addDays(today, 30),
          eventOn: null,
          shortenedBecause: '',
        }}
        host={matter.assessor}
        publicUrl={env.publicUrl}
        printAddress={`/api/assessments/${encodeURIComponent(id)}/notices`}
        actions={{
          save: draft.bind(null, id, version),
          publish: publish.bind(null, id, version),
          remove: remove.bind(null, id, version),
          correct: correct.bind(null, id, version),
          withdraw: withdraw.bind(null, id, version),
          post: post.bind(null, id),
          consultations: { save: record.bind(null, id, version), remove: strike.bind(null, id, version) },
        }}
        readOnly={!may.edit}
      />
    </>
  )
}
