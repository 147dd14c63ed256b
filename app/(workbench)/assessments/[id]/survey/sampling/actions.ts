'use server'

import { z } from 'zod'
import { dayOf } from '../../../../../../db/stores/day.ts'
import { saveHouseholdLists, savePlan } from '../../../../../../db/stores/sampling.ts'
import { announceDraw, recordDraw } from '../../../../../../db/stores/sampling-draws.ts'
import { householdsOf, type ListedHousehold } from '../../../../../../lib/survey/frame/household-list.ts'
import { type ListChange, listChanges } from '../../../../../../lib/survey/frame/list-change.ts'
import { planEntryShape } from '../../../../../../lib/survey/sampling/plan.ts'
import { announcementShape, revealShape } from '../../../../../../lib/survey/sampling/sampling-draw.ts'
import type { Looked, Saved } from '../../../../../../lib/ui/save.ts'
import { editAssessment } from '../../../../../_server/action.ts'
import { determinedDraw } from '../../../../../_server/drawing.ts'
import { loadAssessment } from '../../../../../_server/load.ts'
import { importedRows } from '../../../../../_server/table.ts'

const today = () => dayOf(new Date())

export async function lookAtHouseholds(id: string, entry: unknown): Promise<Looked<readonly ListChange[]>> {
  const { caseFile } = await loadAssessment(id)
  const rows = await importedRows(entry, (table) => householdsOf(table, caseFile.groups))
  if (!rows.ok) return rows
  return { ok: true, value: listChanges(rows.value, caseFile.groups, caseFile.sampling.lists) }
}

export async function importHouseholds(id: string, version: number, entry: unknown): Promise<Saved> {
  const asked = z.object({ file: z.unknown(), source: z.string().trim().min(1).max(120) }).safeParse(entry)
  if (!asked.success) return { ok: false, reason: 'invalid-input' }
  const { source, file } = asked.data
  const { caseFile } = await loadAssessment(id)
  const rows = await importedRows(file, (table) => householdsOf(table, caseFile.groups))
  if (!rows.ok) return rows
  const shape = z.custom<readonly ListedHousehold[]>(Array.isArray)
  return editAssessment(
    'household-lists-imported',
    id,
    version,
    shape,
    rows.value,
    (tx, assessment, households) =>
      saveHouseholdLists(tx, assessment, { households, source, today: today() }),
  )
}

export async function savePlanEntry(id: string, version: number, entry: unknown): Promise<Saved> {
  return editAssessment('sampling-plan-saved', id, version, planEntryShape, entry, (tx, assessment, plan) =>
    savePlan(tx, assessment, { entry: plan, today: today() }),
  )
}

export async function announce(id: string, version: number, entry: unknown): Promise<Saved> {
  return editAssessment(
    'draw-announced',
    id,
    version,
    announcementShape,
    entry,
    (tx, assessment, announcement) => announceDraw(tx, assessment, { announcement, today: today() }),
  )
}

export async function reveal(id: string, version: number, entry: unknown): Promise<Saved> {
  const determined = await determinedDraw(id, entry)
  if (!determined.ok) return determined
  return editAssessment('households-drawn', id, version, revealShape, entry, (tx, assessment) =>
    recordDraw(tx, assessment, determined.value),
  )
}
