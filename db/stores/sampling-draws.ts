import { and, eq } from 'drizzle-orm'
import type { EditableAssessment, ReadableAssessment } from '../../lib/assessment/access.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { type DrawnStratum, frameDigest, type HouseholdListFacts } from '../../lib/survey/frame/frame.ts'
import { countedHouseholds, listDigest } from '../../lib/survey/frame/household-list.ts'
import { drawDigest, drawHouseholds, plainNumber, seedText } from '../../lib/survey/sampling/draw.ts'
import { drawnStrata, type StrataRefusal } from '../../lib/survey/sampling/drawn-strata.ts'
import {
  type Announcement,
  mayAnnounce,
  mayDraw,
  type Reveal,
  type SamplingDraw,
} from '../../lib/survey/sampling/sampling-draw.ts'
import { planInForce } from '../../lib/survey/sampling/sampling-record.ts'
import type { Reader, Writer } from '../database.ts'
import { householdLists, samplingDraws } from '../schema/sampling.ts'
import { isSurveyOver, readSampling, samplingGroups } from './sampling.ts'

type AnnounceRefusal = 'survey-closed' | 'reveal-not-later' | 'redraw-without-reason' | StrataRefusal

/** Fixes the frame and names the public number that will decide; replaces an announcement still awaited. */
export async function announceDraw(
  tx: Writer,
  assessment: EditableAssessment,
  { announcement, today }: { readonly announcement: Announcement; readonly today: string },
): Promise<Result<void, AnnounceRefusal>> {
  if (await isSurveyOver(tx, assessment.id)) return fail('survey-closed')
  const record = await readSampling(tx, assessment.id)
  const may = mayAnnounce(announcement, record.draws, today)
  if (!may.ok) return may
  const strata = drawnStrata(planInForce(record), await samplingGroups(tx, assessment.id), record.lists)
  if (!strata.ok) return strata
  await tx.insert(samplingDraws).values({
    ...announcement,
    assessmentId: assessment.id,
    seq: record.draws.length + 1,
    announcedOn: today,
    frameDigest: frameDigest(strata.value),
    strata: strata.value,
  })
  return ok(undefined)
}

type DrawRefusal =
  | 'survey-closed'
  | 'not-found'
  | 'draw-not-awaited'
  | 'reveal-day-not-come'
  | 'frame-changed'
  | 'frame-too-large'
  | 'sample-larger-than-list'
  | 'duplicate-number'

/** A digest per household: more than so many would keep the server busy for longer than somebody waits. */
const MOST_HOUSEHOLDS = 500_000

export interface DeterminedDraw {
  readonly reveal: Reveal
  readonly today: string
  readonly drawn: Readonly<Record<string, readonly string[]>>
  readonly lastTickets: Readonly<Record<string, string>>
  readonly digest: string
}

/** Which households the public number and the announced frame determine; worked out before the writer is held. */
export async function determineDraw(
  door: Reader,
  assessment: EditableAssessment,
  { reveal, today }: { readonly reveal: Reveal; readonly today: string },
): Promise<Result<DeterminedDraw, DrawRefusal>> {
  const awaited = await awaitedDraw(door, assessment.id, reveal.seq, today)
  if (!awaited.ok) return awaited
  const { strata } = awaited.value
  if (strata.reduce((sum, { size }) => sum + size, 0) > MOST_HOUSEHOLDS) return fail('frame-too-large')
  const seed = seedText(awaited.value.frameDigest, reveal.publicNumber)
  const drawn: Record<string, readonly string[]> = {}
  const lastTickets: Record<string, string> = {}
  for (const stratum of strata) {
    const numbers = await numbersOf(door, assessment.id, stratum)
    const result = drawHouseholds(seed, stratum.name, numbers, stratum.sample)
    if (!result.ok) return result
    drawn[stratum.groupId] = result.value.drawn
    if (result.value.lastTicket !== null) lastTickets[stratum.groupId] = result.value.lastTicket
  }
  const households = strata.flatMap(({ groupId, name }) =>
    (drawn[groupId] ?? []).map((number) => ({ group: name, number })),
  )
  return ok({ reveal, today, drawn, lastTickets, digest: drawDigest(households) })
}

/** Keeps a draw, if its announcement is still awaited on the same frame. */
export async function recordDraw(
  tx: Writer,
  assessment: EditableAssessment,
  { reveal, today, drawn, lastTickets, digest }: DeterminedDraw,
): Promise<Result<void, DrawRefusal>> {
  const awaited = await awaitedDraw(tx, assessment.id, reveal.seq, today)
  if (!awaited.ok) return awaited
  await tx
    .update(samplingDraws)
    .set({ publicNumber: plainNumber(reveal.publicNumber), drawnOn: today, lastTickets, digest, drawn })
    .where(and(eq(samplingDraws.assessmentId, assessment.id), eq(samplingDraws.seq, reveal.seq)))
  return ok(undefined)
}

async function awaitedDraw(
  door: Reader,
  assessmentId: string,
  seq: number,
  today: string,
): Promise<Result<SamplingDraw, DrawRefusal>> {
  if (await isSurveyOver(door, assessmentId)) return fail('survey-closed')
  const record = await readSampling(door, assessmentId)
  const draw = record.draws.find((one) => one.seq === seq)
  if (!draw) return fail('not-found')
  const now = await strataNow(door, assessmentId, draw, record.lists)
  const may = mayDraw(draw, record.draws, frameDigest(now), today)
  return may.ok ? ok(draw) : may
}

/** The announced strata with the groups and lists of today: a renamed group or another list shows in the digest. */
async function strataNow(
  door: Reader,
  assessmentId: string,
  draw: SamplingDraw,
  lists: readonly HouseholdListFacts[],
): Promise<DrawnStratum[]> {
  const groups = (await samplingGroups(door, assessmentId)).filter(
    ({ id, households }) => households > 0 || lists.some(({ groupId }) => groupId === id),
  )
  return groups.map(({ id, name, households }) => {
    const list = lists.find(({ groupId }) => groupId === id)
    const announced = draw.strata.find(({ groupId }) => groupId === id)
    return {
      groupId: id,
      name,
      size: list?.size ?? households,
      sample: announced?.sample ?? 0,
      listDigest: list?.digest ?? listDigest(countedHouseholds(households)),
    }
  })
}

/** The list a stratum was announced with, whatever list the group has by now. */
async function numbersOf(
  door: Reader,
  assessmentId: string,
  { groupId, size, listDigest: digest }: DrawnStratum,
): Promise<readonly string[]> {
  const [list] = await door
    .select({ numbers: householdLists.numbers })
    .from(householdLists)
    .where(
      and(
        eq(householdLists.assessmentId, assessmentId),
        eq(householdLists.groupId, groupId),
        eq(householdLists.digest, digest),
      ),
    )
    .limit(1)
  return list?.numbers ?? countedHouseholds(size)
}

export interface DrawnList {
  readonly group: string
  readonly size: number
  /** In the order in which they were drawn. */
  readonly numbers: readonly string[]
}

/** The households of one draw; null when there is none of this number or it is not drawn yet. */
export async function readDrawnLists(
  door: Reader,
  assessment: ReadableAssessment,
  seq: number,
): Promise<readonly DrawnList[] | null> {
  const [row] = await door
    .select({ strata: samplingDraws.strata, drawn: samplingDraws.drawn })
    .from(samplingDraws)
    .where(and(eq(samplingDraws.assessmentId, assessment.id), eq(samplingDraws.seq, seq)))
  const drawn = row?.drawn
  if (!row || !drawn) return null
  return row.strata.map(({ groupId, name, size }) => ({ group: name, size, numbers: drawn[groupId] ?? [] }))
}

/** The full lists a draw was made from, in the order of its strata. */
export async function readListsOfDraw(
  door: Reader,
  assessment: ReadableAssessment,
  { strata }: SamplingDraw,
): Promise<{ groupId: string; group: string; numbers: readonly string[] }[]> {
  const lists: { groupId: string; group: string; numbers: readonly string[] }[] = []
  for (const stratum of strata) {
    const numbers = await numbersOf(door, assessment.id, stratum)
    lists.push({ groupId: stratum.groupId, group: stratum.name, numbers })
  }
  return lists
}
