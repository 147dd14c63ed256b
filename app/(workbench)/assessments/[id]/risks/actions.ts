'use server'

import { z } from 'zod'
import {
  deleteFactor,
  saveDirectConditions,
  saveExpectedEvent,
  saveFactor,
  saveWeights,
} from '../../../../../db/stores/risk.ts'
import { ok } from '../../../../../lib/result.ts'
import { directConditionsShape } from '../../../../../lib/risk/direct-conditions.ts'
import { expectedEventShape } from '../../../../../lib/risk/expected-event.ts'
import { riskFactorShape } from '../../../../../lib/risk/factor.ts'
import { factorBatchShape, factorsOf } from '../../../../../lib/risk/factor-batch.ts'
import { weightsShape } from '../../../../../lib/risk/factor-weights.ts'
import type { Saved } from '../../../../../lib/ui/save.ts'
import { editAssessment, scoreAssessment } from '../../../../_server/action.ts'

export async function saveFactorEntry(
  id: string,
  version: number,
  factorId: string | null,
  entry: unknown,
): Promise<Saved> {
  return scoreAssessment('factor-saved', id, version, riskFactorShape, entry, (tx, assessment, factor) =>
    saveFactor(tx, assessment, factorId, factor),
  )
}

export async function addFactors(id: string, version: number, entry: unknown): Promise<Saved> {
  return scoreAssessment(
    'factors-added',
    id,
    version,
    factorBatchShape,
    entry,
    async (tx, assessment, batch) => {
      for (const factor of factorsOf(batch)) {
        const saved = await saveFactor(tx, assessment, null, factor)
        if (!saved.ok) return saved
      }
      return ok(undefined)
    },
  )
}

export async function removeFactor(id: string, version: number, factorId: unknown): Promise<Saved> {
  return editAssessment('factor-deleted', id, version, z.string().min(1), factorId, deleteFactor)
}

export async function saveFactorWeights(id: string, version: number, entry: unknown): Promise<Saved> {
  return editAssessment('weights-saved', id, version, weightsShape, entry, (tx, assessment, { weights }) =>
    saveWeights(tx, assessment, weights),
  )
}

export async function saveEventSize(id: string, version: number, entry: unknown): Promise<Saved> {
  return scoreAssessment(
    'event-size-saved',
    id,
    version,
    expectedEventShape,
    entry,
    (tx, assessment, { persons }) => saveExpectedEvent(tx, assessment, persons),
  )
}

export async function saveConditions(id: string, version: number, entry: unknown): Promise<Saved> {
  return scoreAssessment(
    'direct-conditions-saved',
    id,
    version,
    directConditionsShape,
    entry,
    (tx, assessment, { conditions }) => saveDirectConditions(tx, assessment, conditions),
  )
}
