'use server'

import { z } from 'zod'
import { freezeVersion, lastStepSeal, takeStep, versionSeal } from '../../../../../db/stores/approval.ts'
import { stepShape } from '../../../../../lib/approval/workflow.ts'
import { proveReadable } from '../../../../../lib/assessment/access.ts'
import type { Saved } from '../../../../../lib/ui/save.ts'
import { editAssessment, judgeVersion } from '../../../../_server/action.ts'

export async function freeze(id: string, version: number): Promise<Saved> {
  return editAssessment(
    'version-frozen',
    id,
    version,
    z.null(),
    null,
    async (tx, assessment) => {
      const readable = proveReadable(assessment.actor, id)
      return readable.ok ? freezeVersion(tx, assessment, readable.value) : readable
    },
    (tx, number) => versionSeal(tx, id, number),
  )
}

const takenShape = z.object({ number: z.number().int().min(1), step: stepShape })

export async function take(id: string, entry: unknown): Promise<Saved> {
  return judgeVersion('approval-step-taken', id, takenShape, entry, takeStep, (tx, _, { number }) =>
    lastStepSeal(tx, id, number),
  )
}
