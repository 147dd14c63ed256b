import { and, asc, desc, eq } from 'drizzle-orm'
import type { EditableAssessment } from '../../lib/assessment/access.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { schemeOf } from '../../lib/scheme/registry.ts'
import { type ListedHousehold, listDigest, listsByGroup } from '../../lib/survey/frame/household-list.ts'
import type { PlanEntry } from '../../lib/survey/sampling/plan.ts'
import { plannedStrata, planSample } from '../../lib/survey/sampling/planner.ts'
import type { SamplingRecord } from '../../lib/survey/sampling/sampling-record.ts'
import type { Reader, Writer } from '../database.ts'
import { assessments, stakeholderGroups } from '../schema/assessments.ts'
import { householdLists, samplingDraws, samplingPlans } from '../schema/sampling.ts'
import { latestSurvey } from './latest-survey.ts'
import { PUBLIC_COLUMNS } from './public-draws.ts'

/** Once answers are being counted, a plan or a list would be made to fit them. */
export async function isSurveyOver(door: Reader, assessmentId: string): Promise<boolean> {
  const survey = await latestSurvey(door, assessmentId)
  return survey?.state === 'closing' || survey?.state === 'closed'
}

export const samplingGroups = (door: Reader, assessmentId: string) =>
  door
    .select()
    .from(stakeholderGroups)
    .where(eq(stakeholderGroups.assessmentId, assessmentId))
    .orderBy(asc(stakeholderGroups.position))

/** Takes the lists of the groups that occur in `households`; other groups keep theirs. */
export async function saveHouseholdLists(
  tx: Writer,
  assessment: EditableAssessment,
  entry: {
    readonly households: readonly ListedHousehold[]
    readonly source: string
    readonly today: string
  },
): Promise<Result<void, 'survey-closed' | 'unknown-group'>> {
  if (await isSurveyOver(tx, assessment.id)) return fail('survey-closed')
  const groups = await samplingGroups(tx, assessment.id)
  for (const [groupId, numbers] of listsByGroup(entry.households)) {
    if (!groups.some(({ id }) => id === groupId)) return fail('unknown-group')
    const [last] = await tx
      .select({ seq: householdLists.seq })
      .from(householdLists)
      .where(and(eq(householdLists.assessmentId, assessment.id), eq(householdLists.groupId, groupId)))
      .orderBy(desc(householdLists.seq))
      .limit(1)
    await tx.insert(householdLists).values({
      assessmentId: assessment.id,
      groupId,
      seq: (last?.seq ?? 0) + 1,
      size: numbers.length,
      digest: listDigest(numbers),
      source: entry.source,
      importedOn: entry.today,
      numbers,
    })
  }
  return ok(undefined)
}

/** Keeps a plan as the next version; what it asks of each group is worked out here, not taken from the page. */
export async function savePlan(
  tx: Writer,
  assessment: EditableAssessment,
  { entry, today }: { readonly entry: PlanEntry; readonly today: string },
): Promise<Result<void, 'survey-closed' | 'nobody-to-ask' | 'not-found'>> {
  if (await isSurveyOver(tx, assessment.id)) return fail('survey-closed')
  const [row] = await tx
    .select({ schemeId: assessments.schemeId })
    .from(assessments)
    .where(eq(assessments.id, assessment.id))
  if (!row) return fail('not-found')
  const { samplingFloors, suppressionK } = schemeOf(row.schemeId)
  const groups = await samplingGroups(tx, assessment.id)
  const outcome = planSample(entry, groups, { samplingFloors, fewest: suppressionK.value })
  if (!outcome.ok) return outcome
  const plans = await tx.$count(samplingPlans, eq(samplingPlans.assessmentId, assessment.id))
  await tx.insert(samplingPlans).values({
    assessmentId: assessment.id,
    version: plans + 1,
    savedOn: today,
    entry,
    strata: plannedStrata(outcome.value),
  })
  return ok(undefined)
}

export async function readSampling(door: Reader, assessmentId: string): Promise<SamplingRecord> {
  const lists = await door
    .select({
      groupId: householdLists.groupId,
      size: householdLists.size,
      digest: householdLists.digest,
      importedOn: householdLists.importedOn,
      source: householdLists.source,
    })
    .from(householdLists)
    .where(eq(householdLists.assessmentId, assessmentId))
    .orderBy(asc(householdLists.groupId), asc(householdLists.seq))
  const plans = await door
    .select()
    .from(samplingPlans)
    .where(eq(samplingPlans.assessmentId, assessmentId))
    .orderBy(asc(samplingPlans.version))
  const draws = await door
    .select({ ...PUBLIC_COLUMNS, lastTickets: samplingDraws.lastTickets })
    .from(samplingDraws)
    .where(eq(samplingDraws.assessmentId, assessmentId))
    .orderBy(asc(samplingDraws.seq))
  return {
    lists: [...new Map(lists.map((list) => [list.groupId, list])).values()],
    plans: plans.map(({ assessmentId: _, ...plan }) => plan),
    draws: draws.map(({ publicNumber, drawnOn, lastTickets, digest, ...announced }) => ({
      ...announced,
      outcome:
        publicNumber !== null && drawnOn !== null && lastTickets !== null && digest !== null
          ? { publicNumber, drawnOn, lastTickets, digest }
          : null,
    })),
  }
}
