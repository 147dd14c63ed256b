import { and, asc, desc, eq, gt } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import type { Actor } from '../../lib/assessment/access.ts'
import type { Digest } from '../../lib/integrity/digest.ts'
import { type ChainRow, nextRow } from '../../lib/integrity/hash-chain.ts'
import { alsoHolding, type Reader, type Writer } from '../database.ts'
import { auditEvents } from '../schema/audit.ts'

/** What a case file was before and after a deed. */
export interface CaseChange {
  readonly caseBefore: Digest | null
  readonly caseAfter: Digest | null
}

/** What a deed was about besides the case, with the digest of what was stored. */
export interface EventAbout {
  readonly subject: string | null
  readonly detail: Digest | null
}

const NOTHING: CaseChange & EventAbout = { caseBefore: null, caseAfter: null, subject: null, detail: null }

/** The chain of chains: one entry for every event of the house, so that a chain that vanishes leaves a gap. */
export const OFFICE_CHAIN = 'office'

/** How the office's chain names an event of another one. */
export const officeSubject = (chain: string, seq: number) => `${chain}#${seq}`

/** Records what was done, by whom, in the same unit of work as the deed: neither exists without the other. */
export async function recordEvent(
  tx: Writer,
  actor: Actor,
  action: string,
  assessmentId: string | null,
  told: Partial<CaseChange & EventAbout> = {},
): Promise<void> {
  const chain = assessmentId ?? 'accounts'
  const { seq, hash } = await append(tx, chain, {
    ...NOTHING,
    ...told,
    actorId: actor.id,
    action,
    assessmentId,
  })
  await alsoHolding(tx, OFFICE_CHAIN)
  await append(tx, OFFICE_CHAIN, {
    ...NOTHING,
    actorId: actor.id,
    action: 'event-noted',
    assessmentId: null,
    subject: officeSubject(chain, seq),
    detail: hash,
  })
}

async function append(
  tx: Writer,
  chain: string,
  what: Omit<ChainedDeed, 'id' | 'at'>,
): Promise<{ seq: number; hash: Digest }> {
  const [last] = await tx
    .select({ seq: auditEvents.seq, hash: auditEvents.hash })
    .from(auditEvents)
    .where(eq(auditEvents.chain, chain))
    .orderBy(desc(auditEvents.seq))
    .limit(1)
  const deed = { id: nanoid(), at: new Date(), ...what }
  const { seq, previousHash, hash } = nextRow(last ?? null, { ...deed, at: deed.at.toISOString() })
  await tx.insert(auditEvents).values({ ...deed, chain, seq, previousHash, hash })
  return { seq, hash }
}

/** Pages are drawn again after every change made on them; what lies closer together is one sitting. */
const ONE_SITTING_MS = 30 * 60_000

/** Records that somebody read, or entered for them, what residents said: once per sitting, however much it was. */
export async function recordSitting(
  tx: Writer,
  actor: Actor,
  action: string,
  assessmentId: string,
): Promise<void> {
  const [recent] = await tx
    .select({ id: auditEvents.id })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.assessmentId, assessmentId),
        eq(auditEvents.actorId, actor.id),
        eq(auditEvents.action, action),
        gt(auditEvents.at, new Date(Date.now() - ONE_SITTING_MS)),
      ),
    )
    .limit(1)
  if (!recent) await recordEvent(tx, actor, action, assessmentId)
}

/** One deed as the chain keeps it. */
export interface ChainedDeed extends CaseChange, EventAbout {
  readonly id: string
  /** ISO 8601, with milliseconds. */
  readonly at: string
  readonly actorId: string
  readonly action: string
  readonly assessmentId: string | null
}

/** The rows of one chain in their order, as verifyChain takes them. */
export async function readChain(door: Reader, chain: string): Promise<ChainRow<ChainedDeed>[]> {
  const rows = await door
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.chain, chain))
    .orderBy(asc(auditEvents.seq))
  return rows.map(({ chain: _, seq, previousHash, hash, at, ...deed }) => ({
    seq,
    previousHash,
    hash,
    event: { ...deed, at: at.toISOString() },
  }))
}

/** Every chain there is, those of deleted assessments too. */
export async function listChains(door: Reader): Promise<string[]> {
  const rows = await door
    .selectDistinct({ chain: auditEvents.chain })
    .from(auditEvents)
    .orderBy(asc(auditEvents.chain))
  return rows.map(({ chain }) => chain)
}

/** Where a chain stands: what a frozen report or another keeper holds it to. Null before its first event. */
export async function headOf(door: Reader, chain: string): Promise<{ seq: number; hash: string } | null> {
  const [last] = await door
    .select({ seq: auditEvents.seq, hash: auditEvents.hash })
    .from(auditEvents)
    .where(eq(auditEvents.chain, chain))
    .orderBy(desc(auditEvents.seq))
    .limit(1)
  return last ?? null
}
