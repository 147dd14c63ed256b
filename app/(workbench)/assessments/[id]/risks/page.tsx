import { stepPath } from '../../../../../lib/assessment/paths.ts'
import { unresolvedByFactor } from '../../../../../lib/disputes/dispute-register.ts'
import { DirectConditionsForm } from '../../../../../lib/risk/direct-conditions-form.tsx'
import { ExpectedEventForm } from '../../../../../lib/risk/expected-event-form.tsx'
import { FactorPanel } from '../../../../../lib/risk/factor-panel.tsx'
import { LevelPanel } from '../../../../../lib/risk/level-panel.tsx'
import { RiskMatrix } from '../../../../../lib/risk/risk-matrix.tsx'
import { schemeOf } from '../../../../../lib/scheme/registry.ts'
import { PageHeader } from '../../../../../lib/ui/page-header.tsx'
import { PageLink } from '../../../../../lib/ui/page-link.tsx'
import { RobustnessPanel } from '../../../../../lib/verdict/robustness-panel.tsx'
import { loadAssessment } from '../../../../_server/load.ts'
import { translator } from '../../../../_server/translate.ts'
import { removeFactor, saveConditions, saveEventSize, saveFactorWeights } from './actions.ts'

export default async function RisksPage({ params }: { params: Promise<{ id: string }> }) {
  const { caseFile, results, may } = await loadAssessment((await params).id)
  const { id, version, factors } = caseFile
  const scheme = schemeOf(caseFile.schemeId)
  const t = await translator('risk')
  const experts = await translator('experts')
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          factors.length > 0 && (
            <PageLink href={`${stepPath(id, 'risks')}/experts`}>{experts('link')}</PageLink>
          )
        }
      />
      <FactorPanel
        factors={factors}
        scheme={scheme}
        path={stepPath(id, 'risks')}
        alive={{
          byFactor: Object.fromEntries(unresolvedByFactor(caseFile.disputes)),
          href: stepPath(id, 'disputes'),
        }}
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
      {scheme.directRules.length > 0 && (
        <DirectConditionsForm
          conditions={caseFile.directConditions}
          scheme={scheme}
          readOnly={!may.score}
          save={saveConditions.bind(null, id, version)}
        />
      )}
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
