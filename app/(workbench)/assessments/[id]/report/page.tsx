import { assessmentReport } from '../../../../../lib/report/outlines/assessment-report.ts'
import { schemeOf } from '../../../../../lib/scheme/registry.ts'
import { PageHeader } from '../../../../../lib/ui/page-header.tsx'
import { DecisionMatrix } from '../../../../../lib/verdict/decision-matrix.tsx'
import { ReportPanel } from '../../../../../lib/verdict/report-panel.tsx'
import { VerdictPanel } from '../../../../../lib/verdict/verdict-panel.tsx'
import { loadAssessment } from '../../../../_server/load.ts'
import { translator } from '../../../../_server/translate.ts'

export default async function ReportPage({ params }: { params: Promise<{ id: string }> }) {
  const { caseFile, results } = await loadAssessment((await params).id)
  const { verdict } = results
  const t = await translator('verdict')
  const contents = assessmentReport({ caseFile, results }).blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 1 ? block.text : [],
  )
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <VerdictPanel assessmentId={caseFile.id} verdict={verdict} />
      <DecisionMatrix verdict={verdict} gate={schemeOf(caseFile.schemeId).decisionGate} />
      <ReportPanel
        url={`/api/assessments/${encodeURIComponent(caseFile.id)}/report`}
        title={caseFile.matter.title}
        complete={verdict.status === 'given'}
        contents={contents}
      />
    </>
  )
}
