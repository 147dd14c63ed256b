/**
 * The themes of an assessment, and which opinion is coded to which. Counts by theme are what the case file carries of the
 * register; the texts stay in it.
 */
import { and, asc, count, eq, inArray, isNotNull, isNull, max } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import type { EditableAssessment } from '../../lib/assessment/access.ts'
import type { CodingEntry } from '../../lib/participation/opinions/coding.ts'
import type { OpinionTheme, ThemeEntry } from '../../lib/participation/opinions/opinion.ts'
import type { StruckCount } from '../../lib/participation/opinions/striking.ts'
import { STARTING_THEMES } from '../../lib/participation/opinions/themes.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Reader, Writer } from '../database.ts'
import { opinions, opinionThemes, publishedAnswers } from '../schema/opinions.ts'
import { dayOf } from './day.ts'

export const themeOf = (assessmentId: string, themeId: string) =>
  and(eq(opinionThemes.assessmentId, assessmentId), eq(opinionThemes.id, themeId))

/** An assessment begins with the list of themes of the field; the office changes it as it likes. */
export async function ensureThemes(tx: Writer, assessmentId: string): Promise<void> {
  const [one] = await tx
    .select({ id: opinionThemes.id })
    .from(opinionThemes)
    .where(eq(opinionThemes.assessmentId, assessmentId))
    .limit(1)
  if (one) return
  await tx.insert(opinionThemes).values(
    STARTING_THEMES.map(({ id, name, keywords }, position) => ({
      assessmentId,
      id,
      position,
      name,
      keywords,
      reason: '',
      measure: '',
    })),
  )
}

/**
 * Gives opinions a theme, or takes it away again (null). Only those move that still have the theme the official saw: what a
 * colleague has coded meanwhile stays as it is.
 */
export async function codeOpinions(
  tx: Writer,
  assessment: EditableAssessment,
  { opinionIds, from, themeId }: CodingEntry,
): Promise<Result<void, 'not-found' | 'coded-meanwhile'>> {
  if (themeId !== null) {
    const [theme] = await tx
      .select({ id: opinionThemes.id })
      .from(opinionThemes)
      .where(themeOf(assessment.id, themeId))
    if (!theme) return fail('not-found')
  }
  const asSeen = and(
    eq(opinions.assessmentId, assessment.id),
    inArray(opinions.id, [...opinionIds]),
    from === null ? isNull(opinions.themeId) : eq(opinions.themeId, from),
    isNull(opinions.struckAs),
  )
  if ((await tx.$count(opinions, asSeen)) < new Set(opinionIds).size) return fail('coded-meanwhile')
  await tx.update(opinions).set({ themeId }).where(asSeen)
  return ok(undefined)
}

/** Adds a theme (themeId null) or changes its name and words. */
export async function saveTheme(
  tx: Writer,
  assessment: EditableAssessment,
  { themeId, ...entry }: ThemeEntry & { readonly themeId: string | null },
): Promise<Result<void, 'not-found' | 'theme-exists'>> {
  await ensureThemes(tx, assessment.id)
  const [same] = await tx
    .select({ id: opinionThemes.id })
    .from(opinionThemes)
    .where(and(eq(opinionThemes.assessmentId, assessment.id), eq(opinionThemes.name, entry.name)))
  if (same && same.id !== themeId) return fail('theme-exists')
  if (themeId !== null) {
    const [changed] = await tx
      .update(opinionThemes)
      .set(entry)
      .where(themeOf(assessment.id, themeId))
      .returning({ id: opinionThemes.id })
    return changed ? ok(undefined) : fail('not-found')
  }
  const [last] = await tx
    .select({ position: max(opinionThemes.position) })
    .from(opinionThemes)
    .where(eq(opinionThemes.assessmentId, assessment.id))
  await tx.insert(opinionThemes).values({
    assessmentId: assessment.id,
    id: nanoid(10),
    position: (last?.position ?? -1) + 1,
    ...entry,
    reason: '',
    measure: '',
  })
  return ok(undefined)
}

/**
 * Moves all opinions of a theme to another and takes the first off the list, with the answer that was drafted for it. A theme
 * that was answered in public stays: what people were told does not vanish.
 */
export async function mergeTheme(
  tx: Writer,
  assessment: EditableAssessment,
  { themeId, intoId }: { readonly themeId: string; readonly intoId: string | null },
): Promise<Result<void, 'not-found' | 'theme-has-opinions' | 'theme-answered-in-public'>> {
  const [told] = await tx
    .select({ number: publishedAnswers.number })
    .from(publishedAnswers)
    .where(and(eq(publishedAnswers.assessmentId, assessment.id), eq(publishedAnswers.themeId, themeId)))
    .limit(1)
  if (told) return fail('theme-answered-in-public')
  const [used] = await tx
    .select({ n: count() })
    .from(opinions)
    .where(and(eq(opinions.assessmentId, assessment.id), eq(opinions.themeId, themeId)))
  if ((used?.n ?? 0) > 0) {
    if (intoId === null) return fail('theme-has-opinions')
    const [into] = await tx
      .select({ id: opinionThemes.id })
      .from(opinionThemes)
      .where(themeOf(assessment.id, intoId))
    if (!into || intoId === themeId) return fail('not-found')
    await tx
      .update(opinions)
      .set({ themeId: intoId })
      .where(and(eq(opinions.assessmentId, assessment.id), eq(opinions.themeId, themeId)))
  }
  const [gone] = await tx
    .delete(opinionThemes)
    .where(themeOf(assessment.id, themeId))
    .returning({ id: opinionThemes.id })
  return gone ? ok(undefined) : fail('not-found')
}

/** The themes with their counts and answers, as the case file carries them. */
export async function readThemes(
  door: Reader,
  assessmentId: string,
): Promise<{
  themes: readonly OpinionTheme[]
  uncodedOpinions: number
  struckOpinions: readonly StruckCount[]
}> {
  const themes = await door
    .select()
    .from(opinionThemes)
    .where(eq(opinionThemes.assessmentId, assessmentId))
    .orderBy(asc(opinionThemes.position), asc(opinionThemes.id))
  const counts = await door
    .select({
      themeId: opinions.themeId,
      groupId: opinions.groupId,
      source: opinions.source,
      day: opinions.day,
      n: count(),
    })
    .from(opinions)
    .where(and(eq(opinions.assessmentId, assessmentId), isNull(opinions.struckAs)))
    .groupBy(opinions.themeId, opinions.groupId, opinions.source, opinions.day)
    .orderBy(asc(opinions.day), asc(opinions.source), asc(opinions.groupId))
  const struck = await door
    .select({ kind: opinions.struckAs, because: opinions.struckBecause, n: count() })
    .from(opinions)
    .where(and(eq(opinions.assessmentId, assessmentId), isNotNull(opinions.struckAs)))
    .groupBy(opinions.struckAs, opinions.struckBecause)
    .orderBy(asc(opinions.struckAs), asc(opinions.struckBecause))
  return {
    struckOpinions: struck.flatMap(({ kind, because, n }) => (kind === null ? [] : [{ kind, because, n }])),
    themes: themes.map((theme) => ({
      id: theme.id,
      name: theme.name,
      keywords: theme.keywords,
      counts: counts
        .filter(({ themeId }) => themeId === theme.id)
        .map(({ groupId, source, day, n }) => ({ groupId, source, day, n })),
      answer:
        theme.answer === null || theme.answeredAt === null
          ? null
          : {
              answer: theme.answer,
              reason: theme.reason,
              measure: theme.measure,
              factorId: theme.factorId,
              answeredOn: dayOf(theme.answeredAt),
            },
    })),
    uncodedOpinions: counts.filter(({ themeId }) => themeId === null).reduce((sum, { n }) => sum + n, 0),
  }
}
