'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { deleteAssessment, replaceGroups, saveMatter, saveScheme } from '../../../../../db/stores/matter.ts'
import { type GroupChanges, groupChanges, groupsOf } from '../../../../../lib/assessment/group-import.ts'
import { groupTableShape } from '../../../../../lib/assessment/group-table.ts'
import { matterShape } from '../../../../../lib/assessment/matter.ts'
import { schemeChoiceShape } from '../../../../../lib/assessment/scheme-choice.ts'
import type { Looked, Saved } from '../../../../../lib/ui/save.ts'
import { editAssessment } from '../../../../_server/action.ts'
import { loadAssessment } from '../../../../_server/load.ts'
import { importedRows } from '../../../../_server/table.ts'

export async function saveMatterEntry(id: string, version: number, entry: unknown): Promise<Saved> {
  return editAssessment('matter-saved', id, version, matterShape, entry, saveMatter)
}

export async function saveSchemeChoice(id: string, version: number, entry: unknown): Promise<Saved> {
  return editAssessment('scheme-saved', id, version, schemeChoiceShape, entry, (tx, assessment, choice) =>
    saveScheme(tx, assessment, choice.schemeId),
  )
}

export async function saveGroups(id: string, version: number, entry: unknown): Promise<Saved> {
  return editAssessment('groups-saved', id, version, groupTableShape, entry, (tx, assessment, table) =>
    replaceGroups(tx, assessment, table.groups),
  )
}

export async function lookAtGroups(id: string, entry: unknown): Promise<Looked<GroupChanges>> {
  const { groups } = (await loadAssessment(id)).caseFile
  const rows = await importedRows(entry, (table) => groupsOf(table, groups))
  return rows.ok ? { ok: true, value: groupChanges(groups, rows.value) } : rows
}

export async function importGroups(id: string, version: number, entry: unknown): Promise<Saved> {
  const { caseFile } = await loadAssessment(id)
  const rows = await importedRows(entry, (table) => groupsOf(table, caseFile.groups))
  return rows.ok ? saveGroups(id, version, { groups: rows.value }) : rows
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
