import { desc, eq } from 'drizzle-orm'
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
