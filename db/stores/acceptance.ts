/**
 * The one way an answer gets into the ballot box: a whole batch in one unit of work, each answer accepted or refused by itself.
 *
 * Made of single atomic statements, so that several intakes on one database may run it side by side. Their rows are touched
 * in one order (codes, receipts, counts, each sorted), so that no two of them wait for each other. An answer is accepted
 * when its receipt could be added; the receipt is unique, so a retry never counts twice.
 */
import { randomBytes } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Channel } from '../../lib/survey/channel.ts'
import type { Writer } from '../database.ts'
import {
  receiptLeaves,
  receipts,
  responseCounts,
  sealedResponses,
  surveyCodes,
  surveys,
} from '../schema/survey.ts'

export interface SealedResponse {
  readonly surveyId: string
  readonly groupId: string
  readonly channel: Channel
  readonly leaf: string
  /** Digest of the one-time code; null for every other channel. */
  readonly codeDigest: string | null
  readonly envelope: Uint8Array
}

export type Acceptance = Result<{ readonly duplicate: boolean }, 'survey-closed' | 'code-spent'>

const DUPLICATE = ok({ duplicate: true })

async function knownLeaves(tx: Writer, surveyId: string, leaves: readonly string[]): Promise<Set<string>> {
  if (leaves.length === 0) return new Set()
  const open = await tx
    .select({ leaf: receipts.leaf })
    .from(receipts)
    .where(and(eq(receipts.surveyId, surveyId), inArray(receipts.leaf, [...leaves])))
  return new Set(open.map(({ leaf }) => leaf))
}

/** After closing a late retry still learns that it was counted. */
async function lateAcceptances(tx: Writer, surveyId: string, batch: readonly SealedResponse[]) {
  const leaves = batch.map(({ leaf }) => leaf)
  const counted = await tx
    .select({ leaf: receiptLeaves.leaf })
    .from(receiptLeaves)
    .where(and(eq(receiptLeaves.surveyId, surveyId), inArray(receiptLeaves.leaf, leaves)))
  const known = new Set([...(await knownLeaves(tx, surveyId, leaves)), ...counted.map(({ leaf }) => leaf)])
  return batch.map(({ leaf }): Acceptance => (known.has(leaf) ? DUPLICATE : fail('survey-closed')))
}

/** Claims the codes of the batch. @returns the digests that were unused until now. */
async function claimCodes(tx: Writer, surveyId: string, batch: readonly SealedResponse[]) {
  const digests = [...new Set(batch.flatMap(({ codeDigest }) => codeDigest ?? []))].sort()
  if (digests.length === 0) return new Set<string>()
  const claimed = await tx
    .update(surveyCodes)
    .set({ state: 'spent' })
    .where(
      and(
        eq(surveyCodes.surveyId, surveyId),
        inArray(surveyCodes.digest, digests),
        eq(surveyCodes.state, 'issued'),
      ),
    )
    .returning({ digest: surveyCodes.digest })
  return new Set(claimed.map(({ digest }) => digest))
}

/**
 * Building a statement of many rows takes as long as running it, so one is kept per number of rows (an eighth off the time of
 * accepting answers, measured). A batch is limited, and with it their number.
 */
const rowsOf = <Column extends string>(n: number, columns: readonly Column[]) =>
  Array.from({ length: n }, (_, i) => ({
    surveyId: sql.placeholder('surveyId'),
    ...(Object.fromEntries(columns.map((column) => [column, sql.placeholder(`${column}${i}`)])) as Record<
      Column,
      ReturnType<typeof sql.placeholder>
    >),
  }))

/** { leaf: [a, b] } → { leaf0: a, leaf1: b } */
const numbered = (values: Readonly<Record<string, readonly unknown[]>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([column, cells]) => cells.map((cell, i) => [`${column}${i}`, cell])),
  )

const receiptsStatement = (tx: Writer, n: number) =>
  tx.prepared(`accept-receipts-${n}`, () =>
    tx
      .insert(receipts)
      .values(rowsOf(n, ['leaf']))
      .onConflictDoNothing()
      .returning({ leaf: receipts.leaf })
      .prepare(`accept_receipts_${n}`),
  )

const envelopesStatement = (tx: Writer, n: number) =>
  tx.prepared(`accept-envelopes-${n}`, () =>
    tx
      .insert(sealedResponses)
      .values(rowsOf(n, ['id', 'groupId', 'channel', 'envelope']))
      .prepare(`accept_envelopes_${n}`),
  )

const countsStatement = (tx: Writer, n: number) =>
  tx.prepared(`accept-counts-${n}`, () =>
    tx
      .insert(responseCounts)
      .values(rowsOf(n, ['groupId', 'channel', 'n']))
      .onConflictDoUpdate({
        target: [responseCounts.surveyId, responseCounts.groupId, responseCounts.channel],
        set: { n: sql`${responseCounts.n} + excluded.n` },
      })
      .prepare(`accept_counts_${n}`),
  )

const openStatement = (tx: Writer, n: number) =>
  tx.prepared(`accept-open-${n}`, () =>
    tx
      .select({ id: surveys.id })
      .from(surveys)
      .where(
        and(
          inArray(
            surveys.id,
            Array.from({ length: n }, (_, i) => sql.placeholder(`id${i}`)),
          ),
          eq(surveys.state, 'published'),
        ),
      )
      .prepare(`accept_open_${n}`),
  )

async function count(tx: Writer, surveyId: string, accepted: readonly SealedResponse[]): Promise<void> {
  const counts = new Map<string, { readonly groupId: string; readonly channel: Channel; n: number }>()
  for (const { groupId, channel } of accepted) {
    const key = `${groupId} ${channel}`
    const counted = counts.get(key)
    if (counted) counted.n += 1
    else counts.set(key, { groupId, channel, n: 1 })
  }
  const rows = [...counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  await countsStatement(tx, rows.length).execute({
    surveyId,
    ...numbered({
      groupId: rows.map(({ groupId }) => groupId),
      channel: rows.map(({ channel }) => channel),
      n: rows.map(({ n }) => n),
    }),
  })
}

async function acceptOpen(
  tx: Writer,
  surveyId: string,
  batch: readonly SealedResponse[],
): Promise<Acceptance[]> {
  // Asked only where a code could be claimed for nothing: adding the receipt tells the rest.
  const withCode = batch.filter(({ codeDigest }) => codeDigest !== null)
  const known = await knownLeaves(
    tx,
    surveyId,
    withCode.map(({ leaf }) => leaf),
  )
  // Of several of the same receipt or code in one batch the first is tried; the others follow its fate.
  const first = new Map<string, SealedResponse>()
  for (const one of batch) if (!known.has(one.leaf) && !first.has(one.leaf)) first.set(one.leaf, one)
  const claimed = await claimCodes(tx, surveyId, [...first.values()])
  const lost: SealedResponse[] = []
  const willing = [...first.values()].filter((one) => {
    if (one.codeDigest === null || claimed.delete(one.codeDigest)) return true
    lost.push(one)
    return false
  })
  const added = new Set<string>()
  if (willing.length > 0) {
    const leaves = willing.map(({ leaf }) => leaf).sort()
    const rows = await receiptsStatement(tx, leaves.length).execute({
      surveyId,
      ...numbered({ leaf: leaves }),
    })
    for (const { leaf } of rows) added.add(leaf)
  }
  const accepted = willing.filter(({ leaf }) => added.has(leaf))
  if (accepted.length > 0) {
    await envelopesStatement(tx, accepted.length).execute({
      surveyId,
      ...numbered({
        id: accepted.map(() => randomBytes(16).toString('hex')),
        groupId: accepted.map(({ groupId }) => groupId),
        channel: accepted.map(({ channel }) => channel),
        envelope: accepted.map(({ envelope }) => envelope),
      }),
    })
    await count(tx, surveyId, accepted)
  }
  // A code that another intake has just claimed for this very receipt is spent by itself.
  const elsewhere = await knownLeaves(
    tx,
    surveyId,
    lost.map(({ leaf }) => leaf),
  )
  const refused = new Set(lost.map(({ leaf }) => leaf).filter((leaf) => !elsewhere.has(leaf)))
  return batch.map((one): Acceptance => {
    if (refused.has(one.leaf)) return fail('code-spent')
    return first.get(one.leaf) === one && added.has(one.leaf) ? ok({ duplicate: false }) : DUPLICATE
  })
}

/** Stores what can be accepted of a batch; the acceptances are in the order of the batch. */
export async function acceptBatch(tx: Writer, batch: readonly SealedResponse[]): Promise<Acceptance[]> {
  const surveyIds = [...new Set(batch.map(({ surveyId }) => surveyId))].sort()
  const published = await openStatement(tx, surveyIds.length).execute(numbered({ id: surveyIds }))
  const open = new Set(published.map(({ id }) => id))
  const acceptances = new Map<SealedResponse, Acceptance>()
  for (const surveyId of surveyIds) {
    const mine = batch.filter((one) => one.surveyId === surveyId)
    const outcome = open.has(surveyId)
      ? await acceptOpen(tx, surveyId, mine)
      : await lateAcceptances(tx, surveyId, mine)
    mine.forEach((one, i) => {
      acceptances.set(one, outcome[i]!)
    })
  }
  return batch.map((one) => acceptances.get(one)!)
}
