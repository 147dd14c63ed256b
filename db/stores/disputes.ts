import { and, asc, eq, isNull } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import type { EditableAssessment, ReadableAssessment } from '../../lib/assessment/access.ts'
import {
  type Dispute,
  type DisputeEntry,
  mayBeRegisteredOn,
  type StepEntry,
  type StepRefusal,
  standingOf,
  type TakeBackRefusal,
  takeBackStep,
  takeStep,
} from '../../lib/disputes/dispute.ts'
import type { DisputeRegister, RoundEntry } from '../../lib/disputes/dispute-register.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Reader, Writer } from '../database.ts'
import { riskFactors, stakeholderGroups } from '../schema/assessments.ts'
import { disputes, screeningRounds } from '../schema/disputes.ts'
import { mentionsOfRound, type StillMentioned, stillMentioned } from './mentions.ts'

const roundOf = (assessmentId: string, roundId: string) =>
  and(
    eq(screeningRounds.assessmentId, assessmentId),
    eq(screeningRounds.id, roundId),
    isNull(screeningRounds.struck),
  )
const disputeOf = (assessmentId: string, disputeId: string) =>
  and(eq(disputes.assessmentId, assessmentId), eq(disputes.id, disputeId), isNull(disputes.struck))

/** Adds a round (roundId null) or changes one; it cannot begin after what it found was registered. */
export async function saveRound(
  tx: Writer,
  assessment: EditableAssessment,
  { roundId, ...entry }: RoundEntry & { readonly roundId: string | null },
): Promise<Result<void, 'not-found' | 'dispute-before-round'>> {
  if (roundId === null) {
    await tx.insert(screeningRounds).values({ ...entry, assessmentId: assessment.id, id: nanoid(10) })
    return ok(undefined)
  }
  const found = await tx
    .select({ registeredOn: disputes.registeredOn })
    .from(disputes)
    .where(
      and(eq(disputes.assessmentId, assessment.id), eq(disputes.roundId, roundId), isNull(disputes.struck)),
    )
  if (found.some(({ registeredOn }) => registeredOn < entry.from)) return fail('dispute-before-round')
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
    await tx.insert(disputes).values({ ...entry, assessmentId: assessment.id, id: nanoid(10), events: [] })
  }
  return ok(undefined)
}

/** Changes what a dispute is about; its path stays, and its registration cannot move behind its first step. */
export async function changeDispute(
  tx: Writer,
  assessment: EditableAssessment,
  { disputeId, ...entry }: DisputeEntry & { readonly disputeId: string },
): Promise<Result<void, EntryRefusal | 'not-found' | 'registered-after-step'>> {
  const refusal = await refuse(tx, assessment.id, entry)
  if (refusal) return fail(refusal)
  const [row] = await tx.select().from(disputes).where(disputeOf(assessment.id, disputeId))
  if (!row) return fail('not-found')
  if (!mayBeRegisteredOn(row, entry.registeredOn)) return fail('registered-after-step')
  await tx.update(disputes).set(entry).where(disputeOf(assessment.id, disputeId))
  return ok(undefined)
}

/** Takes one step of a dispute, if it leads on from where it stands. */
export async function stepDispute(
  tx: Writer,
  assessment: EditableAssessment,
  entry: StepEntry,
): Promise<Result<void, StepRefusal | 'not-found'>> {
  const [row] = await tx.select().from(disputes).where(disputeOf(assessment.id, entry.disputeId))
  if (!row) return fail('not-found')
  const next = takeStep({ ...row, ...standingOf(row.events) }, entry)
  if (!next.ok) return next
  const by = assessment.actor.id
  const events = [
    ...row.events,
    ...next.value.events.slice(row.events.length).map((step) => ({ ...step, by })),
  ]
  await tx.update(disputes).set({ events }).where(disputeOf(assessment.id, entry.disputeId))
  return ok(undefined)
}

const lastHolding = <Step extends { readonly takenBack?: string }>(events: readonly Step[]) =>
  events.findLast(({ takenBack }) => takenBack === undefined)

/** Takes the last step back; only who entered it may. */
export async function takeBackDisputeStep(
  tx: Writer,
  assessment: EditableAssessment,
  { disputeId, reason }: { readonly disputeId: string; readonly reason: string },
): Promise<Result<void, TakeBackRefusal | 'not-found' | 'step-of-another'>> {
  const [row] = await tx.select().from(disputes).where(disputeOf(assessment.id, disputeId))
  if (!row) return fail('not-found')
  const back = takeBackStep({ ...row, ...standingOf(row.events) }, reason)
  if (!back.ok) return back
  if (lastHolding(row.events)?.by !== assessment.actor.id) return fail('step-of-another')
  const events = row.events.map((step, i) => ({ ...step, ...back.value.events[i] }))
  await tx.update(disputes).set({ events }).where(disputeOf(assessment.id, disputeId))
  return ok(undefined)
}

/** Strikes a dispute that was entered by mistake; it stays with the reason and counts for nothing else. */
export async function strikeDispute(
  tx: Writer,
  assessment: EditableAssessment,
  { id, reason, today }: { readonly id: string; readonly reason: string; readonly today: string },
): Promise<Result<void, 'not-found'>> {
  const [struck] = await tx
    .update(disputes)
    .set({ struck: { on: today, reason } })
    .where(disputeOf(assessment.id, id))
    .returning({ id: disputes.id })
  return struck ? ok(undefined) : fail('not-found')
}

/** Strikes a round; refused while disputes say that it found them. */
export async function strikeRound(
  tx: Writer,
  assessment: EditableAssessment,
  { id, reason, today }: { readonly id: string; readonly reason: string; readonly today: string },
): Promise<Result<void, 'not-found' | StillMentioned>> {
  const [round] = await tx.select().from(screeningRounds).where(roundOf(assessment.id, id))
  if (!round) return fail('not-found')
  const mentioned = stillMentioned(round.area, await mentionsOfRound(tx, assessment.id, id))
  if (mentioned) return mentioned
  await tx
    .update(screeningRounds)
    .set({ struck: { on: today, reason } })
    .where(roundOf(assessment.id, id))
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
    rounds: rounds.flatMap(({ assessmentId: _, struck, ...round }) => (struck === null ? [round] : [])),
    disputes: rows.flatMap(({ assessmentId: _, struck, events, ...entry }): Dispute[] =>
      struck === null
        ? [{ ...entry, ...standingOf(events), events: events.map(({ by: __, ...step }) => step) }]
        : [],
    ),
    struck: [
      ...rounds.flatMap(({ id, area, struck }) =>
        struck === null ? [] : [{ kind: 'round' as const, id, what: area, ...struck }],
      ),
      ...rows.flatMap(({ id, subject, struck }) =>
        struck === null ? [] : [{ kind: 'dispute' as const, id, what: subject, ...struck }],
      ),
    ],
  }
}

/** Ids of the disputes whose last step this person entered, and may therefore take back. */
export async function disputesToTakeBack(door: Reader, assessment: ReadableAssessment): Promise<string[]> {
  const rows = await door
    .select({ id: disputes.id, events: disputes.events })
    .from(disputes)
    .where(and(eq(disputes.assessmentId, assessment.id), isNull(disputes.struck)))
    .orderBy(asc(disputes.id))
  return rows.filter(({ events }) => lastHolding(events)?.by === assessment.actor.id).map(({ id }) => id)
}
