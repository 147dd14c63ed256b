import { and, eq, max } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import type { EditableAssessment, ScorableAssessment } from '../../lib/assessment/access.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { RiskFactorEntry } from '../../lib/risk/factor.ts'
import type { Writer } from '../database.ts'
import { assessments, riskFactors } from '../schema/assessments.ts'

const factorOf = (assessmentId: string, factorId: string) =>
  and(eq(riskFactors.assessmentId, assessmentId), eq(riskFactors.id, factorId))

/** Adds a factor (factorId null) or changes one, and answers its id. */
export async function saveFactor(
  tx: Writer,
  assessment: ScorableAssessment,
  factorId: string | null,
  entry: RiskFactorEntry,
): Promise<Result<string, 'not-found'>> {
  if (factorId !== null) {
    const [changed] = await tx
      .update(riskFactors)
      .set(entry)
      .where(factorOf(assessment.id, factorId))
      .returning({ id: riskFactors.id })
    return changed ? ok(changed.id) : fail('not-found')
  }
  const [last] = await tx
    .select({ position: max(riskFactors.position) })
    .from(riskFactors)
    .where(eq(riskFactors.assessmentId, assessment.id))
  const id = nanoid(10)
  await tx
    .insert(riskFactors)
    .values({ assessmentId: assessment.id, id, position: (last?.position ?? -1) + 1, ...entry })
  return ok(id)
}

export async function deleteFactor(
  tx: Writer,
  assessment: EditableAssessment,
  factorId: string,
): Promise<Result<void, 'not-found'>> {
  const [gone] = await tx
    .delete(riskFactors)
    .where(factorOf(assessment.id, factorId))
    .returning({ id: riskFactors.id })
  return gone ? ok(undefined) : fail('not-found')
}

/** Sets the weights of several factors at once, so that their sum is never seen half-changed. */
export async function saveWeights(
  tx: Writer,
  assessment: EditableAssessment,
  weights: readonly { factorId: string; weight: number }[],
): Promise<Result<void, 'not-found'>> {
  const known = await tx
    .select({ id: riskFactors.id })
    .from(riskFactors)
    .where(eq(riskFactors.assessmentId, assessment.id))
  if (!weights.every(({ factorId }) => known.some((factor) => factor.id === factorId)))
    return fail('not-found')
  for (const { factorId, weight } of weights) {
    await tx.update(riskFactors).set({ weight }).where(factorOf(assessment.id, factorId))
  }
  return ok(undefined)
}

/** Persons in the largest event that is credible, or null when it has not been judged. */
export async function saveExpectedEvent(
  tx: Writer,
  assessment: ScorableAssessment,
  persons: number | null,
): Promise<Result<void, never>> {
  await tx.update(assessments).set({ expectedEventPersons: persons }).where(eq(assessments.id, assessment.id))
  return ok(undefined)
}
