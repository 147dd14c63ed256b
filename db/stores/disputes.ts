import { and, asc, eq } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import type { EditableAssessment } from '../../lib/assessment/access.ts'
import { type DisputeEntry, type StepEntry, type StepRefusal, takeStep } from '../../lib/disputes/dispute.ts'
import type { DisputeRegister, RoundEntry } from '../../lib/disputes/dispute-register.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Reader, Writer } from '../database.ts'
import { riskFactors, stakeholderGroups } from '../schema/assessments.ts'
import { disputes, screeningRounds } from '../schema/disputes.ts'

const roundOf = (assessmentId: string, roundId: string) =>
  and(eq(screeningRounds.assessmentId, assessmentId), eq(screeningRounds.id, roundId))
const disputeOf = (assessmentId: string, disputeId: string) =>
  and(eq(disputes.assessmentId, assessmentId), eq(disputes.id, disputeId))

/** Adds a round (roundId null) or changes one. */
export async function saveRound(
  tx: Writer,
  assessment: EditableAssessment,
  { roundId, ...entry }: RoundEntry & { readonly roundId: string | null },
): Promise<Result<void, 'not-found'>> {
  if (roundId === null) {
    await tx.insert(screeningRounds).values({ ...entry, assessmentId: assessment.id, id: nanoid(10) })
    return ok(undefined)
  }
  const [changed] = await tx
    .update(screeningRounds)
    .set(entry)
    .where(roundOf(assessment.id, roundId))
    .returning({ id: screeningRounds.id })
  return changed ? ok(undefined) : fail('not-found')
}

type EntryRefusal = 'unknown-group' | 'unknown-factor' | 'unknown-round' | 'dispute-before-round'

async function refuse(
  tx: Writer,
  assessmentId: string,
  { groupIds, factorId, roundId, registeredOn }: DisputeEntry,
): Promise<EntryRefusal | null> {
  const groups = await tx
    .select({ id: stakeholderGroups.id })
    .from(stakeholderGroups)
    .where(eq(stakeholderGroups.assessmentId, assessmentId))
  if (!groupIds.every((id) => groups.some((group) => group.id === id))) return 'unknown-group'
  if (factorId !== null) {
    const [factor] = await tx
      .select({ id: riskFactors.id })
      .from(riskFactors)
      .where(and(eq(riskFactors.assessmentId, assessmentId), eq(riskFactors.id, factorId)))
    if (!factor) return 'unknown-factor'
  }
  if (roundId !== null) {
    const [round] = await tx.select().from(screeningRounds).where(roundOf(assessmentId, roundId))
    if (!round) return 'unknown-round'
    if (registeredOn < round.from) return 'dispute-before-round'
  }
  return null
}

/** Puts disputes on the ledger; all of them or none. */
export async function addDisputes(
  tx: Writer,
  assessment: EditableAssessment,
  entries: readonly DisputeEntry[],
): Promise<Result<void, EntryRefusal>> {
  for (const entry of entries) {
    const refusal = await refuse(tx, assessment.id, entry)
    if (refusal) return fail(refusal)
    await tx.insert(disputes).values({
      ...entry,
      assessmentId: assessment.id,
      id: nanoid(10),
      state: 'registered',
      owner: '',
      events: [],
    })
  }
  return ok(undefined)
}

/** Changes what a dispute is about; its path stays. */
export async function changeDispute(
  tx: Writer,
  assessment: EditableAssessment,
  { disputeId, ...entry }: DisputeEntry & { readonly disputeId: string },
): Promise<Result<void, EntryRefusal | 'not-found'>> {
  const refusal = await refuse(tx, assessment.id, entry)
  if (refusal) return fail(refusal)
  const [changed] = await tx
    .update(disputes)
    .set(entry)
    .where(disputeOf(assessment.id, disputeId))
    .returning({ id: disputes.id })
  return changed ? ok(undefined) : fail('not-found')
}

/** Takes one step of a dispute, if it leads on from where it stands. */
export async function stepDispute(
  tx: Writer,
  assessment: EditableAssessment,
  entry: StepEntry,
): Promise<Result<void, StepRefusal | 'not-found'>> {
  const [row] = await tx.select().from(disputes).where(disputeOf(assessment.id, entry.disputeId))
  if (!row) return fail('not-found')
  const next = takeStep(row, entry)
  if (!next.ok) return next
  const { state, track, owner, deadline, events } = next.value
  await tx
    .update(disputes)
    .set({ state, track, owner, deadline, events })
    .where(disputeOf(assessment.id, entry.disputeId))
  return ok(undefined)
}

export async function readDisputes(door: Reader, assessmentId: string): Promise<DisputeRegister> {
  const rounds = await door
    .select()
    .from(screeningRounds)
    .where(eq(screeningRounds.assessmentId, assessmentId))
    .orderBy(asc(screeningRounds.from), asc(screeningRounds.id))
  const rows = await door
    .select()
    .from(disputes)
    .where(eq(disputes.assessmentId, assessmentId))
    .orderBy(asc(disputes.registeredOn), asc(disputes.id))
  return {
    rounds: rounds.map(({ assessmentId: _, ...round }) => round),
    disputes: rows.map(({ assessmentId: _, ...dispute }) => dispute),
  }
}
