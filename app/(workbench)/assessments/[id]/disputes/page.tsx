import { dayOf } from '../../../../../db/stores/day.ts'
import { DisputeBoard } from '../../../../../lib/disputes/dispute-board.tsx'
import { PageHeader } from '../../../../../lib/ui/page-header.tsx'
import { loadAssessment, loadTakeBacks } from '../../../../_server/load.ts'
import { translator } from '../../../../_server/translate.ts'
import {
  addDispute,
  changeDisputeEntry,
  importDisputes,
  saveRoundEntry,
  strikeDisputeEntry,
  strikeRoundEntry,
  takeBackStep,
  takeDisputeStep,
} from './actions.ts'

export default async function DisputesPage({ params }: { params: Promise<{ id: string }> }) {
  const { caseFile, may } = await loadAssessment((await params).id)
  const { id, disputes, groups, factors } = caseFile
  const t = await translator('disputes')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <DisputeBoard
        register={disputes}
        groups={groups.map((group) => ({ id: group.id, name: group.name }))}
        factors={factors.map((factor) => ({ id: factor.id, name: factor.name }))}
        today={dayOf(new Date())}
        readOnly={!may.edit}
        mayTakeBack={await loadTakeBacks(id)}
        saveRound={saveRoundEntry.bind(null, id)}
        add={addDispute.bind(null, id)}
        change={changeDisputeEntry.bind(null, id)}
        step={takeDisputeStep.bind(null, id)}
        takeBack={takeBackStep.bind(null, id)}
        strikeDispute={strikeDisputeEntry.bind(null, id)}
        strikeRound={strikeRoundEntry.bind(null, id)}
        importTable={importDisputes.bind(null, id)}
      />
    </>
  )
}
