/**
 * 一次性作答码: issued in batches to be printed, claimed by one answer each, removed at closing.
 *
 * The text of a code exists in the return value of issueCodes and on paper. The database holds a keyed digest, and after
 * closing not even that. How many slips of a batch were used is told by nothing here, neither before closing nor after: of a
 * hundred slips somebody may have handed out a single one.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import type { EditableAssessment, ReadableAssessment } from '../../lib/assessment/access.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type {
  CodeBatchFacts,
  CodeEntry,
  LeftOverEntry,
  VoidEntry,
} from '../../lib/survey/channels/code-entry.ts'
import { CODE_BYTES, codeFrom, parseCode } from '../../lib/survey/codes/code.ts'
import { readCodeKey } from '../ballot/key-files.ts'
import type { Reader, Writer } from '../database.ts'
import { codeBatches, surveyCodes, surveyLinks } from '../schema/survey.ts'
import { dayOf } from './day.ts'
import { latestSurvey, openSurvey, surveyOf } from './latest-survey.ts'

/** More slips than a printer's day, and few enough for one unit of work. */
const MOST_AT_ONCE = 5000
/** Rows of one INSERT: PostgreSQL takes at most 65,535 parameters. */
const ROWS = 1000

/** @param code twelve characters, or as somebody typed them. */
export function codeDigest(key: Uint8Array, code: string): string {
  const parsed = parseCode(code)
  return createHmac('sha256', key)
    .update(parsed.ok ? parsed.value : '')
    .digest('hex')
}

export async function issueCodes(
  tx: Writer,
  assessment: EditableAssessment,
  batch: CodeEntry,
): Promise<
  Result<
    { batchId: string; codes: string[] },
    'survey-not-published' | 'unknown-group' | 'too-many-codes' | 'survey-key-missing' | 'valid-through-past'
  >
> {
  const open = await openSurvey(tx, assessment.id)
  if (!open.ok) return open
  const survey = open.value
  const today = dayOf(new Date())
  if (batch.validThrough !== null && batch.validThrough < today) return fail('valid-through-past')
  if (batch.count > MOST_AT_ONCE) return fail('too-many-codes', { most: MOST_AT_ONCE })
  const [link] = await tx
    .select({ groupId: surveyLinks.groupId })
    .from(surveyLinks)
    .where(and(eq(surveyLinks.surveyId, survey.id), eq(surveyLinks.groupId, batch.groupId)))
  if (!link) return fail('unknown-group')
  const key = readCodeKey(survey.id)
  if (!key) return fail('survey-key-missing')
  const batchId = nanoid(12)
  const codes = new Set<string>()
  while (codes.size < batch.count) codes.add(codeFrom(randomBytes(CODE_BYTES)))
  await tx.insert(codeBatches).values({
    surveyId: survey.id,
    id: batchId,
    groupId: batch.groupId,
    label: batch.label,
    issued: batch.count,
    validThrough: batch.validThrough,
    createdOn: today,
  })
  // Sorted by digest: the order of printing is the order of handing out, and must not be the order of the rows.
  const digests = [...codes].map((code) => codeDigest(key, code)).sort()
  for (let from = 0; from < digests.length; from += ROWS)
    await tx.insert(surveyCodes).values(
      digests.slice(from, from + ROWS).map((digest) => ({
        surveyId: survey.id,
        digest,
        batchId,
        groupId: batch.groupId,
        state: 'issued' as const,
        validThrough: batch.validThrough,
      })),
    )
  return ok({ batchId, codes: [...codes] })
}

/**
 * Makes the unused codes of a batch worthless, with the reason; used ones stay counted. Nothing tells how many there were: what
 * is issued less what is voided would be what was used.
 */
export async function voidCodeBatch(
  tx: Writer,
  assessment: EditableAssessment,
  { batchId, reason }: VoidEntry,
): Promise<Result<void, 'survey-not-published' | 'not-found' | 'batch-voided'>> {
  const survey = await openSurvey(tx, assessment.id)
  if (!survey.ok) return survey
  const batch = and(eq(codeBatches.surveyId, survey.value.id), eq(codeBatches.id, batchId))
  const [row] = await tx.select().from(codeBatches).where(batch)
  if (!row) return fail('not-found')
  if (row.voidedOn !== null) return fail('batch-voided')
  // Without the file no slip exists that could have been handed out.
  const leftOver = reason === 'file-not-received' ? row.issued : row.leftOver
  await tx
    .update(codeBatches)
    .set({ voidedOn: dayOf(new Date()), voidReason: reason, leftOver })
    .where(batch)
  await tx
    .update(surveyCodes)
    .set({ state: 'voided' })
    .where(
      and(
        eq(surveyCodes.surveyId, survey.value.id),
        eq(surveyCodes.batchId, batchId),
        eq(surveyCodes.state, 'issued'),
      ),
    )
  return ok(undefined)
}

/** How many slips of a batch were never handed out, counted by hand; after closing as well. */
export async function recordLeftOver(
  tx: Writer,
  assessment: EditableAssessment,
  { batchId, leftOver }: LeftOverEntry,
): Promise<Result<void, 'survey-not-published' | 'not-found' | 'more-left-than-issued'>> {
  const survey = await latestSurvey(tx, assessment.id)
  if (!survey || survey.state === 'draft') return fail('survey-not-published')
  const batch = and(eq(codeBatches.surveyId, survey.id), eq(codeBatches.id, batchId))
  const [row] = await tx.select({ issued: codeBatches.issued }).from(codeBatches).where(batch)
  if (!row) return fail('not-found')
  if (leftOver !== null && leftOver > row.issued) return fail('more-left-than-issued', { issued: row.issued })
  await tx.update(codeBatches).set({ leftOver }).where(batch)
  return ok(undefined)
}

/** Batches of the latest survey, or of another one of the assessment, the oldest first. */
export async function readCodeBatches(
  door: Reader,
  assessment: ReadableAssessment,
  surveyId?: string,
): Promise<CodeBatchFacts[]> {
  const survey = await (surveyId === undefined
    ? latestSurvey(door, assessment.id)
    : surveyOf(door, assessment.id, surveyId))
  if (!survey) return []
  const rows = await door
    .select()
    .from(codeBatches)
    .where(eq(codeBatches.surveyId, survey.id))
    .orderBy(codeBatches.createdOn, codeBatches.label, codeBatches.id)
  return rows.map(({ surveyId: _, id, ...batch }) => ({ batchId: id, ...batch }))
}

/** Closing: the codes are removed. */
export async function retireCodes(tx: Writer, surveyId: string): Promise<void> {
  await tx.delete(surveyCodes).where(eq(surveyCodes.surveyId, surveyId))
}
