/** Counts of two questions together, from the answers of a closed survey. */
import { and, asc, eq, gt } from 'drizzle-orm'
import type { ReadableAssessment } from '../../lib/assessment/access.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { type CrossCounts, crossCounter, type Dimension } from '../../lib/survey/cross-table/cross-counts.ts'
import type { Reader } from '../database.ts'
import { responses } from '../schema/survey.ts'
import { surveyOf } from './latest-survey.ts'

const PAGE = 5000

/** Goes through the answers some thousand at a time; nothing but the counts is kept. */
export async function countCross(
  door: Reader,
  assessment: ReadableAssessment,
  surveyId: string,
  rows: Dimension,
  columns: Dimension,
): Promise<Result<CrossCounts, 'survey-not-published'>> {
  const survey = await surveyOf(door, assessment.id, surveyId)
  if (survey?.state !== 'closed') return fail('survey-not-published')
  const counter = crossCounter(rows, columns)
  for (let after = ''; ; ) {
    const page = await door
      .select({ id: responses.id, answers: responses.answers })
      .from(responses)
      .where(and(eq(responses.surveyId, surveyId), gt(responses.id, after)))
      .orderBy(asc(responses.id))
      .limit(PAGE)
    for (const { answers } of page) counter.add(answers)
    if (page.length < PAGE) return ok(counter.counts)
    after = page.at(-1)!.id
  }
}
