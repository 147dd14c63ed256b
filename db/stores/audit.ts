import { and, eq, gt } from 'drizzle-orm'
import type { Actor } from '../../lib/assessment/access.ts'
import type { Writer } from '../database.ts'
import { auditEvents } from '../schema/audit.ts'

/** Records what was done, by whom, in the same unit of work as the deed: neither exists without the other. */
export async function recordEvent(
  tx: Writer,
  actor: Actor,
  action: string,
  assessmentId: string | null,
): Promise<void> {
  await tx.insert(auditEvents).values({ actorId: actor.id, action, assessmentId })
}

/** Pages are drawn again after every change made on them; what lies closer together is one reading. */
const ONE_READING_MS = 30 * 60_000

/** Records that somebody read what residents wrote, once per visit. */
export async function recordReading(
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
        gt(auditEvents.at, new Date(Date.now() - ONE_READING_MS)),
      ),
    )
    .limit(1)
  if (!recent) await recordEvent(tx, actor, action, assessmentId)
}
