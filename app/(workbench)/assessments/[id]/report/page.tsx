import { assessmentPath } from '../../../../../lib/assessment/paths.ts'
import type { OutlineId } from '../../../../../lib/report/outlines/outline-id.ts'
import { contentsOf } from '../../../../../lib/report/outlines/outlines.ts'
import { ReportPanel } from '../../../../../lib/report/report-panel.tsx'
import { schemeOf } from '../../../../../lib/scheme/registry.ts'
import { PageHeader } from '../../../../../lib/ui/page-header.tsx'
import { PageLink } from '../../../../../lib/ui/page-link.tsx'
import { DecisionMatrix } from '../../../../../lib/verdict/decision-matrix.tsx'
import { VerdictPanel } from '../../../../../lib/verdict/verdict-panel.tsx'
import { loadAssessment } from '../../../../_server/load.ts'
import { translator } from '../../../../_server/translate.ts'

export default async function ReportPage({ params }: { params: Promise<{ id: string }> }) {
  const { caseFile, results } = await loadAssessment((await params).id)
  const { verdict } = results
  const t = await translator('verdict')
  const texts = await translator('narrative')
  const contents = (outline: OutlineId) => contentsOf(outline, { caseFile, results })
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <PageLink href={`${assessmentPath(caseFile.id)}/report/narrative`}>{texts('link')}</PageLink>
        }
      />
      <VerdictPanel assessmentId={caseFile.id} results={results} />
      <DecisionMatrix verdict={verdict} gate={schemeOf(caseFile.schemeId).decisionGate} />
      <ReportPanel
        url={`/api/assessments/${encodeURIComponent(caseFile.id)}/report`}
        title={caseFile.matter.title}
        complete={verdict.status === 'given'}
        contents={{ assessment: contents('assessment'), analysis: contents('analysis') }}
      />
    </>
  )
}
