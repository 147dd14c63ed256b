/**
 * The register of opinions: taken in, split, masked, struck. Opinions go in and out in the order of their own words, never
 * in that of arrival.
 */
import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import type { EditableAssessment, ReadableAssessment } from '../../lib/assessment/access.ts'
import type {
  NamesEntry,
  RegisteredOpinion,
  SplittingEntry,
} from '../../lib/participation/opinions/coding.ts'
import { type OpinionBatch, opinionText } from '../../lib/participation/opinions/opinion.ts'
import { isSplitOf } from '../../lib/participation/opinions/split-text.ts'
import type { RestoringEntry, Strike, StrikingEntry } from '../../lib/participation/opinions/striking.ts'
import { areMaskableNames, maskNames } from '../../lib/personal-names.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Reader, Writer } from '../database.ts'
import { stakeholderGroups } from '../schema/assessments.ts'
import { opinionReceipts, opinions } from '../schema/opinions.ts'
import { openTexts, surveys } from '../schema/survey.ts'
import { dayOf } from './day.ts'
import { readEveryText } from './open-texts.ts'
import { ensureThemes } from './opinion-themes.ts'

const opinionOf = (assessmentId: string, opinionId: string) =>
  and(eq(opinions.assessmentId, assessmentId), eq(opinions.id, opinionId))
const someOpinions = (assessmentId: string, opinionIds: readonly string[]) =>
  and(eq(opinions.assessmentId, assessmentId), inArray(opinions.id, [...opinionIds]))

async function knownGroup(tx: Writer, assessmentId: string, groupId: string): Promise<boolean> {
  const [group] = await tx
    .select({ id: stakeholderGroups.id })
    .from(stakeholderGroups)
    .where(and(eq(stakeholderGroups.assessmentId, assessmentId), eq(stakeholderGroups.id, groupId)))
  return group !== undefined
}

type NewOpinion = Omit<typeof opinions.$inferInsert, 'assessmentId' | 'id' | 'originId' | 'struckBecause'>

async function insertOpinions(tx: Writer, assessmentId: string, entries: readonly NewOpinion[]) {
  await ensureThemes(tx, assessmentId)
  const rows = entries.map((entry) => {
    const id = nanoid()
    return { ...entry, assessmentId, id, originId: id, struckBecause: '' }
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

/** A closed survey whose words are not in the register yet. */
export interface UntakenTexts {
  readonly surveyId: string
  /** YYYY-MM-DD. */
  readonly closedOn: string
  readonly texts: number
}

/**
 * The closed surveys of an assessment, the earliest first, with words that nobody has taken in: answers to open questions
 * and what was written beside "other".
 */
export async function untakenTexts(door: Reader, assessmentId: string): Promise<readonly UntakenTexts[]> {
  const closed = await door
    .select({ id: surveys.id, closedAt: surveys.closedAt })
    .from(surveys)
    .where(and(eq(surveys.assessmentId, assessmentId), eq(surveys.state, 'closed')))
    .orderBy(asc(surveys.closedAt), asc(surveys.id))
  const taken = await door
    .selectDistinct({ surveyId: opinions.surveyId })
    .from(opinions)
    .where(and(eq(opinions.assessmentId, assessmentId), isNotNull(opinions.surveyId)))
  const found: UntakenTexts[] = []
  for (const { id, closedAt } of closed) {
    if (closedAt === null || taken.some(({ surveyId }) => surveyId === id)) continue
    const texts = await door.$count(openTexts, eq(openTexts.surveyId, id))
    if (texts > 0) found.push({ surveyId: id, closedOn: dayOf(closedAt), texts })
  }
  return found
}

/**
 * Takes the words of a closed survey into the register, personal numbers masked. They carry no group and the day of
 * closing: a text must not lead back to the other answers of the person who wrote it.
 */
export async function takeSurveyTexts(
  tx: Writer,
  assessment: EditableAssessment,
  surveyId: string,
): Promise<Result<void, 'survey-not-closed' | 'texts-taken' | 'no-texts'>> {
  const [survey] = await tx
    .select({ state: surveys.state, closedAt: surveys.closedAt })
    .from(surveys)
    .where(and(eq(surveys.assessmentId, assessment.id), eq(surveys.id, surveyId)))
  if (survey?.state !== 'closed' || survey.closedAt === null) return fail('survey-not-closed')
  const day = dayOf(survey.closedAt)
  const [taken] = await tx
    .select({ id: opinions.id })
    .from(opinions)
    .where(and(eq(opinions.assessmentId, assessment.id), eq(opinions.surveyId, surveyId)))
    .limit(1)
  if (taken) return fail('texts-taken')
  const texts = (await readEveryText(tx, surveyId)).flatMap((text) => {
    const parsed = opinionText.safeParse(text)
    return parsed.success ? [parsed.data] : []
  })
  if (texts.length === 0) return fail('no-texts')
  await insertOpinions(
    tx,
    assessment.id,
    texts.map((text) => ({ source: 'survey', day, text, surveyId })),
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

/** What became of one piece of an opinion. */
export interface OpinionFate {
  /** Null: nobody has sorted it yet, or it was struck. */
  readonly themeId: string | null
  readonly struck: Strike | null
}

/** What became of the opinion behind a receipt, piece by piece and none twice; null where no receipt has this hash. */
export async function fateOfReceipt(
  door: Reader,
  receiptHash: string,
): Promise<{ assessmentId: string; fates: readonly OpinionFate[] } | null> {
  const [receipt] = await door
    .select()
    .from(opinionReceipts)
    .where(eq(opinionReceipts.receiptHash, receiptHash))
  if (!receipt) return null
  const pieces = await door
    .selectDistinct({
      themeId: opinions.themeId,
      struckAs: opinions.struckAs,
      struckBecause: opinions.struckBecause,
    })
    .from(opinions)
    .where(and(eq(opinions.assessmentId, receipt.assessmentId), eq(opinions.originId, receipt.originId)))
  return {
    assessmentId: receipt.assessmentId,
    fates: pieces.map(({ themeId, ...piece }) => {
      const struck = strikeOf(piece)
      return { themeId: struck ? null : themeId, struck }
    }),
  }
}

function strikeOf({
  struckAs,
  struckBecause,
}: Pick<typeof opinions.$inferSelect, 'struckAs' | 'struckBecause'>): Strike | null {
  return struckAs === null ? null : { kind: struckAs, because: struckBecause }
}

/** Takes opinions out of the count, with a reason. They stay in the register; their theme waits for them. */
export async function strikeOpinions(
  tx: Writer,
  assessment: EditableAssessment,
  { opinionIds, kind, because }: StrikingEntry,
): Promise<Result<void, 'not-found'>> {
  const counting = and(someOpinions(assessment.id, opinionIds), isNull(opinions.struckAs))
  if ((await tx.$count(opinions, counting)) < new Set(opinionIds).size) return fail('not-found')
  await tx.update(opinions).set({ struckAs: kind, struckBecause: because }).where(counting)
  return ok(undefined)
}

/** Puts struck opinions back into the count. */
export async function restoreOpinions(
  tx: Writer,
  assessment: EditableAssessment,
  { opinionIds }: RestoringEntry,
): Promise<Result<void, 'not-found'>> {
  const struck = and(someOpinions(assessment.id, opinionIds), isNotNull(opinions.struckAs))
  if ((await tx.$count(opinions, struck)) < new Set(opinionIds).size) return fail('not-found')
  await tx.update(opinions).set({ struckAs: null, struckBecause: '' }).where(struck)
  return ok(undefined)
}

/**
 * Puts single opinions in the place of a longer one. Together they must be its words and no others; way, group and day
 * stay; themes are given anew.
 */
export async function splitOpinion(
  tx: Writer,
  assessment: EditableAssessment,
  { opinionId, texts }: SplittingEntry,
): Promise<Result<void, 'not-found' | 'words-differ'>> {
  const [whole] = await tx.select().from(opinions).where(opinionOf(assessment.id, opinionId))
  if (!whole || whole.struckAs !== null) return fail('not-found')
  if (!isSplitOf(whole.text, texts)) return fail('words-differ')
  await tx.delete(opinions).where(opinionOf(assessment.id, opinionId))
  await tx.insert(opinions).values(texts.map((text) => ({ ...whole, id: nanoid(), text, themeId: null })))
  return ok(undefined)
}

/** Puts the mask in the place of names that were left in an opinion; no other word of it can be changed. */
export async function maskOpinionNames(
  tx: Writer,
  assessment: EditableAssessment,
  { opinionId, names }: NamesEntry,
): Promise<Result<void, 'not-found' | 'not-a-name'>> {
  const [found] = await tx
    .select({ text: opinions.text })
    .from(opinions)
    .where(opinionOf(assessment.id, opinionId))
  if (!found) return fail('not-found')
  if (!areMaskableNames(found.text, names)) return fail('not-a-name')
  await tx
    .update(opinions)
    .set({ text: maskNames(found.text, names) })
    .where(opinionOf(assessment.id, opinionId))
  return ok(undefined)
}

/** All opinions, sorted by their own words; those that were struck too. */
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
      day: opinions.day,
      themeId: opinions.themeId,
      struckAs: opinions.struckAs,
      struckBecause: opinions.struckBecause,
    })
    .from(opinions)
    .where(eq(opinions.assessmentId, assessment.id))
  return rows
    .map(({ struckAs, struckBecause, ...row }) => ({ ...row, struck: strikeOf({ struckAs, struckBecause }) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.id < b.id ? -1 : 1))
}
