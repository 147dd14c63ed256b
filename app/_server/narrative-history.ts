/** The saved states of one chapter's text, for whoever may read the assessment. */
import { z } from 'zod'
import { readNarrativeHistory } from '../../db/stores/narrative.ts'
import { proveReadable } from '../../lib/assessment/access.ts'
import { NARRATIVE_IDS, type NarrativeState } from '../../lib/assessment/narrative.ts'
import type { Looked } from '../../lib/ui/save.ts'
import { database } from './database.ts'
import { currentActor } from './session.ts'

export async function narrativeHistory(
  id: string,
  asked: unknown,
): Promise<Looked<readonly NarrativeState[]>> {
  const actor = await currentActor()
  if (!actor) return { ok: false, reason: 'not-signed-in' }
  const readable = proveReadable(actor, id)
  if (!readable.ok) return readable
  const chapter = z.enum(NARRATIVE_IDS).safeParse(asked)
  if (!chapter.success) return { ok: false, reason: 'not-found' }
  const { read } = await database()
  return { ok: true, value: await readNarrativeHistory(read, readable.value, chapter.data) }
}
