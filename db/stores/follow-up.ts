import { and, asc, eq } from 'drizzle-orm'
import type { EditableAssessment } from '../../lib/assessment/access.ts'
import type { EmergencyPlan } from '../../lib/follow-up/emergency-plan.ts'
import type { FollowUp } from '../../lib/follow-up/follow-up.ts'
import { documentNumber, type MeasureProgress, measureSubject } from '../../lib/follow-up/measure-progress.ts'
import type { PostEvaluation } from '../../lib/follow-up/post-evaluation.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Reader, Writer } from '../database.ts'
import { riskFactors } from '../schema/assessments.ts'
import { emergencyPlans, measureProgress, postEvaluations } from '../schema/follow-up.ts'
import { filesUnder } from './evidence.ts'

/** Says what was done of one measure of the list. Done needs a file or the number of a document. */
export async function saveMeasureProgress(
  tx: Writer,
  assessment: EditableAssessment,
  entry: MeasureProgress,
): Promise<Result<void, 'unknown-measure' | 'measure-without-proof'>> {
  const [factor] = await tx
    .select({ measures: riskFactors.measures })
    .from(riskFactors)
    .where(and(eq(riskFactors.assessmentId, assessment.id), eq(riskFactors.id, entry.factorId)))
  if (!factor?.measures.some(({ id }) => id === entry.measureId)) return fail('unknown-measure')
  if (entry.state === 'done' && documentNumber(entry.proof) === null) {
    const subjectId = measureSubject(entry.factorId, entry.measureId)
    if ((await filesUnder(tx, assessment.id, 'measure', subjectId)).length === 0) {
      return fail('measure-without-proof')
    }
  }
  const row = { ...entry, assessmentId: assessment.id }
  await tx
    .insert(measureProgress)
    .values(row)
    .onConflictDoUpdate({
      target: [measureProgress.assessmentId, measureProgress.factorId, measureProgress.measureId],
      set: row,
    })
  return ok(undefined)
}

/** Keeps the plan; a form emptied of everything is no plan and leaves none. */
export async function saveEmergencyPlan(
  tx: Writer,
  assessment: EditableAssessment,
  plan: EmergencyPlan,
): Promise<Result<void, never>> {
  if (plan.scenarios.length + plan.contacts.length + plan.drills.length === 0) {
    await tx.delete(emergencyPlans).where(eq(emergencyPlans.assessmentId, assessment.id))
    return ok(undefined)
  }
  await tx
    .insert(emergencyPlans)
    .values({ assessmentId: assessment.id, plan })
    .onConflictDoUpdate({ target: [emergencyPlans.assessmentId], set: { plan } })
  return ok(undefined)
}

/** Says how things came out. Factors that were removed meanwhile are refused, so that nothing stands for nothing. */
export async function savePostEvaluation(
  tx: Writer,
  assessment: EditableAssessment,
  evaluation: PostEvaluation,
): Promise<Result<void, 'unknown-factor'>> {
  const known = await tx
    .select({ id: riskFactors.id })
    .from(riskFactors)
    .where(eq(riskFactors.assessmentId, assessment.id))
  if (!evaluation.factors.every(({ factorId }) => known.some(({ id }) => id === factorId)))
    return fail('unknown-factor')
  await tx
    .insert(postEvaluations)
    .values({ assessmentId: assessment.id, evaluation })
    .onConflictDoUpdate({ target: [postEvaluations.assessmentId], set: { evaluation } })
  return ok(undefined)
}

export async function readFollowUp(door: Reader, assessmentId: string): Promise<FollowUp> {
  const measures = await door
    .select()
    .from(measureProgress)
    .where(eq(measureProgress.assessmentId, assessmentId))
    .orderBy(asc(measureProgress.factorId), asc(measureProgress.measureId))
  const [row] = await door
    .select({ plan: emergencyPlans.plan })
    .from(emergencyPlans)
    .where(eq(emergencyPlans.assessmentId, assessmentId))
  const [hindsight] = await door
    .select({ evaluation: postEvaluations.evaluation })
    .from(postEvaluations)
    .where(eq(postEvaluations.assessmentId, assessmentId))
  return {
    measures: measures.map(({ assessmentId: _, ...progress }) => progress),
    emergencyPlan: row?.plan ?? null,
    postEvaluation: hindsight?.evaluation ?? null,
  }
}
