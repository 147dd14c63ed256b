'use server'

import { z } from 'zod'
import { addDisputes, changeDispute, saveRound, stepDispute } from '../../../../../db/stores/disputes.ts'
import { disputeShape, stepShape } from '../../../../../lib/disputes/dispute.ts'
import { disputesOf, roundShape } from '../../../../../lib/disputes/dispute-register.ts'
import type { Saved } from '../../../../../lib/ui/save.ts'
import { editRow } from '../../../../_server/action.ts'
import { importedRows } from '../../../../_server/table.ts'

export async function saveRoundEntry(id: string, entry: unknown): Promise<Saved> {
  const shape = z.intersection(roundShape, z.object({ roundId: z.string().min(1).nullable() }))
  return editRow('screening-round-saved', id, shape, entry, saveRound)
}

export async function addDispute(id: string, entry: unknown): Promise<Saved> {
  return editRow(
    'dispute-registered',
    id,
    disputeShape.transform((one) => [one]),
    entry,
    addDisputes,
  )
}

export async function changeDisputeEntry(id: string, entry: unknown): Promise<Saved> {
  const shape = disputeShape.extend({ disputeId: z.string().min(1) })
  return editRow('dispute-changed', id, shape, entry, changeDispute)
}

export async function takeDisputeStep(id: string, entry: unknown): Promise<Saved> {
  return editRow('dispute-step-taken', id, stepShape, entry, stepDispute)
}

export async function importDisputes(id: string, entry: unknown): Promise<Saved> {
  const rows = await importedRows(entry, disputesOf)
  if (!rows.ok) return rows
  return editRow('disputes-imported', id, z.array(disputeShape), rows.value, addDisputes)
}
