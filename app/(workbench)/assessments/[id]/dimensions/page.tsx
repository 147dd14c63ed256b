import { DimensionBoard } from '../../../../../lib/dimensions/dimension-board.tsx'
import { PageHeader } from '../../../../../lib/ui/page-header.tsx'
import { loadAssessment, loadEvidence } from '../../../../_server/load.ts'
import { translator } from '../../../../_server/translate.ts'
import { link, unlink } from '../participation/actions.ts'
import { saveCommentEntry, saveFindingEntry } from './actions.ts'

export default async function DimensionsPage({ params }: { params: Promise<{ id: string }> }) {
  const { caseFile, results, may } = await loadAssessment((await params).id)
  const { id, version } = caseFile
  const t = await translator('dimensions')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <DimensionBoard
        findings={caseFile.findings}
        comments={caseFile.dimensionComments}
        conclusions={results.dimensions}
        saveFinding={saveFindingEntry.bind(null, id)}
        saveComment={saveCommentEntry.bind(null, id, version)}
        shelf={{
          files: await loadEvidence(id),
          address: `/api/assessments/${encodeURIComponent(id)}/evidence`,
          link: link.bind(null, id),
          unlink: unlink.bind(null, id),
        }}
        mayScore={may.score}
        mayComment={may.edit}
      />
    </>
  )
}
