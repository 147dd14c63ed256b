import { and, asc, eq, max } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import type { ReadableAssessment, ScorableAssessment } from '../../lib/assessment/access.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ExpertSheet, type ExpertSheetEntry, MOST_EXPERTS } from '../../lib/risk/expert-sheet.ts'
import type { Reader, Writer } from '../database.ts'
import { riskFactors } from '../schema/assessments.ts'
import { panelExperts, panelJudgements } from '../schema/expert-panel.ts'

const seatOf = (assessmentId: string, expertId: string) =>
  and(eq(panelExperts.assessmentId, assessmentId), eq(panelExperts.id, expertId))

const sheetOf = (assessmentId: string, expertId: string) =>
  and(eq(panelJudgements.assessmentId, assessmentId), eq(panelJudgements.expertId, expertId))

/** Adds a sheet (expertId null) or replaces one, and answers its id. */
export async function saveExpertSheet(
  tx: Writer,
  { id: assessmentId }: ScorableAssessment,
  expertId: string | null,
  { field, places }: ExpertSheetEntry,
): Promise<Result<string, 'not-found' | 'unknown-factor' | 'too-many-experts'>> {
  const known = await tx
    .select({ id: riskFactors.id })
    .from(riskFactors)
    .where(eq(riskFactors.assessmentId, assessmentId))
  if (!places.every(({ factorId }) => known.some((factor) => factor.id === factorId)))
    return fail('unknown-factor')
  const seat = expertId === null ? await takeSeat(tx, assessmentId, field) : ok(expertId)
  if (!seat.ok) return seat
  if (expertId !== null) {
    const [changed] = await tx
      .update(panelExperts)
      .set({ field })
      .where(seatOf(assessmentId, expertId))
      .returning({ id: panelExperts.id })
    if (!changed) return fail('not-found')
    await tx.delete(panelJudgements).where(sheetOf(assessmentId, expertId))
  }
  const rows = places.flatMap((place) =>
    (['initial', 'residual'] as const).flatMap((stage) => {
      const probability = place[`${stage}Probability`]
      const impact = place[`${stage}Impact`]
      if (probability === null || impact === null) return []
      return { assessmentId, expertId: seat.value, factorId: place.factorId, stage, probability, impact }
    }),
  )
  if (rows.length > 0) await tx.insert(panelJudgements).values(rows)
  return seat
}

async function takeSeat(
  tx: Writer,
  assessmentId: string,
  field: string,
): Promise<Result<string, 'too-many-experts'>> {
  const seats = await tx
    .select({ id: panelExperts.id })
    .from(panelExperts)
    .where(eq(panelExperts.assessmentId, assessmentId))
  if (seats.length >= MOST_EXPERTS) return fail('too-many-experts')
  const [last] = await tx
    .select({ position: max(panelExperts.position) })
    .from(panelExperts)
    .where(eq(panelExperts.assessmentId, assessmentId))
  const id = nanoid(10)
  await tx.insert(panelExperts).values({ assessmentId, id, position: (last?.position ?? -1) + 1, field })
  return ok(id)
}

export async function removeExpertSheet(
  tx: Writer,
  { id: assessmentId }: ScorableAssessment,
  expertId: string,
): Promise<Result<void, 'not-found'>> {
  const [gone] = await tx
    .delete(panelExperts)
    .where(seatOf(assessmentId, expertId))
    .returning({ id: panelExperts.id })
  if (!gone) return fail('not-found')
  await tx.delete(panelJudgements).where(sheetOf(assessmentId, expertId))
  return ok(undefined)
}

/** All sheets in the order of their seats. */
export async function readExpertSheets(
  door: Reader,
  { id: assessmentId }: ReadableAssessment,
  factorIds: readonly string[],
): Promise<ExpertSheet[]> {
  const seats = await door
    .select()
    .from(panelExperts)
    .where(eq(panelExperts.assessmentId, assessmentId))
    .orderBy(asc(panelExperts.position), asc(panelExperts.id))
  if (seats.length === 0) return []
  const rows = await door.select().from(panelJudgements).where(eq(panelJudgements.assessmentId, assessmentId))
  return seats.map(({ id, field }) => {
    const judged = (factorId: string, stage: 'initial' | 'residual') =>
      rows.find((row) => row.expertId === id && row.factorId === factorId && row.stage === stage)
    const places = factorIds.map((factorId) => {
      const initial = judged(factorId, 'initial')
      const residual = judged(factorId, 'residual')
      return {
        factorId,
        initialProbability: initial?.probability ?? null,
        initialImpact: initial?.impact ?? null,
        residualProbability: residual?.probability ?? null,
        residualImpact: residual?.impact ?? null,
      }
    })
    return { id, field, places }
  })
}
