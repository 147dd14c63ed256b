'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { deleteAssessment, replaceGroups, saveMatter } from '../../../../../db/stores/matter.ts'
import { groupTableShape } from '../../../../../lib/assessment/group-table.ts'
import { matterShape } from '../../../../../lib/assessment/matter.ts'
import type { Saved } from '../../../../../lib/ui/save.ts'
import { editAssessment } from '../../../../_server/action.ts'

export async function saveMatterEntry(id: string, version: number, entry: unknown): Promise<Saved> {
  return editAssessment('matter-saved', id, version, matterShape, entry, saveMatter)
}

export async function saveGroups(id: string, version: number, entry: unknown): Promise<Saved> {
  return editAssessment('groups-saved', id, version, groupTableShape, entry, (tx, assessment, table) =>
    replaceGroups(tx, assessment, table.groups),
  )
}

export async function removeAssessment(id: string, version: number): Promise<Saved> {
  const removed = await editAssessment(
    'assessment-deleted',
    id,
    version,
    z.undefined(),
    undefined,
    deleteAssessment,
  )
  if (!removed.ok) return removed
  redirect('/')
}
