'use server'

import { dayOf } from '../../../../../db/stores/day.ts'
import {
  saveEmergencyPlan,
  saveMeasureProgress,
  savePostEvaluation,
} from '../../../../../db/stores/follow-up.ts'
import { emergencyPlanShape } from '../../../../../lib/follow-up/emergency-plan.ts'
import { measureProgressShape } from '../../../../../lib/follow-up/measure-progress.ts'
import { postEvaluationShape } from '../../../../../lib/follow-up/post-evaluation.ts'
import type { Saved } from '../../../../../lib/ui/save.ts'
import { editAssessment, editRow } from '../../../../_server/action.ts'

const today = () => dayOf(new Date())

export async function saveProgress(id: string, entry: unknown): Promise<Saved> {
  return editRow('measure-progress-saved', id, measureProgressShape(today()), entry, saveMeasureProgress)
}

export async function savePlan(id: string, version: number, entry: unknown): Promise<Saved> {
  return editAssessment(
    'emergency-plan-saved',
    id,
    version,
    emergencyPlanShape(today()),
    entry,
    saveEmergencyPlan,
  )
}

export async function saveHindsight(id: string, version: number, entry: unknown): Promise<Saved> {
  return editAssessment(
    'post-evaluation-saved',
    id,
    version,
    postEvaluationShape(today()),
    entry,
    savePostEvaluation,
  )
}
