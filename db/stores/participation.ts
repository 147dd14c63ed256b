/** Notices and consultations. A published notice is frozen: no statement here changes its text. */
import { and, asc, desc, eq, ne } from 'drizzle-orm'
import { customAlphabet, nanoid } from 'nanoid'
import type { EditableAssessment } from '../../lib/assessment/access.ts'
import type { Consultation, ConsultationEntry } from '../../lib/participation/consultation.ts'
import type { Notice, NoticeEntry, PostingEntry, WithdrawalEntry } from '../../lib/participation/notice.ts'
import { admitPeriod, type PeriodRefusal } from '../../lib/participation/notice-clock.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { schemeOf } from '../../lib/scheme/registry.ts'
import type { Reader, Writer } from '../database.ts'
import { assessments, stakeholderGroups } from '../schema/assessments.ts'
import { evidenceFiles, evidenceLinks } from '../schema/evidence.ts'
import { consultations, notices } from '../schema/participation.ts'

/** Without the letters that are read wrong from paper. */
const slugEnd = customAlphabet('23456789abcdefghjkmnpqrstuvwxyz', 5)

const noticeOf = (assessmentId: string, noticeId: string) =>
  and(eq(notices.assessmentId, assessmentId), eq(notices.id, noticeId))
const consultationOf = (assessmentId: string, consultationId: string) =>
  and(eq(consultations.assessmentId, assessmentId), eq(consultations.id, consultationId))

type Written = Result<
  void,
  | 'not-found'
  | 'notice-published'
  | 'notice-not-published'
  | 'correction-exists'
  | 'corrected-meanwhile'
  | 'unknown-file'
  | PeriodRefusal
>

/** Adds a draft (noticeId null) or changes one. */
export async function saveNotice(
  tx: Writer,
  assessment: EditableAssessment,
  { noticeId, ...entry }: NoticeEntry & { readonly noticeId: string | null },
): Promise<Written> {
  if (noticeId === null) {
    await tx.insert(notices).values({
      ...entry,
      assessmentId: assessment.id,
      id: nanoid(10),
      state: 'draft',
      withdrawnBecause: '',
      postings: [],
    })
    return ok(undefined)
  }
  const [row] = await tx
    .select({ state: notices.state })
    .from(notices)
    .where(noticeOf(assessment.id, noticeId))
  if (!row) return fail('not-found')
  if (row.state !== 'draft') return fail('notice-published')
  await tx.update(notices).set(entry).where(noticeOf(assessment.id, noticeId))
  return ok(undefined)
}

export async function removeNotice(
  tx: Writer,
  assessment: EditableAssessment,
  noticeId: string,
): Promise<Written> {
  const [row] = await tx
    .select({ state: notices.state })
    .from(notices)
    .where(noticeOf(assessment.id, noticeId))
  if (!row) return fail('not-found')
  if (row.state !== 'draft') return fail('notice-published')
  await tx.delete(notices).where(noticeOf(assessment.id, noticeId))
  await tx
    .delete(evidenceLinks)
    .where(
      and(
        eq(evidenceLinks.assessmentId, assessment.id),
        eq(evidenceLinks.use, 'notice'),
        eq(evidenceLinks.subjectId, noticeId),
      ),
    )
  return ok(undefined)
}

/** Makes a draft public and freezes it. A notice cannot begin before the day on which it is published. */
export async function publishNotice(
  tx: Writer,
  assessment: EditableAssessment,
  { noticeId, today }: { readonly noticeId: string; readonly today: string },
): Promise<Written | Result<void, 'notice-starts-in-past'>> {
  const [row] = await tx.select().from(notices).where(noticeOf(assessment.id, noticeId))
  if (!row) return fail('not-found')
  if (row.state !== 'draft') return fail('notice-published')
  if (row.from < today) return fail('notice-starts-in-past', { from: row.from })
  const [held] = await tx
    .select({ schemeId: assessments.schemeId })
    .from(assessments)
    .where(eq(assessments.id, assessment.id))
  if (!held) return fail('not-found')
  const admitted = admitPeriod(schemeOf(held.schemeId).clocks, row)
  if (!admitted.ok) return admitted
  if (row.corrects !== null) {
    const [corrected] = await tx
      .select({ state: notices.state })
      .from(notices)
      .where(noticeOf(assessment.id, row.corrects))
    // Withdrawn or corrected by another: two notices cannot take the place of one.
    if (corrected?.state !== 'published') return fail('corrected-meanwhile')
  }
  const slug = `${row.kind}-${row.from.replaceAll('-', '')}-${slugEnd()}`
  await tx
    .update(notices)
    .set({ state: 'published', slug, publishedOn: today })
    .where(noticeOf(assessment.id, noticeId))
  if (row.corrects !== null) {
    await tx
      .update(notices)
      .set({ state: 'corrected', withdrawnOn: today })
      .where(and(noticeOf(assessment.id, row.corrects), eq(notices.state, 'published')))
  }
  return ok(undefined)
}

export async function withdrawNotice(
  tx: Writer,
  assessment: EditableAssessment,
  { noticeId, because, today }: WithdrawalEntry & { readonly today: string },
): Promise<Written> {
  const [row] = await tx
    .select({ state: notices.state })
    .from(notices)
    .where(noticeOf(assessment.id, noticeId))
  if (!row) return fail('not-found')
  if (row.state !== 'published') return fail('notice-not-published')
  await tx
    .update(notices)
    .set({ state: 'withdrawn', withdrawnOn: today, withdrawnBecause: because })
    .where(noticeOf(assessment.id, noticeId))
  return ok(undefined)
}

/** Begins the correction: a draft with the same words, which takes the place of the notice when it is published. There is one at most. */
export async function correctNotice(
  tx: Writer,
  assessment: EditableAssessment,
  noticeId: string,
): Promise<Written> {
  const [row] = await tx.select().from(notices).where(noticeOf(assessment.id, noticeId))
  if (!row) return fail('not-found')
  if (row.state !== 'published') return fail('notice-not-published')
  const [begun] = await tx
    .select({ id: notices.id })
    .from(notices)
    .where(and(eq(notices.assessmentId, assessment.id), eq(notices.corrects, noticeId)))
  if (begun) return fail('correction-exists')
  await tx.insert(notices).values({
    ...row,
    id: nanoid(10),
    state: 'draft',
    slug: null,
    publishedOn: null,
    corrects: row.id,
    postings: [],
  })
  return ok(undefined)
}

/** Records where a published notice hung; its photograph, if any, is one of the evidence files and stays with it. */
export async function addPosting(
  tx: Writer,
  assessment: EditableAssessment,
  { noticeId, ...posting }: PostingEntry,
): Promise<Written | Result<void, 'posted-before-notice'>> {
  const [row] = await tx.select().from(notices).where(noticeOf(assessment.id, noticeId))
  if (!row) return fail('not-found')
  if (row.state === 'draft') return fail('notice-not-published')
  if (posting.postedOn < row.from) return fail('posted-before-notice', { from: row.from })
  if (posting.photo !== null) {
    const [file] = await tx
      .select({ digest: evidenceFiles.digest })
      .from(evidenceFiles)
      .where(and(eq(evidenceFiles.assessmentId, assessment.id), eq(evidenceFiles.digest, posting.photo)))
    if (!file) return fail('unknown-file')
    await tx
      .insert(evidenceLinks)
      .values({ assessmentId: assessment.id, digest: posting.photo, use: 'notice', subjectId: noticeId })
      .onConflictDoNothing()
  }
  await tx
    .update(notices)
    .set({ postings: [...row.postings, posting] })
    .where(noticeOf(assessment.id, noticeId))
  return ok(undefined)
}

/** Adds a consultation (consultationId null) or changes one. Counts of nobody are not kept. */
export async function saveConsultation(
  tx: Writer,
  assessment: EditableAssessment,
  { consultationId, ...entry }: ConsultationEntry & { readonly consultationId: string | null },
): Promise<Result<void, 'not-found' | 'unknown-group'>> {
  const groups = await tx
    .select({ id: stakeholderGroups.id })
    .from(stakeholderGroups)
    .where(eq(stakeholderGroups.assessmentId, assessment.id))
  if (!entry.counts.every(({ groupId }) => groups.some(({ id }) => id === groupId)))
    return fail('unknown-group')
  const kept = { ...entry, counts: entry.counts.filter(({ persons }) => persons > 0) }
  if (consultationId === null) {
    await tx.insert(consultations).values({ ...kept, assessmentId: assessment.id, id: nanoid(10) })
    return ok(undefined)
  }
  const [changed] = await tx
    .update(consultations)
    .set(kept)
    .where(consultationOf(assessment.id, consultationId))
    .returning({ id: consultations.id })
  return changed ? ok(undefined) : fail('not-found')
}

export async function removeConsultation(
  tx: Writer,
  assessment: EditableAssessment,
  consultationId: string,
): Promise<Result<void, 'not-found'>> {
  const [removed] = await tx
    .delete(consultations)
    .where(consultationOf(assessment.id, consultationId))
    .returning({ id: consultations.id })
  if (!removed) return fail('not-found')
  await tx
    .delete(evidenceLinks)
    .where(
      and(
        eq(evidenceLinks.assessmentId, assessment.id),
        eq(evidenceLinks.use, 'consultation'),
        eq(evidenceLinks.subjectId, consultationId),
      ),
    )
  return ok(undefined)
}

const bareNotice = ({ assessmentId: _, ...notice }: typeof notices.$inferSelect): Notice => notice

export async function readNoticesAndConsultations(
  door: Reader,
  assessmentId: string,
): Promise<{ notices: Notice[]; consultations: Consultation[] }> {
  const told = await door
    .select()
    .from(notices)
    .where(eq(notices.assessmentId, assessmentId))
    .orderBy(asc(notices.from), asc(notices.id))
  const held = await door
    .select()
    .from(consultations)
    .where(eq(consultations.assessmentId, assessmentId))
    .orderBy(asc(consultations.heldOn), asc(consultations.id))
  return {
    notices: told.map(bareNotice),
    consultations: held.map(({ assessmentId: _, ...consultation }) => consultation),
  }
}

export interface PublicNotice {
  readonly assessmentId: string
  readonly notice: Notice
}

/** A notice that has been published, by its address; whoever asks may see it. */
export async function findPublicNotice(door: Reader, slug: string): Promise<PublicNotice | null> {
  const [row] = await door.select().from(notices).where(eq(notices.slug, slug))
  return row && row.state !== 'draft' ? { assessmentId: row.assessmentId, notice: bareNotice(row) } : null
}

/**
 * Every notice ever published, the latest first; the caller sorts out which are current. Those of the worked example are left
 * out: nothing is planned there, and whoever spoke would be answered by nobody.
 */
export async function listPublicNotices(door: Reader, most: number): Promise<Notice[]> {
  const rows = await door
    .select({ notice: notices })
    .from(notices)
    .innerJoin(assessments, eq(assessments.id, notices.assessmentId))
    .where(and(ne(notices.state, 'draft'), eq(assessments.example, false)))
    .orderBy(desc(notices.from), asc(notices.id))
    .limit(most)
  return rows.map(({ notice }) => bareNotice(notice))
}
