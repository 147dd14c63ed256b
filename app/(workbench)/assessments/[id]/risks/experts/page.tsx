import { stepPath } from '../../../../../../lib/assessment/paths.ts'
import { ExpertBoard } from '../../../../../../lib/risk/expert-board.tsx'
import { schemeOf } from '../../../../../../lib/scheme/registry.ts'
import { PageHeader } from '../../../../../../lib/ui/page-header.tsx'
import { loadAssessment, loadExpertSheets } from '../../../../../_server/load.ts'
import { translator } from '../../../../../_server/translate.ts'
import { removeSheet } from './actions.ts'

export default async function ExpertsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const { caseFile, may } = await loadAssessment(id)
  const t = await translator('experts')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <ExpertBoard
        sheets={await loadExpertSheets(id)}
        panel={caseFile.expertPanel}
        factors={caseFile.factors}
        scheme={schemeOf(caseFile.schemeId)}
        mayScore={may.score}
        path={`${stepPath(id, 'risks')}/experts`}
        remove={removeSheet.bind(null, id, caseFile.version)}
      />
    </>
  )
}
