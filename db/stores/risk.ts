import { and, eq, max } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import type { EditableAssessment, ScorableAssessment } from '../../lib/assessment/access.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { RiskFactorEntry } from '../../lib/risk/factor.ts'
import { checkDirectConditions } from '../../lib/risk/rules/direct.ts'
import { schemeOf } from '../../lib/scheme/registry.ts'
import type { Writer } from '../database.ts'
import { assessments, riskFactors } from '../schema/assessments.ts'
import { panelJudgements } from '../schema/expert-panel.ts'
import {
  forgetMeasures,
  mentionsOfFactor,
  mentionsOfMeasure,
  type StillMentioned,
  stillMentioned,
} from './mentions.ts'

const factorOf = (assessmentId: string, factorId: string) =>
  and(eq(riskFactors.assessmentId, assessmentId), eq(riskFactors.id, factorId))

/**
 * Adds a factor (factorId null) or changes one, and answers its id. A measure of whose progress something was said stays:
 * it is given up in the follow-up, not deleted.
 */
export async function saveFactor(
  tx: Writer,
  assessment: ScorableAssessment,
  factorId: string | null,
  entry: RiskFactorEntry,
): Promise<Result<string, 'not-found' | StillMentioned>> {
  if (factorId !== null) {
    const [standing] = await tx
      .select({ measures: riskFactors.measures })
      .from(riskFactors)
      .where(factorOf(assessment.id, factorId))
    const dropped = (standing?.measures ?? []).filter(
      ({ id }) => !entry.measures.some((one) => one.id === id),
    )
    for (const { id, description } of dropped) {
      const mentions = await mentionsOfMeasure(tx, assessment.id, factorId, id)
      const mentioned = stillMentioned(description, mentions)
      if (mentioned) return mentioned
    }
    await forgetMeasures(
      tx,
      assessment.id,
      factorId,
      dropped.map(({ id }) => id),
    )
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

/** Deletes a factor with its measures and the panel's judgements of it, unless something still speaks of it. */
export async function deleteFactor(
  tx: Writer,
  assessment: EditableAssessment,
  factorId: string,
): Promise<Result<void, 'not-found' | StillMentioned>> {
  const [standing] = await tx.select().from(riskFactors).where(factorOf(assessment.id, factorId))
  if (!standing) return fail('not-found')
  const mentioned = stillMentioned(standing.name, await mentionsOfFactor(tx, assessment.id, factorId))
  if (mentioned) return mentioned
  await tx.delete(riskFactors).where(factorOf(assessment.id, factorId))
  await forgetMeasures(
    tx,
    assessment.id,
    factorId,
    standing.measures.map(({ id }) => id),
  )
  await tx
    .delete(panelJudgements)
    .where(and(eq(panelJudgements.assessmentId, assessment.id), eq(panelJudgements.factorId, factorId)))
  return ok(undefined)
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

/** Which of the scheme's direct conditions hold; an empty list: examined, and none does. Null: not examined. */
export async function saveDirectConditions(
  tx: Writer,
  assessment: ScorableAssessment,
  conditions: readonly string[] | null,
): Promise<Result<void, 'unknown-direct-condition'>> {
  const [row] = await tx
    .select({ schemeId: assessments.schemeId })
    .from(assessments)
    .where(eq(assessments.id, assessment.id))
  if (!row) throw new Error('an assessment that was claimed is gone')
  const known = checkDirectConditions(conditions, schemeOf(row.schemeId))
  if (!known.ok) return known
  await tx
    .update(assessments)
    .set({ directConditions: conditions === null ? null : [...conditions] })
    .where(eq(assessments.id, assessment.id))
  return ok(undefined)
}
