import { ApprovalBoard, type VersionView } from '../../../../../lib/approval/approval-board.tsx'
import { publicFigures } from '../../../../../lib/approval/public-record.ts'
import { obstacle, stateOf, stepsIn } from '../../../../../lib/approval/workflow.ts'
import { proveArchive } from '../../../../../lib/assessment/access.ts'
import { approvalPath, stepPath } from '../../../../../lib/assessment/paths.ts'
import { PageHeader } from '../../../../../lib/ui/page-header.tsx'
import { env } from '../../../../_server/env.ts'
import { loadApproval } from '../../../../_server/load-approval.ts'
import { translator } from '../../../../_server/translate.ts'
import { freeze, take } from './actions.ts'

export default async function ApprovalPage({ params }: { params: Promise<{ id: string }> }) {
  const { caseFile, results, actor, may, versions } = await loadApproval((await params).id)
  const { id, version } = caseFile
  const t = await translator('approval')
  const views = versions.map(({ approval, snapshot, results: frozen, ...one }): VersionView => {
    const api = `/api/assessments/${encodeURIComponent(id)}/versions/${one.number}`
    const state = stateOf(one.steps)
    return {
      ...one,
      state,
      figures: publicFigures(snapshot, frozen),
      allowed: approval.allowed,
      fewestExperts: approval.fewestExperts,
      obstacles: Object.fromEntries(stepsIn(state).map((kind) => [kind, obstacle(actor, kind, approval)])),
      pdf: `${api}/report`,
      archive: proveArchive(actor, id).ok ? `${api}/bundle?kind=archive` : null,
      public: `${api}/bundle?kind=public`,
      verify: `${env.publicUrl}/verify/report/${one.code}`,
      difference: `${approvalPath(id)}/difference?from=${one.number}`,
    }
  })
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <ApprovalBoard
        versions={views}
        mayFreeze={may.edit}
        unchanged={versions[0] !== undefined && !versions[0].voided}
        verdictGiven={results.verdict.status === 'given'}
        reportHref={stepPath(id, 'report')}
        freeze={freeze.bind(null, id, version)}
        take={take.bind(null, id)}
      />
    </>
  )
}
