/**
 * What residents wrote. It is read a page at a time in the order of random keys, which were made at closing and tell nothing;
 * sums are kept beside it, so that a page costs the same for a hundred texts and for a million.
 */
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { ReadableAssessment } from '../../lib/assessment/access.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Reader, Writer } from '../database.ts'
import { openTextCounts, openTexts } from '../schema/survey.ts'
import { surveyOf } from './latest-survey.ts'

const ROWS = 1000

/** Adds texts with their sums. */
export async function addTexts(tx: Writer, texts: readonly (typeof openTexts.$inferInsert)[]): Promise<void> {
  const sums = new Map<string, typeof openTextCounts.$inferInsert>()
  for (const { surveyId, questionId, masked, names } of texts) {
    const key = `${surveyId} ${questionId}`
    const sum = sums.get(key) ?? { surveyId, questionId, n: 0, masked: 0, named: 0 }
    sums.set(key, {
      ...sum,
      n: sum.n + 1,
      masked: sum.masked + masked,
      named: sum.named + (names > 0 ? 1 : 0),
    })
  }
  for (let from = 0; from < texts.length; from += ROWS)
    await tx.insert(openTexts).values(texts.slice(from, from + ROWS))
  if (sums.size === 0) return
  await tx
    .insert(openTextCounts)
    .values([...sums.values()])
    .onConflictDoUpdate({
      target: [openTextCounts.surveyId, openTextCounts.questionId],
      set: {
        n: sql`${openTextCounts.n} + excluded.n`,
        masked: sql`${openTextCounts.masked} + excluded.masked`,
        named: sql`${openTextCounts.named} + excluded.named`,
      },
    })
}

export interface TextCount {
  /** A question, or `<question>.other` for the words to 其他（请注明）. */
  readonly questionId: string
  readonly n: number
  readonly masked: number
  readonly named: number
}

/** How many texts a closed survey has; in the order of the questionnaire, questions of text also when nobody wrote. */
export async function readTextCounts(
  door: Reader,
  assessment: ReadableAssessment,
  surveyId: string,
): Promise<Result<readonly TextCount[], 'survey-not-closed'>> {
  const survey = await surveyOf(door, assessment.id, surveyId)
  if (survey?.state !== 'closed') return fail('survey-not-closed')
  const rows = await door.select().from(openTextCounts).where(eq(openTextCounts.surveyId, survey.id))
  return ok(
    survey.questionnaire.questions.flatMap(({ id, type }): TextCount[] => {
      const questionId = type === 'text' ? id : `${id}.other`
      const row = rows.find((one) => one.questionId === questionId)
      if (!row) return type === 'text' ? [{ questionId, n: 0, masked: 0, named: 0 }] : []
      const { n, masked, named } = row
      return [{ questionId, n, masked, named }]
    }),
  )
}

export interface AskedTexts {
  readonly surveyId: string
  readonly questionId: string
  /** From 0. */
  readonly page: number
  /** Only texts with these words; empty: all. */
  readonly words: string
  /** Only texts in which something may be a name. */
  readonly named: boolean
}

/** One page of texts to a question of a closed survey, and whether more follow. */
export async function readTextPage(
  door: Reader,
  assessment: ReadableAssessment,
  { surveyId, questionId, page, words, named }: AskedTexts,
  perPage: number,
): Promise<{ readonly texts: readonly string[]; readonly more: boolean }> {
  const survey = await surveyOf(door, assessment.id, surveyId)
  if (survey?.state !== 'closed') return { texts: [], more: false }
  const pattern = `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const rows = await door
    .select({ text: openTexts.text })
    .from(openTexts)
    .where(
      and(
        eq(openTexts.surveyId, survey.id),
        eq(openTexts.questionId, questionId),
        words === '' ? undefined : sql`lower(${openTexts.text}) like ${pattern} escape '\\'`,
        named ? gt(openTexts.names, 0) : undefined,
      ),
    )
    .orderBy(asc(openTexts.id))
    .limit(perPage + 1)
    .offset(page * perPage)
  return { texts: rows.slice(0, perPage).map(({ text }) => text), more: rows.length > perPage }
}

/** Every text of a survey, sorted by its words: what the register of opinions takes over. There is none before closing. */
export async function readEveryText(door: Reader, surveyId: string): Promise<readonly string[]> {
  const rows = await door
    .select({ text: openTexts.text })
    .from(openTexts)
    .where(eq(openTexts.surveyId, surveyId))
  return rows.map(({ text }) => text).sort()
}
