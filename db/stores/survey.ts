import { and, desc, eq } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import type { EditableAssessment } from '../../lib/assessment/access.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { ClosingAccount } from '../../lib/survey/closing-account.ts'
import type { Questionnaire } from '../../lib/survey/questionnaire.ts'
import type { EarlierSurvey } from '../../lib/survey/survey-change.ts'
import type { SurveyRecord } from '../../lib/survey/survey-record.ts'
import { tallyOf } from '../../lib/survey/tally.ts'
import { createSurveyKeys } from '../ballot/key-files.ts'
import type { Reader, Writer } from '../database.ts'
import { stakeholderGroups } from '../schema/assessments.ts'
import { responseCounts, sealedResponses, surveyLinks, surveys } from '../schema/survey.ts'
import { dayOf } from './day.ts'
import { latestSurvey, type SurveyRow } from './latest-survey.ts'
import { readCells } from './tally-cells.ts'

/** Saves the draft questionnaire, beginning a survey where there is none. */
export async function saveQuestionnaire(
  tx: Writer,
  assessment: EditableAssessment,
  questionnaire: Questionnaire,
): Promise<Result<void, 'survey-published'>> {
  const survey = await latestSurvey(tx, assessment.id)
  if (!survey) {
    await tx.insert(surveys).values({ assessmentId: assessment.id, state: 'draft', questionnaire })
    return ok(undefined)
  }
  if (survey.state !== 'draft') return fail('survey-published')
  await tx.update(surveys).set({ questionnaire }).where(eq(surveys.id, survey.id))
  return ok(undefined)
}

/** Freezes the questionnaire, makes the keys of the ballot box and one unguessable link per stakeholder group. */
export async function publishSurvey(
  tx: Writer,
  assessment: EditableAssessment,
): Promise<Result<void, 'no-questionnaire' | 'survey-published' | 'no-groups' | 'no-opposition-item'>> {
  const survey = await latestSurvey(tx, assessment.id)
  if (!survey) return fail('no-questionnaire')
  if (survey.state !== 'draft') return fail('survey-published')
  if (!survey.questionnaire.indices.opposition) return fail('no-opposition-item')
  const groups = await tx
    .select()
    .from(stakeholderGroups)
    .where(eq(stakeholderGroups.assessmentId, assessment.id))
    .orderBy(stakeholderGroups.position)
  if (groups.length === 0) return fail('no-groups')
  await tx.insert(surveyLinks).values(
    groups.map((group) => ({
      surveyId: survey.id,
      groupId: group.id,
      groupName: group.name,
      // 16 characters of 64: 96 random bits, short enough to be typed from a poster.
      token: nanoid(16),
    })),
  )
  await tx
    .update(surveys)
    .set({ state: 'published', publishedAt: new Date(), publicKey: createSurveyKeys(survey.id) })
    .where(eq(surveys.id, survey.id))
  return ok(undefined)
}

/** Begins a new draft with the questionnaire of the closed survey, so that the same items can be asked again. */
export async function startNewSurvey(
  tx: Writer,
  assessment: EditableAssessment,
): Promise<Result<void, 'survey-not-published'>> {
  const survey = await latestSurvey(tx, assessment.id)
  if (survey?.state !== 'closed') return fail('survey-not-published')
  await tx
    .insert(surveys)
    .values({ assessmentId: assessment.id, state: 'draft', questionnaire: survey.questionnaire })
  return ok(undefined)
}

/** The last survey that was closed before the latest one was begun; null where there is none. */
export async function readEarlierSurvey(door: Reader, assessmentId: string): Promise<EarlierSurvey | null> {
  const latest = await latestSurvey(door, assessmentId)
  if (!latest) return null
  const closed = await door
    .select()
    .from(surveys)
    .where(and(eq(surveys.assessmentId, assessmentId), eq(surveys.state, 'closed')))
    .orderBy(desc(surveys.createdAt), desc(surveys.id))
  const survey = closed.find(({ id }) => id !== latest.id)
  if (!survey?.closedAt) return null
  const links = await door
    .select({ groupId: surveyLinks.groupId })
    .from(surveyLinks)
    .where(eq(surveyLinks.surveyId, survey.id))
    .orderBy(surveyLinks.groupId)
  return {
    id: survey.id,
    closedOn: dayOf(survey.closedAt),
    questionnaire: survey.questionnaire,
    tally: tallyOf(
      survey.questionnaire,
      links.map(({ groupId }) => groupId),
      await readCells(door, survey.id),
    ),
  }
}

/** The latest survey of an assessment as the CaseFile carries it; null when none was begun. */
export async function readSurvey(door: Reader, assessmentId: string): Promise<SurveyRecord | null> {
  const survey = await latestSurvey(door, assessmentId)
  return survey ? recordOf(door, survey) : null
}

/** What is known of one survey. */
export async function recordOf(door: Reader, survey: SurveyRow): Promise<SurveyRecord> {
  // In the order in which the office lists its groups; the tally and every table of the report follow it.
  const links = await door
    .select({ groupId: surveyLinks.groupId, token: surveyLinks.token })
    .from(surveyLinks)
    .leftJoin(
      stakeholderGroups,
      and(
        eq(stakeholderGroups.assessmentId, survey.assessmentId),
        eq(stakeholderGroups.id, surveyLinks.groupId),
      ),
    )
    .where(eq(surveyLinks.surveyId, survey.id))
    .orderBy(stakeholderGroups.position, surveyLinks.groupId)
  const counts = await door
    .select({ groupId: responseCounts.groupId, channel: responseCounts.channel, n: responseCounts.n })
    .from(responseCounts)
    .where(eq(responseCounts.surveyId, survey.id))
    .orderBy(responseCounts.groupId, responseCounts.channel)
  const cells = survey.state === 'closed' ? await readCells(door, survey.id) : null
  const tally =
    cells &&
    tallyOf(
      survey.questionnaire,
      links.map(({ groupId }) => groupId),
      cells,
    )
  const responsesByGroup = Object.fromEntries(
    tally?.map(({ groupId, responses }) => [groupId, responses]) ??
      links.map(({ groupId }) => [
        groupId,
        counts.reduce((sum, count) => sum + (count.groupId === groupId ? count.n : 0), 0),
      ]),
  )
  return {
    id: survey.id,
    state: survey.state,
    questionnaire: survey.questionnaire,
    links,
    publishedOn: survey.publishedAt && dayOf(survey.publishedAt),
    closedOn: survey.closedAt && dayOf(survey.closedAt),
    responsesByGroup,
    counts,
    sealed:
      survey.state === 'closing'
        ? await door.$count(sealedResponses, eq(sealedResponses.surveyId, survey.id))
        : survey.state === 'published'
          ? counts.reduce((sum, { n }) => sum + n, 0)
          : 0,
    cells,
    tally,
    merkleRoot: survey.state === 'closed' ? survey.merkleRoot : null,
    account: survey.state === 'closed' ? accountOf(survey) : null,
  }
}

function accountOf({
  acceptedAtClosing,
  receiptsAtClosing,
  countedAtClosing,
  unreadable,
}: typeof surveys.$inferSelect): ClosingAccount | null {
  if (acceptedAtClosing === null || receiptsAtClosing === null || countedAtClosing === null) return null
  return {
    accepted: acceptedAtClosing,
    receipts: receiptsAtClosing,
    counted: countedAtClosing,
    unreadable: unreadable ?? 0,
  }
}
