import { ApprovalBoard } from '../../../../../lib/approval/approval-board.tsx'
import { stateOf } from '../../../../../lib/approval/workflow.ts'
import { approvalPath, stepPath } from '../../../../../lib/assessment/paths.ts'
import { digestValue } from '../../../../../lib/integrity/digest.ts'
import { narrativeWarnings } from '../../../../../lib/report/narrative/narrative-chapter.ts'
import { TextsToCheck } from '../../../../../lib/report/narrative/texts-to-check.tsx'
import { PageHeader } from '../../../../../lib/ui/page-header.tsx'
import { loadApproval } from '../../../../_server/load-approval.ts'
import { translator } from '../../../../_server/translate.ts'
import { freeze, take } from './actions.ts'

export default async function ApprovalPage({ params }: { params: Promise<{ id: string }> }) {
  const { caseFile, results, actor, may, versions, viewOf } = await loadApproval((await params).id)
  const { id } = caseFile
  const t = await translator('approval')
  const [newest, ...earlier] = versions
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {may.edit && (
        <TextsToCheck
          warnings={narrativeWarnings({ caseFile, results })}
          href={`${stepPath(id, 'report')}/narrative`}
        />
      )}
      <ApprovalBoard
        assessmentId={id}
        newest={newest ? viewOf(newest) : null}
        earlier={earlier.map(({ number, frozenOn, steps }) => ({
          number,
          frozenOn,
          state: stateOf(steps),
          href: `${approvalPath(id)}/versions/${number}`,
        }))}
        reader={{ name: actor.name, role: actor.role }}
        mayFreeze={may.edit}
        missing={results.verdict.status === 'given' ? [] : results.verdict.missing}
        compare={`${approvalPath(id)}/difference`}
        freeze={freeze.bind(null, id, digestValue(caseFile))}
        take={take.bind(null, id)}
      />
    </>
  )
}
