'use server'

import { z } from 'zod'
import { lastStepSeal, takeStep } from '../../../../../db/stores/approval-steps.ts'
import { freezeVersion, versionSeal } from '../../../../../db/stores/frozen-versions.ts'
import { stepShape } from '../../../../../lib/approval/workflow.ts'
import { proveReadable } from '../../../../../lib/assessment/access.ts'
import type { Saved } from '../../../../../lib/ui/save.ts'
import { freezeCase, judgeVersion } from '../../../../_server/action.ts'

const digestShape = z.string().regex(/^[0-9a-f]{64}$/)

/** @param seen digest of the case on the page from which it is frozen. */
export async function freeze(id: string, seen: string): Promise<Saved> {
  return freezeCase(
    'version-frozen',
    id,
    digestShape,
    seen,
    async (tx, assessment, digest) => {
      const readable = proveReadable(assessment.actor, id)
      return readable.ok ? freezeVersion(tx, assessment, readable.value, digest) : readable
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
