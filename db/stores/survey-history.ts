/**
 * The surveys of an assessment one after the other. The latest counts; the earlier ones were closed, stay as they were closed,
 * and can be read for good.
 */
import { and, asc, eq, sum } from 'drizzle-orm'
import type { EditableAssessment } from '../../lib/assessment/access.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { RESPONSE } from '../../lib/survey/cells.ts'
import type { SurveyListing } from '../../lib/survey/survey-listing.ts'
import type { Reader, Writer } from '../database.ts'
import { stakeholderGroups } from '../schema/assessments.ts'
import { responseCounts, surveyLinks, surveys, tallyCells } from '../schema/survey.ts'
import { dayOf } from './day.ts'
import { latestSurvey } from './latest-survey.ts'

/** Every survey of an assessment, the first one first. */
export async function listSurveys(door: Reader, assessmentId: string): Promise<SurveyListing[]> {
  const rows = await door
    .select()
    .from(surveys)
    .where(eq(surveys.assessmentId, assessmentId))
    .orderBy(asc(surveys.createdAt), asc(surveys.id))
  const listings: SurveyListing[] = []
  for (const { id, state, questionnaire, createdAt, publishedAt, closedAt } of rows)
    listings.push({
      id,
      ordinal: listings.length + 1,
      state,
      title: questionnaire.title,
      begunOn: dayOf(createdAt),
      publishedOn: publishedAt && dayOf(publishedAt),
      closedOn: closedAt && dayOf(closedAt),
      answers: await (state === 'closed' ? answersCounted : answersTaken)(door, id),
    })
  return listings
}

async function answersTaken(door: Reader, surveyId: string): Promise<number> {
  const [row] = await door
    .select({ n: sum(responseCounts.n) })
    .from(responseCounts)
    .where(eq(responseCounts.surveyId, surveyId))
  return Number(row?.n ?? 0)
}

async function answersCounted(door: Reader, surveyId: string): Promise<number> {
  const [row] = await door
    .select({ n: sum(tallyCells.n) })
    .from(tallyCells)
    .where(
      and(eq(tallyCells.surveyId, surveyId), eq(tallyCells.questionId, RESPONSE), eq(tallyCells.cell, 'n')),
    )
  return Number(row?.n ?? 0)
}

/** The groups that closed surveys asked; their answers hang on them. */
export async function surveyedGroups(door: Reader, assessmentId: string): Promise<ReadonlySet<string>> {
  const rows = await door
    .select({ groupId: surveyLinks.groupId })
    .from(surveyLinks)
    .innerJoin(surveys, eq(surveys.id, surveyLinks.surveyId))
    .where(and(eq(surveys.assessmentId, assessmentId), eq(surveys.state, 'closed')))
  return new Set(rows.map(({ groupId }) => groupId))
}

/**
 * Throws away the draft of a later survey, so that the closed one before it counts again, weighed by the sizes it was closed
 * with. Groups that were added meanwhile stay: they are touched by the matter, whoever was asked.
 */
export async function discardDraft(
  tx: Writer,
  assessment: EditableAssessment,
): Promise<Result<void, 'survey-not-draft' | 'no-earlier-survey'>> {
  const draft = await latestSurvey(tx, assessment.id)
  // Nobody can have answered a draft; should a row say otherwise, it is not ours to remove.
  if (draft?.state !== 'draft' || (await answersTaken(tx, draft.id)) > 0) return fail('survey-not-draft')
  if ((await tx.$count(surveys, eq(surveys.assessmentId, assessment.id))) === 1)
    return fail('no-earlier-survey')
  await tx.delete(surveys).where(and(eq(surveys.id, draft.id), eq(surveys.state, 'draft')))
  const counting = await latestSurvey(tx, assessment.id)
  for (const { id, effect, households, persons } of counting?.frame?.groups ?? [])
    await tx
      .update(stakeholderGroups)
      .set({ effect, households, persons })
      .where(and(eq(stakeholderGroups.assessmentId, assessment.id), eq(stakeholderGroups.id, id)))
  return ok(undefined)
}
