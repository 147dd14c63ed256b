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
