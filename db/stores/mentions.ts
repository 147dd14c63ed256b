/**
 * What still speaks of a group, a factor, a measure or a round.
 *
 * Other parts of a case refer to these by their ids. If one were deleted under them, a consultation could never be saved
 * again, an answer would point at nothing, and a file could never be removed. So deletion is refused while something
 * mentions it, the refusal names what does, and this is the one place that knows. Attachments are no mention: they go with
 * what they are attached to, and the file stays on the shelf.
 */
import { and, eq, isNull } from 'drizzle-orm'
import { type MeasureProgress, measureSubject, saysNothing } from '../../lib/follow-up/measure-progress.ts'
import { type Failure, fail } from '../../lib/result.ts'
import type { Reader, Writer } from '../database.ts'
import { cashFlowShares } from '../schema/assessments.ts'
import { disputes } from '../schema/disputes.ts'
import { evidenceLinks } from '../schema/evidence.ts'
import { measureProgress, postEvaluations } from '../schema/follow-up.ts'
import { opinions, opinionThemes } from '../schema/opinions.ts'
import { consultations } from '../schema/participation.ts'

export interface Mentions {
  /** Day and place of each. */
  readonly consultations: readonly string[]
  /** Subjects. */
  readonly disputes: readonly string[]
  /** Names of the themes whose answer changes the factor. */
  readonly themes: readonly string[]
  /** How many single opinions came from the group. */
  readonly opinions: number
  /** How many measures have something said of their progress. */
  readonly measures: number
  readonly postEvaluation: boolean
  /** In how many rows of the cash flows the group has a share. */
  readonly shares: number
}

const NOBODY: Mentions = {
  consultations: [],
  disputes: [],
  themes: [],
  opinions: 0,
  measures: 0,
  postEvaluation: false,
  shares: 0,
}

export type StillMentioned = 'still-mentioned'

/** As many names as a message can hold. */
const MOST_NAMES = 5
const listed = (names: readonly string[]) =>
  names.length === 0
    ? 'none'
    : names.slice(0, MOST_NAMES).join('、') + (names.length > MOST_NAMES ? ` … (${names.length})` : '')

/** The refusal to delete `name`, with everything that mentions it; null where nothing does. */
export function stillMentioned(name: string, mentions: Mentions): Failure<StillMentioned> | null {
  const { consultations, disputes, themes, opinions, measures, postEvaluation, shares } = mentions
  const free =
    consultations.length + disputes.length + themes.length + opinions + measures + shares === 0 &&
    !postEvaluation
  if (free) return null
  return fail('still-mentioned', {
    name,
    consultations: listed(consultations),
    disputes: listed(disputes),
    themes: listed(themes),
    opinions,
    measures,
    evaluation: postEvaluation ? 'yes' : 'none',
    shares,
  })
}

const disputesThat = async (
  door: Reader,
  assessmentId: string,
  mention: (dispute: { groupIds: string[]; factorId: string | null; roundId: string | null }) => boolean,
) =>
  (
    await door
      .select()
      .from(disputes)
      .where(and(eq(disputes.assessmentId, assessmentId), isNull(disputes.struck)))
  )
    .filter(mention)
    .map(({ subject }) => subject)

export async function mentionsOfGroup(
  door: Reader,
  assessmentId: string,
  groupId: string,
): Promise<Mentions> {
  const held = await door.select().from(consultations).where(eq(consultations.assessmentId, assessmentId))
  return {
    ...NOBODY,
    consultations: held
      .filter(({ counts }) => counts.some((count) => count.groupId === groupId))
      .map(({ heldOn, place }) => `${heldOn} ${place}`),
    disputes: await disputesThat(door, assessmentId, ({ groupIds }) => groupIds.includes(groupId)),
    opinions: await door.$count(
      opinions,
      and(eq(opinions.assessmentId, assessmentId), eq(opinions.groupId, groupId)),
    ),
    shares: await door.$count(
      cashFlowShares,
      and(eq(cashFlowShares.assessmentId, assessmentId), eq(cashFlowShares.party, groupId)),
    ),
  }
}

const progressOfFactor = (door: Reader, assessmentId: string, factorId: string): Promise<MeasureProgress[]> =>
  door
    .select()
    .from(measureProgress)
    .where(and(eq(measureProgress.assessmentId, assessmentId), eq(measureProgress.factorId, factorId)))

export async function mentionsOfFactor(
  door: Reader,
  assessmentId: string,
  factorId: string,
): Promise<Mentions> {
  const themes = await door
    .select({ name: opinionThemes.name })
    .from(opinionThemes)
    .where(and(eq(opinionThemes.assessmentId, assessmentId), eq(opinionThemes.factorId, factorId)))
  const [looked] = await door
    .select()
    .from(postEvaluations)
    .where(eq(postEvaluations.assessmentId, assessmentId))
  const progress = await progressOfFactor(door, assessmentId, factorId)
  return {
    ...NOBODY,
    disputes: await disputesThat(door, assessmentId, (dispute) => dispute.factorId === factorId),
    themes: themes.map(({ name }) => name),
    measures: progress.filter((one) => !saysNothing(one)).length,
    postEvaluation: looked?.evaluation.factors.some((factor) => factor.factorId === factorId) ?? false,
  }
}

export async function mentionsOfMeasure(
  door: Reader,
  assessmentId: string,
  factorId: string,
  measureId: string,
): Promise<Mentions> {
  const progress = await progressOfFactor(door, assessmentId, factorId)
  const said = progress.filter((one) => one.measureId === measureId && !saysNothing(one))
  return { ...NOBODY, measures: said.length }
}

export async function mentionsOfRound(
  door: Reader,
  assessmentId: string,
  roundId: string,
): Promise<Mentions> {
  return {
    ...NOBODY,
    disputes: await disputesThat(door, assessmentId, (dispute) => dispute.roundId === roundId),
  }
}

/** Takes away what hangs on measures that are being deleted: attachments, and progress that says nothing. */
export async function forgetMeasures(
  tx: Writer,
  assessmentId: string,
  factorId: string,
  measureIds: readonly string[],
): Promise<void> {
  for (const measureId of measureIds) {
    await tx
      .delete(evidenceLinks)
      .where(
        and(
          eq(evidenceLinks.assessmentId, assessmentId),
          eq(evidenceLinks.use, 'measure'),
          eq(evidenceLinks.subjectId, measureSubject(factorId, measureId)),
        ),
      )
    await tx
      .delete(measureProgress)
      .where(
        and(
          eq(measureProgress.assessmentId, assessmentId),
          eq(measureProgress.factorId, factorId),
          eq(measureProgress.measureId, measureId),
        ),
      )
  }
}
