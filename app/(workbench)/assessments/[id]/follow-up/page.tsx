import { dayOf } from '../../../../../db/stores/day.ts'
import { stepPath } from '../../../../../lib/assessment/paths.ts'
import { EmergencyPlanForm } from '../../../../../lib/follow-up/emergency-plan-form.tsx'
import { MeasureBoard } from '../../../../../lib/follow-up/measure-board.tsx'
import { overdueMeasures, progressOf } from '../../../../../lib/follow-up/measure-progress.ts'
import { schemeOf } from '../../../../../lib/scheme/registry.ts'
import { SurveyChangePanel } from '../../../../../lib/survey/survey-change-panel.tsx'
import { PageHeader } from '../../../../../lib/ui/page-header.tsx'
import { earlyWarnings, measuresOf } from '../../../../../lib/verdict/early-warning.ts'
import { FollowUpSummary } from '../../../../../lib/verdict/follow-up-summary.tsx'
import { hindsight } from '../../../../../lib/verdict/hindsight.ts'
import { HindsightForm } from '../../../../../lib/verdict/hindsight-form.tsx'
import { costDifferences } from '../../../../../lib/verdict/measure-costs.ts'
import { loadAssessment, loadEvidence } from '../../../../_server/load.ts'
import { translator } from '../../../../_server/translate.ts'
import { link, unlink } from '../participation/actions.ts'
import { saveHindsight, savePlan, saveProgress } from './actions.ts'

export default async function FollowUpPage({ params }: { params: Promise<{ id: string }> }) {
  const { caseFile, results, may } = await loadAssessment((await params).id)
  const { id, version, followUp, economics } = caseFile
  const t = await translator('followUp')
  const today = dayOf(new Date())
  const measures = measuresOf(caseFile)
  const scheme = schemeOf(caseFile.schemeId)
  const { residual, evidenced } = results
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <FollowUpSummary
        measures={measures.length}
        proven={
          measures.filter(
            ({ factorId, measureId }) => progressOf(followUp.measures, factorId, measureId).state === 'done',
          ).length
        }
        overdue={overdueMeasures(measures, followUp.measures, today).length}
        promised={residual.level.ok ? residual.level.value.level : null}
        evidenced={{
          level: evidenced.level.ok ? evidenced.level.value.level : null,
          index: evidenced.index,
        }}
        cost={{
          measures: measures.reduce((sum, { cost }) => sum + cost, 0),
          entered: economics.years.reduce((sum, { mitigation }) => sum + mitigation, 0),
          differing: costDifferences(caseFile).length,
        }}
        economicsHref={stepPath(id, 'economics')}
        warnings={earlyWarnings(caseFile, today)}
      />
      <MeasureBoard
        measures={measures}
        progress={followUp.measures}
        today={today}
        readOnly={!may.edit}
        save={saveProgress.bind(null, id)}
        shelf={{
          files: await loadEvidence(id),
          address: `/api/assessments/${encodeURIComponent(id)}/evidence`,
          link: link.bind(null, id),
          unlink: unlink.bind(null, id),
        }}
      />
      <SurveyChangePanel
        earlier={caseFile.earlierSurvey}
        later={caseFile.survey}
        fewest={scheme.suppressionK.value}
      />
      <EmergencyPlanForm
        plan={followUp.emergencyPlan}
        scheme={scheme}
        today={today}
        save={savePlan.bind(null, id, version)}
        readOnly={!may.edit}
      />
      <HindsightForm
        rows={hindsight(caseFile, results)}
        evaluation={followUp.postEvaluation}
        scheme={scheme}
        today={today}
        save={saveHindsight.bind(null, id, version)}
        readOnly={!may.edit}
      />
    </>
  )
}
