'use server'

import { createAssessment } from '../../../../db/stores/matter.ts'
import { proveDrafter } from '../../../../lib/assessment/access.ts'
import { matterShape } from '../../../../lib/assessment/matter.ts'
import type { Saved } from '../../../../lib/ui/save.ts'
import { database } from '../../../_server/database.ts'
import { issuesOf } from '../../../_server/issues.ts'
import { currentActor } from '../../../_server/session.ts'

export type Created = { readonly ok: true; readonly id: string } | Extract<Saved, { readonly ok: false }>

/** Registers a matter; there is no version to check and nothing to overwrite yet. */
export async function createMatter(entry: unknown): Promise<Created> {
  const actor = await currentActor()
  if (!actor) return { ok: false, reason: 'not-signed-in' }
  const drafter = proveDrafter(actor)
  if (!drafter.ok) return drafter
  const parsed = matterShape.safeParse(entry)
  if (!parsed.success) return { ok: false, reason: 'invalid-input', issues: issuesOf(parsed.error) }
  const doors = await database()
  const id = await doors.write('assessments', (tx) => createAssessment(tx, drafter.value, parsed.data))
  return { ok: true, id }
}
