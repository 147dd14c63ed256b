import { and, desc, eq, max, or } from 'drizzle-orm'
import type { EditableAssessment, ReadableAssessment } from '../../lib/assessment/access.ts'
import type { NarrativeEntry, NarrativeId, NarrativeState } from '../../lib/assessment/narrative.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Reader, Writer } from '../database.ts'
import { assessments } from '../schema/assessments.ts'
import { narrativeStates } from '../schema/narrative.ts'

const chapterOf = (assessmentId: string, chapter: NarrativeId) =>
  and(eq(narrativeStates.assessmentId, assessmentId), eq(narrativeStates.chapter, chapter))

/**
 * Adds a state to a chapter's text, if the writer saw the latest one. Otherwise the answer holds the text that is there
 * now, for a merge: nothing is overwritten.
 *
 * The assessment's version stays: a text is saved every few seconds, and colleagues with an open form would be refused
 * each time. Printed papers are told apart by the digest of their case.
 */
export async function saveNarrative(
  tx: Writer,
  assessment: EditableAssessment,
  { chapter, text, version }: NarrativeEntry,
): Promise<Result<void, 'narrative-changed' | 'not-found'>> {
  const [latest] = await tx
    .select()
    .from(narrativeStates)
    .where(chapterOf(assessment.id, chapter))
    .orderBy(desc(narrativeStates.version))
    .limit(1)
  if ((latest?.version ?? 0) !== version) {
    return fail('narrative-changed', {
      version: latest?.version ?? 0,
      text: latest?.text ?? '',
      savedBy: latest?.savedBy ?? '',
    })
  }
  const savedAt = new Date()
  const [present] = await tx
    .update(assessments)
    .set({ updatedAt: savedAt })
    .where(eq(assessments.id, assessment.id))
    .returning({ id: assessments.id })
  if (!present) return fail('not-found')
  await tx.insert(narrativeStates).values({
    assessmentId: assessment.id,
    chapter,
    version: version + 1,
    text,
    savedBy: assessment.actor.name,
    savedAt,
  })
  return ok(undefined)
}

/** The latest state of each chapter that has one. */
export async function readNarratives(
  door: Reader,
  assessmentId: string,
): Promise<ReadonlyMap<NarrativeId, NarrativeState>> {
  const heads = await door
    .select({ chapter: narrativeStates.chapter, version: max(narrativeStates.version) })
    .from(narrativeStates)
    .where(eq(narrativeStates.assessmentId, assessmentId))
    .groupBy(narrativeStates.chapter)
  if (heads.length === 0) return new Map()
  const rows = await door
    .select()
    .from(narrativeStates)
    .where(
      or(
        ...heads.map(({ chapter, version }) =>
          and(chapterOf(assessmentId, chapter), eq(narrativeStates.version, version ?? 0)),
        ),
      ),
    )
    .orderBy(narrativeStates.chapter)
  return new Map(rows.map((row) => [row.chapter, stateOf(row)]))
}

/** Chapters with a text, as a case file has them; a chapter whose text was cleared has none. */
export async function readNarrativeTexts(
  door: Reader,
  assessmentId: string,
): Promise<Record<string, string>> {
  const states = await readNarratives(door, assessmentId)
  return Object.fromEntries(
    [...states].flatMap(([chapter, { text }]) => (text.trim() === '' ? [] : [[chapter, text]])),
  )
}

/** States of one chapter that a person can look through; older ones stay stored. */
const LISTED = 200

/** Saved states of a chapter, the latest first. */
export async function readNarrativeHistory(
  door: Reader,
  assessment: ReadableAssessment,
  chapter: NarrativeId,
): Promise<NarrativeState[]> {
  const rows = await door
    .select()
    .from(narrativeStates)
    .where(chapterOf(assessment.id, chapter))
    .orderBy(desc(narrativeStates.version))
    .limit(LISTED)
  return rows.map(stateOf)
}

function stateOf(row: typeof narrativeStates.$inferSelect): NarrativeState {
  const { version, text, savedBy, savedAt } = row
  return { version, text, savedBy, savedAt: savedAt.toISOString() }
}
