/** The chain of events of an assessment for its page: followed from its first row, shown from its last. */
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { namesOf } from '../../db/stores/accounts.ts'
import { readChain } from '../../db/stores/audit.ts'
import { proveReadable } from '../../lib/assessment/access.ts'
import type { EventView } from '../../lib/assessment/event-log.tsx'
import { type ChainVerdict, verifyChain } from '../../lib/integrity/hash-chain.ts'
import { database } from './database.ts'
import { requireActor } from './session.ts'

export const EVENTS_ON_A_PAGE = 100

interface LoadedEvents {
  readonly events: readonly EventView[]
  readonly verdict: ChainVerdict
  /** Number of the last event there is. */
  readonly newest: number
  /** The events shown come before this number. */
  readonly before: number
}

export async function loadEvents(id: string, asked: unknown): Promise<LoadedEvents> {
  const actor = await requireActor()
  if (!proveReadable(actor, id).ok) notFound()
  const { read } = await database()
  const rows = await readChain(read, id)
  if (rows.length === 0) notFound()
  const newest = rows.at(-1)?.seq ?? 0
  const wanted = z.coerce
    .number()
    .int()
    .min(2)
    .max(newest + 1)
    .safeParse(asked)
  const before = wanted.success ? wanted.data : newest + 1
  const names = await namesOf(read)
  const events = rows
    .filter(({ seq }) => seq < before)
    .slice(-EVENTS_ON_A_PAGE)
    .reverse()
    .map(({ seq, event }) => ({
      seq,
      at: event.at,
      who: names.get(event.actorId) ?? null,
      action: event.action,
      caseBefore: event.caseBefore,
      caseAfter: event.caseAfter,
    }))
  return { events, verdict: verifyChain(rows), newest, before }
}
