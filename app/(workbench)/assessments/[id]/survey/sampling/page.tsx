import { dayOf } from '../../../../../../db/stores/day.ts'
import { stepPath } from '../../../../../../lib/assessment/paths.ts'
import { schemeOf } from '../../../../../../lib/scheme/registry.ts'
import { FramePanel } from '../../../../../../lib/survey/frame/frame-panel.tsx'
import { DrawPanel } from '../../../../../../lib/survey/sampling/draw-panel.tsx'
import { appliedFloors } from '../../../../../../lib/survey/sampling/floors.ts'
import { PlanPanel } from '../../../../../../lib/survey/sampling/plan-panel.tsx'
import { planReturns } from '../../../../../../lib/survey/sampling/returns.ts'
import { ReturnsPanel } from '../../../../../../lib/survey/sampling/returns-panel.tsx'
import { planInForce } from '../../../../../../lib/survey/sampling/sampling-record.ts'
import { PageHeader } from '../../../../../../lib/ui/page-header.tsx'
import { loadAssessment } from '../../../../../_server/load.ts'
import { translator } from '../../../../../_server/translate.ts'
import { announce, importHouseholds, lookAtHouseholds, reveal, savePlanEntry } from './actions.ts'

export default async function SamplingPage({ params }: { params: Promise<{ id: string }> }) {
  const { caseFile, may } = await loadAssessment((await params).id)
  const { id, version, groups, sampling, survey } = caseFile
  const t = await translator('sampling')
  const { samplingFloors, suppressionK } = schemeOf(caseFile.schemeId)
  const closed = survey?.state === 'closing' || survey?.state === 'closed'
  const filesHref = `/api/assessments/${encodeURIComponent(id)}/sampling`
  const plan = planInForce(sampling)
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <FramePanel
        groups={groups}
        lists={sampling.lists}
        groupsHref={stepPath(id, 'groups')}
        templateHref={`${filesHref}/households.xlsx`}
        readOnly={!may.edit || closed}
        look={lookAtHouseholds.bind(null, id)}
        save={importHouseholds.bind(null, id, version)}
      />
      {groups.length > 0 && (
        <>
          <PlanPanel
            groups={groups}
            rules={{ samplingFloors, fewest: suppressionK.value }}
            plans={sampling.plans}
            closed={closed}
            readOnly={!may.edit}
            save={savePlanEntry.bind(null, id, version)}
          />
          {plan && survey && survey.state !== 'draft' && (
            <ReturnsPanel
              plan={plan}
              floors={appliedFloors(samplingFloors, plan.entry.matters, groups)}
              returns={planReturns(plan, survey.responsesByGroup, groups)}
            />
          )}
          <DrawPanel
            groups={groups}
            record={sampling}
            today={dayOf(new Date())}
            closed={closed}
            readOnly={!may.edit}
            filesHref={filesHref}
            announce={announce.bind(null, id, version)}
            reveal={reveal.bind(null, id, version)}
          />
        </>
      )}
    </>
  )
}
