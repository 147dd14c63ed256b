/**
 * The counting of a closed ballot box. It may take minutes, so it goes on behind the answer to the click; a process keeps one
 * counting per assessment, and whoever looks at the page after a crash starts it again.
 */
import { revalidatePath } from 'next/cache'
import { countBallots } from '../../db/stores/closing.ts'
import { proveEditable } from '../../lib/assessment/access.ts'
import type { Saved } from '../../lib/ui/save.ts'
import { database } from './database.ts'
import { currentActor } from './session.ts'

/** Most countings end within it, and the click is answered with the results. */
const PATIENCE_MS = 15_000

const kept = globalThis as typeof globalThis & { wenpingCountings?: Map<string, Promise<Saved>> }

/** Begins or goes on; answers when everything is counted, or after some seconds with the counting still under way. */
export async function countSurvey(id: string): Promise<Saved> {
  const actor = await currentActor()
  if (!actor) return { ok: false, reason: 'not-signed-in' }
  const proven = proveEditable(actor, id)
  if (!proven.ok) return proven
  kept.wenpingCountings ??= new Map()
  const countings = kept.wenpingCountings
  const counting =
    countings.get(id) ??
    database()
      .then((doors) => countBallots(doors, proven.value))
      .then((counted): Saved => (counted.ok ? { ok: true } : counted))
      .finally(() => countings.delete(id))
  countings.set(id, counting)
  counting.catch((error: unknown) =>
    console.error('counting a survey failed:', error instanceof Error ? error.message : 'unknown'),
  )
  const patience = new Promise<Saved>((resolve) => {
    setTimeout(() => resolve({ ok: true }), PATIENCE_MS).unref()
  })
  const saved = await Promise.race([counting, patience])
  revalidatePath('/', 'layout')
  return saved
}
