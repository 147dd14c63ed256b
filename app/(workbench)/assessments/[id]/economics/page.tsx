import { AllocationEditor } from '../../../../../lib/economics/allocation-editor.tsx'
import { AppraisalView } from '../../../../../lib/economics/appraisal-view.tsx'
import { CashFlowEditor } from '../../../../../lib/economics/cash-flow-editor.tsx'
import { cashFlowTableShape } from '../../../../../lib/economics/cash-flow-table.ts'
import { allocatedWorth } from '../../../../../lib/economics/distribution.ts'
import { DistributionView } from '../../../../../lib/economics/distribution-view.tsx'
import { FinancialPanel } from '../../../../../lib/economics/financial-panel.tsx'
import { PageHeader } from '../../../../../lib/ui/page-header.tsx'
import { measureCosts } from '../../../../../lib/verdict/measure-costs.ts'
import { loadAssessment } from '../../../../_server/load.ts'
import { translator } from '../../../../_server/translate.ts'
import { saveCashFlowTable, saveFinancialTerms, saveShares } from './actions.ts'

export default async function EconomicsPage({ params }: { params: Promise<{ id: string }> }) {
  const { caseFile, results, may } = await loadAssessment((await params).id)
  const { id, version, economics } = caseFile
  const t = await translator('economics')
  const thisYear = new Date().getFullYear()
  const groups = caseFile.groups.map(({ id, name, households, persons }) => ({
    id,
    name,
    households,
    persons,
  }))
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
      <AllocationEditor
        allocation={economics.shares}
        groups={groups}
        worthFen={results.economics.ok ? allocatedWorth(economics) : null}
        readOnly={!may.edit}
        save={saveShares.bind(null, id, version)}
      />
      <DistributionView distribution={results.distribution} groups={groups} />
      <FinancialPanel
        basis={economics.financial}
        financial={results.financial}
        readOnly={!may.edit}
        save={saveFinancialTerms.bind(null, id, version)}
      />
    </>
  )
}
