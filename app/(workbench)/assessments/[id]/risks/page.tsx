import { stepPath } from '../../../../../lib/assessment/paths.ts'
import { ExpectedEventForm } from '../../../../../lib/risk/expected-event-form.tsx'
import { FactorPanel } from '../../../../../lib/risk/factor-panel.tsx'
import { LevelPanel } from '../../../../../lib/risk/level-panel.tsx'
import { RiskMatrix } from '../../../../../lib/risk/risk-matrix.tsx'
import { schemeOf } from '../../../../../lib/scheme/registry.ts'
import { PageHeader } from '../../../../../lib/ui/page-header.tsx'
import { RobustnessPanel } from '../../../../../lib/verdict/robustness-panel.tsx'
import { loadAssessment } from '../../../../_server/load.ts'
import { translator } from '../../../../_server/translate.ts'
import { removeFactor, saveEventSize, saveFactorWeights } from './actions.ts'

export default async function RisksPage({ params }: { params: Promise<{ id: string }> }) {
  const { caseFile, results, may } = await loadAssessment((await params).id)
  const { id, version, factors } = caseFile
  const scheme = schemeOf(caseFile.schemeId)
  const t = await translator('risk')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <FactorPanel
        factors={factors}
        scheme={scheme}
        path={stepPath(id, 'risks')}
        mayScore={may.score}
        mayEdit={may.edit}
        remove={removeFactor.bind(null, id, version)}
        saveWeights={saveFactorWeights.bind(null, id, version)}
      />
      <ExpectedEventForm
        persons={caseFile.expectedEventPersons}
        scheme={scheme}
        readOnly={!may.score}
        save={saveEventSize.bind(null, id, version)}
      />
      {factors.length > 0 && (
        <>
          <LevelPanel initial={results.initial} residual={results.residual} scheme={scheme} />
          <RobustnessPanel
            robustness={results.residual.robustness}
            factors={factors}
            scheme={scheme}
            validAnswers={results.survey?.indices.opposition.estimate?.n ?? null}
          />
          <RiskMatrix factors={factors} scheme={scheme} />
        </>
      )}
    </>
  )
}
