/** How the office answers each theme: as it is drafted, and as the public was told, each time. */
import { and, asc, desc, eq } from 'drizzle-orm'
import type { EditableAssessment } from '../../lib/assessment/access.ts'
import type { ThemeAnswerEntry } from '../../lib/participation/opinions/opinion.ts'
import { type PublishedAnswers, publicationOf } from '../../lib/participation/opinions/published-answer.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Reader, Writer } from '../database.ts'
import { riskFactors } from '../schema/assessments.ts'
import { opinionThemes, publishedAnswers } from '../schema/opinions.ts'
import { themeOf } from './opinion-themes.ts'

/** Drafts the answer to a theme; the public is told by a deed of its own. */
export async function answerTheme(
  tx: Writer,
  assessment: EditableAssessment,
  { themeId, ...answer }: ThemeAnswerEntry,
): Promise<Result<void, 'not-found' | 'unknown-factor'>> {
  if (answer.factorId !== null) {
    const [factor] = await tx
      .select({ id: riskFactors.id })
      .from(riskFactors)
      .where(and(eq(riskFactors.assessmentId, assessment.id), eq(riskFactors.id, answer.factorId)))
    if (!factor) return fail('unknown-factor')
  }
  const [changed] = await tx
    .update(opinionThemes)
    .set({ ...answer, answeredAt: new Date() })
    .where(themeOf(assessment.id, themeId))
    .returning({ id: opinionThemes.id })
  return changed ? ok(undefined) : fail('not-found')
}

/** Tells the public how a theme was answered; what was told before stays beneath it. */
export async function publishAnswer(
  tx: Writer,
  assessment: EditableAssessment,
  { themeId, today }: { readonly themeId: string; readonly today: string },
): Promise<Result<void, 'not-found' | 'answer-published'>> {
  const [theme] = await tx.select().from(opinionThemes).where(themeOf(assessment.id, themeId))
  if (!theme || theme.answer === null) return fail('not-found')
  const { answer, reason, measure } = theme
  const [last] = await tx
    .select()
    .from(publishedAnswers)
    .where(and(eq(publishedAnswers.assessmentId, assessment.id), eq(publishedAnswers.themeId, themeId)))
    .orderBy(desc(publishedAnswers.number))
    .limit(1)
  const current = { answer, reason, measure, factorId: null, answeredOn: today }
  if (last && publicationOf(current, [last]) === 'current') return fail('answer-published')
  await tx.insert(publishedAnswers).values({
    assessmentId: assessment.id,
    themeId,
    number: (last?.number ?? 0) + 1,
    answer,
    reason,
    measure,
    publishedOn: today,
  })
  return ok(undefined)
}

/** All answers the public was given. */
export async function readPublishedAnswers(door: Reader, assessmentId: string): Promise<PublishedAnswers> {
  const rows = await door
    .select()
    .from(publishedAnswers)
    .where(eq(publishedAnswers.assessmentId, assessmentId))
    .orderBy(asc(publishedAnswers.themeId), asc(publishedAnswers.number))
  const byTheme: Record<string, PublishedAnswers[string][number][]> = {}
  for (const { themeId, answer, reason, measure, publishedOn } of rows) {
    byTheme[themeId] ??= []
    byTheme[themeId].push({ answer, reason, measure, publishedOn })
  }
  return byTheme
}
