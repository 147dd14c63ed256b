/** A draw is worked out before the database's writer is held: for a large frame it takes seconds. */
import { dayOf } from '../../db/stores/day.ts'
import { type DeterminedDraw, determineDraw } from '../../db/stores/sampling-draws.ts'
import { proveEditable } from '../../lib/assessment/access.ts'
import { revealShape } from '../../lib/survey/sampling/sampling-draw.ts'
import type { Looked } from '../../lib/ui/save.ts'
import { database } from './database.ts'
import { issuesOf } from './issues.ts'
import { currentActor } from './session.ts'

export async function determinedDraw(id: string, entry: unknown): Promise<Looked<DeterminedDraw>> {
  const actor = await currentActor()
  if (!actor) return { ok: false, reason: 'not-signed-in' }
  const editable = proveEditable(actor, id)
  if (!editable.ok) return editable
  const reveal = revealShape.safeParse(entry)
  if (!reveal.success) return { ok: false, reason: 'invalid-input', issues: issuesOf(reveal.error) }
  const { read } = await database()
  return determineDraw(read, editable.value, { reveal: reveal.data, today: dayOf(new Date()) })
}
