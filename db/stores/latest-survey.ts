import { and, desc, eq } from 'drizzle-orm'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Reader } from '../database.ts'
import { surveys } from '../schema/survey.ts'

/** An assessment may ask again; what counts is its latest survey. */
export async function latestSurvey(door: Reader, assessmentId: string) {
  const [row] = await door
    .select()
    .from(surveys)
    .where(eq(surveys.assessmentId, assessmentId))
    .orderBy(desc(surveys.createdAt), desc(surveys.id))
    .limit(1)
  return row
}

/** A survey of this assessment, by its id. */
export async function surveyOf(door: Reader, assessmentId: string, surveyId: string) {
  const [row] = await door
    .select()
    .from(surveys)
    .where(and(eq(surveys.assessmentId, assessmentId), eq(surveys.id, surveyId)))
  return row
}

export type SurveyRow = NonNullable<Awaited<ReturnType<typeof latestSurvey>>>

/** The latest survey, where it takes answers. */
export async function openSurvey(
  door: Reader,
  assessmentId: string,
): Promise<Result<SurveyRow, 'survey-not-published'>> {
  const survey = await latestSurvey(door, assessmentId)
  return survey?.state === 'published' ? ok(survey) : fail('survey-not-published')
}
