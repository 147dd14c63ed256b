/**
 * 一次性作答码: issued in batches to be printed, claimed by one answer each, removed at closing.
 *
 * The text of a code exists in the return value of issueCodes and on paper. The database holds a keyed digest, and after
 * closing not even that: how many slips of a batch were used stays known, which ones does not.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { and, count, eq } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import { z } from 'zod'
import type { EditableAssessment, ReadableAssessment } from '../../lib/assessment/access.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { CODE_BYTES, codeFrom, parseCode } from '../../lib/survey/codes/code.ts'
import { readCodeKey } from '../ballot/key-files.ts'
import type { Reader, Writer } from '../database.ts'
import { codeBatches, surveyCodes, surveyLinks } from '../schema/survey.ts'
import { dayOf } from './day.ts'
import { latestSurvey } from './latest-survey.ts'

/** More slips than a printer's day, and few enough for one unit of work. */
const MOST_AT_ONCE = 5000
/** Rows of one INSERT: PostgreSQL takes at most 65,535 parameters. */
const ROWS = 1000

export const codeBatchShape = z.object({
  groupId: z.string().min(1, 'required'),
  count: z.number().int().min(1, 'out-of-range'),
  label: z.string().trim().min(1, 'required').max(60, 'too-long'),
})
export type CodeBatchEntry = z.infer<typeof codeBatchShape>

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
  batch: CodeBatchEntry,
): Promise<
  Result<
    { batchId: string; codes: string[] },
    'survey-not-published' | 'unknown-group' | 'too-many-codes' | 'survey-key-missing'
  >
> {
  const survey = await latestSurvey(tx, assessment.id)
  if (survey?.state !== 'published') return fail('survey-not-published')
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
    createdOn: dayOf(new Date()),
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
      })),
    )
  return ok({ batchId, codes: [...codes] })
}

/** Makes the unused codes of a batch worthless, say when slips were lost; used ones stay counted. */
export async function voidCodeBatch(
  tx: Writer,
  assessment: EditableAssessment,
  batchId: string,
): Promise<Result<void, 'survey-not-published' | 'not-found'>> {
  const survey = await latestSurvey(tx, assessment.id)
  if (survey?.state !== 'published') return fail('survey-not-published')
  const batch = and(eq(codeBatches.surveyId, survey.id), eq(codeBatches.id, batchId))
  const [row] = await tx.select({ id: codeBatches.id }).from(codeBatches).where(batch)
  if (!row) return fail('not-found')
  await tx
    .update(surveyCodes)
    .set({ state: 'voided' })
    .where(
      and(
        eq(surveyCodes.surveyId, survey.id),
        eq(surveyCodes.batchId, batchId),
        eq(surveyCodes.state, 'issued'),
      ),
    )
  return ok(undefined)
}

export interface CodeBatch {
  readonly batchId: string
  readonly groupId: string
  readonly label: string
  readonly issued: number
  readonly spent: number
  readonly voided: number
  readonly createdOn: string
}

async function statesOf(door: Reader, surveyId: string) {
  return door
    .select({ batchId: surveyCodes.batchId, state: surveyCodes.state, n: count() })
    .from(surveyCodes)
    .where(eq(surveyCodes.surveyId, surveyId))
    .groupBy(surveyCodes.batchId, surveyCodes.state)
}

/** Batches of the latest survey, the oldest first. */
export async function readCodeBatches(door: Reader, assessment: ReadableAssessment): Promise<CodeBatch[]> {
  const survey = await latestSurvey(door, assessment.id)
  if (!survey) return []
  const states = await statesOf(door, survey.id)
  const rows = await door
    .select()
    .from(codeBatches)
    .where(eq(codeBatches.surveyId, survey.id))
    .orderBy(codeBatches.createdOn, codeBatches.label, codeBatches.id)
  const counted = (batchId: string, state: string) =>
    states.find((row) => row.batchId === batchId && row.state === state)?.n ?? 0
  return rows.map(({ id, groupId, label, issued, spent, voided, createdOn }) => ({
    batchId: id,
    groupId,
    label,
    issued,
    spent: spent ?? counted(id, 'spent'),
    voided: voided ?? counted(id, 'voided'),
    createdOn,
  }))
}

/** Closing: what became of each batch is written down, and the codes are removed. */
export async function retireCodes(tx: Writer, surveyId: string): Promise<void> {
  const states = await statesOf(tx, surveyId)
  if (states.length === 0) return
  const counted = (batchId: string, state: string) =>
    states.find((row) => row.batchId === batchId && row.state === state)?.n ?? 0
  for (const batchId of new Set(states.map((row) => row.batchId)))
    await tx
      .update(codeBatches)
      .set({ spent: counted(batchId, 'spent'), voided: counted(batchId, 'voided') })
      .where(and(eq(codeBatches.surveyId, surveyId), eq(codeBatches.id, batchId)))
  await tx.delete(surveyCodes).where(eq(surveyCodes.surveyId, surveyId))
}
