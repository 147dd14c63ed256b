import { AppraisalView } from '../../../../../lib/economics/appraisal-view.tsx'
import { CashFlowEditor } from '../../../../../lib/economics/cash-flow-editor.tsx'
import { cashFlowTableShape } from '../../../../../lib/economics/cash-flow-table.ts'
import { PageHeader } from '../../../../../lib/ui/page-header.tsx'
import { measureCosts } from '../../../../../lib/verdict/measure-costs.ts'
import { loadAssessment } from '../../../../_server/load.ts'
import { translator } from '../../../../_server/translate.ts'
import { saveCashFlowTable } from './actions.ts'

export default async function EconomicsPage({ params }: { params: Promise<{ id: string }> }) {
  const { caseFile, results, may } = await loadAssessment((await params).id)
  const { id, version, economics } = caseFile
  const t = await translator('economics')
  const thisYear = new Date().getFullYear()
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <CashFlowEditor
        table={cashFlowTableShape.parse(economics)}
        thisYear={thisYear}
        measureCosts={measureCosts(caseFile)}
        readOnly={!may.edit}
        save={saveCashFlowTable.bind(null, id, version)}
      />
      <AppraisalView
        economics={results.economics}
        risk={results.economicRisk}
        firstYear={economics.years[0]?.year ?? thisYear}
        socialDiscountRate={economics.socialDiscountRate}
      />
    </>
  )
}
