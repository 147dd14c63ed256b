/**
 * The register of opinions: taken in, split, coded to themes, answered. Opinions go in and out in the order of their own
 * words, never in that of arrival.
 */
import { and, asc, count, eq, inArray, max } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import {
  type EditableAssessment,
  proveReadable,
  type ReadableAssessment,
} from '../../lib/assessment/access.ts'
import {
  type OpinionBatch,
  type OpinionSource,
  type OpinionTheme,
  opinionText,
  type ThemeAnswerEntry,
  type ThemeEntry,
} from '../../lib/participation/opinions/opinion.ts'
import { STARTING_THEMES } from '../../lib/participation/opinions/themes.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Reader, Writer } from '../database.ts'
import { riskFactors, stakeholderGroups } from '../schema/assessments.ts'
import { opinionReceipts, opinions, opinionThemes } from '../schema/opinions.ts'
import { dayOf } from './day.ts'
import { readEveryText } from './open-texts.ts'
import { readSurvey } from './survey.ts'

/** One opinion as the coding page shows it. */
export interface RegisteredOpinion {
  readonly id: string
  readonly text: string
  readonly source: OpinionSource
  readonly groupId: string | null
  readonly themeId: string | null
}

const opinionOf = (assessmentId: string, opinionId: string) =>
  and(eq(opinions.assessmentId, assessmentId), eq(opinions.id, opinionId))
const themeOf = (assessmentId: string, themeId: string) =>
  and(eq(opinionThemes.assessmentId, assessmentId), eq(opinionThemes.id, themeId))

/** An assessment begins with the list of themes of the field; the office changes it as it likes. */
async function ensureThemes(tx: Writer, assessmentId: string): Promise<void> {
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

async function knownGroup(tx: Writer, assessmentId: string, groupId: string): Promise<boolean> {
  const [group] = await tx
    .select({ id: stakeholderGroups.id })
    .from(stakeholderGroups)
    .where(and(eq(stakeholderGroups.assessmentId, assessmentId), eq(stakeholderGroups.id, groupId)))
  return group !== undefined
}

type NewOpinion = Omit<typeof opinions.$inferInsert, 'assessmentId' | 'id' | 'originId'>

async function insertOpinions(tx: Writer, assessmentId: string, entries: readonly NewOpinion[]) {
  await ensureThemes(tx, assessmentId)
  const rows = entries.map((entry) => {
    const id = nanoid()
    return { ...entry, assessmentId, id, originId: id }
  })
  // Bounded statements: PostgreSQL takes 65,535 parameters at most.
  for (let i = 0; i < rows.length; i += 1000) await tx.insert(opinions).values(rows.slice(i, i + 1000))
  return rows
}

/** Takes in opinions that came together from a meeting or by letter. */
export async function addOpinions(
  tx: Writer,
  assessment: EditableAssessment,
  batch: OpinionBatch,
): Promise<Result<void, 'unknown-group'>> {
  const { groupId, source, receivedOn, texts } = batch
  if (groupId !== null && !(await knownGroup(tx, assessment.id, groupId))) return fail('unknown-group')
  await insertOpinions(
    tx,
    assessment.id,
    texts.map((text) => ({ source, groupId, day: receivedOn, text })),
  )
  return ok(undefined)
}

/**
 * Takes the text answers of the closed survey into the register, personal numbers masked. They carry no group and the
 * day of closing: a text must not lead back to the other answers of the person who wrote it.
 */
export async function takeSurveyTexts(
  tx: Writer,
  assessment: EditableAssessment,
): Promise<Result<void, 'survey-not-closed' | 'texts-taken' | 'no-texts'>> {
  const survey = await readSurvey(tx, assessment.id)
  if (survey?.state !== 'closed') return fail('survey-not-closed')
  const [taken] = await tx
    .select({ id: opinions.id })
    .from(opinions)
    .where(and(eq(opinions.assessmentId, assessment.id), eq(opinions.surveyId, survey.id)))
    .limit(1)
  if (taken) return fail('texts-taken')
  const readable = proveReadable(assessment.actor, assessment.id)
  const read = readable.ok ? await readEveryText(tx, readable.value) : fail('survey-not-closed')
  const texts = (read.ok ? read.value : []).flatMap((text) => {
    const parsed = opinionText.safeParse(text)
    return parsed.success ? [parsed.data] : []
  })
  if (texts.length === 0) return fail('no-texts')
  await insertOpinions(
    tx,
    assessment.id,
    texts.map((text) => ({ source: 'survey', day: survey.closedOn ?? '', text, surveyId: survey.id })),
  )
  return ok(undefined)
}

/** One opinion from the public page, with the hash of the receipt its writer keeps. A retry is counted once. */
export async function addOnlineOpinion(
  tx: Writer,
  entry: {
    readonly assessmentId: string
    readonly text: string
    readonly day: string
    readonly receiptHash: string
  },
): Promise<void> {
  const [known] = await tx
    .select({ originId: opinionReceipts.originId })
    .from(opinionReceipts)
    .where(eq(opinionReceipts.receiptHash, entry.receiptHash))
  if (known) return
  const [row] = await insertOpinions(tx, entry.assessmentId, [
    { source: 'online', day: entry.day, text: entry.text },
  ])
  await tx.insert(opinionReceipts).values({
    assessmentId: entry.assessmentId,
    receiptHash: entry.receiptHash,
    originId: row!.originId,
  })
}

/** Ids of the themes that the opinion behind a receipt was coded to; null where no receipt has this hash. */
export async function themesOfReceipt(
  door: Reader,
  receiptHash: string,
): Promise<{ assessmentId: string; themeIds: readonly (string | null)[] } | null> {
  const [receipt] = await door
    .select()
    .from(opinionReceipts)
    .where(eq(opinionReceipts.receiptHash, receiptHash))
  if (!receipt) return null
  const pieces = await door
    .select({ themeId: opinions.themeId })
    .from(opinions)
    .where(and(eq(opinions.assessmentId, receipt.assessmentId), eq(opinions.originId, receipt.originId)))
  return { assessmentId: receipt.assessmentId, themeIds: [...new Set(pieces.map((piece) => piece.themeId))] }
}

/** Gives opinions a theme, or takes it away again (null). */
export async function codeOpinions(
  tx: Writer,
  assessment: EditableAssessment,
  { opinionIds, themeId }: { readonly opinionIds: readonly string[]; readonly themeId: string | null },
): Promise<Result<void, 'not-found'>> {
  if (themeId !== null) {
    const [theme] = await tx
      .select({ id: opinionThemes.id })
      .from(opinionThemes)
      .where(themeOf(assessment.id, themeId))
    if (!theme) return fail('not-found')
  }
  const changed = await tx
    .update(opinions)
    .set({ themeId })
    .where(and(eq(opinions.assessmentId, assessment.id), inArray(opinions.id, [...opinionIds])))
    .returning({ id: opinions.id })
  return changed.length === new Set(opinionIds).size ? ok(undefined) : fail('not-found')
}

/** Puts single opinions in the place of a longer one. Way, group and day stay; themes are given anew. */
export async function splitOpinion(
  tx: Writer,
  assessment: EditableAssessment,
  { opinionId, texts }: { readonly opinionId: string; readonly texts: readonly string[] },
): Promise<Result<void, 'not-found'>> {
  const [whole] = await tx.delete(opinions).where(opinionOf(assessment.id, opinionId)).returning()
  if (!whole) return fail('not-found')
  await tx.insert(opinions).values(texts.map((text) => ({ ...whole, id: nanoid(), text, themeId: null })))
  return ok(undefined)
}

/** Replaces the words of an opinion, for masking a name that was left in it. */
export async function rewordOpinion(
  tx: Writer,
  assessment: EditableAssessment,
  { opinionId, text }: { readonly opinionId: string; readonly text: string },
): Promise<Result<void, 'not-found'>> {
  const [changed] = await tx
    .update(opinions)
    .set({ text })
    .where(opinionOf(assessment.id, opinionId))
    .returning({ id: opinions.id })
  return changed ? ok(undefined) : fail('not-found')
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

/** Moves all opinions of a theme to another and takes the first off the list. Its answer goes with it. */
export async function mergeTheme(
  tx: Writer,
  assessment: EditableAssessment,
  { themeId, intoId }: { readonly themeId: string; readonly intoId: string | null },
): Promise<Result<void, 'not-found' | 'theme-has-opinions'>> {
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

/** All opinions, sorted by their own words. */
export async function readOpinions(
  door: Reader,
  assessment: ReadableAssessment,
): Promise<readonly RegisteredOpinion[]> {
  const rows = await door
    .select({
      id: opinions.id,
      text: opinions.text,
      source: opinions.source,
      groupId: opinions.groupId,
      themeId: opinions.themeId,
    })
    .from(opinions)
    .where(eq(opinions.assessmentId, assessment.id))
  return rows.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.id < b.id ? -1 : 1))
}

/** The themes with their counts and answers, as the case file carries them. */
export async function readThemes(
  door: Reader,
  assessmentId: string,
): Promise<{ themes: readonly OpinionTheme[]; uncodedOpinions: number }> {
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
    .where(eq(opinions.assessmentId, assessmentId))
    .groupBy(opinions.themeId, opinions.groupId, opinions.source, opinions.day)
    .orderBy(asc(opinions.day), asc(opinions.source), asc(opinions.groupId))
  return {
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
