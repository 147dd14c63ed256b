'use server'

import { z } from 'zod'
import { dayOf } from '../../../../../db/stores/day.ts'
import {
  addDisputes,
  changeDispute,
  saveRound,
  stepDispute,
  strikeDispute,
  strikeRound,
  takeBackDisputeStep,
} from '../../../../../db/stores/disputes.ts'
import { disputeShape, reasonShape, stepShape } from '../../../../../lib/disputes/dispute.ts'
import { disputesOf, roundShape } from '../../../../../lib/disputes/dispute-register.ts'
import type { Saved } from '../../../../../lib/ui/save.ts'
import { editRow } from '../../../../_server/action.ts'
import { importedRows } from '../../../../_server/table.ts'

const today = () => dayOf(new Date())
const reasonedShape = z.object({ id: z.string().min(1), reason: reasonShape })

export async function saveRoundEntry(id: string, entry: unknown): Promise<Saved> {
  const shape = z.intersection(roundShape(today()), z.object({ roundId: z.string().min(1).nullable() }))
  return editRow('screening-round-saved', id, shape, entry, saveRound)
}

export async function addDispute(id: string, entry: unknown): Promise<Saved> {
  const shape = disputeShape(today()).transform((one) => [one])
  return editRow('dispute-registered', id, shape, entry, addDisputes)
}

export async function changeDisputeEntry(id: string, entry: unknown): Promise<Saved> {
  const shape = disputeShape(today()).extend({ disputeId: z.string().min(1) })
  return editRow('dispute-changed', id, shape, entry, changeDispute)
}

export async function takeDisputeStep(id: string, entry: unknown): Promise<Saved> {
  return editRow('dispute-step-taken', id, stepShape(today()), entry, stepDispute)
}

export async function takeBackStep(id: string, entry: unknown): Promise<Saved> {
  return editRow(
    'dispute-step-taken-back',
    id,
    reasonedShape,
    entry,
    (tx, proof, { id: disputeId, reason }) => takeBackDisputeStep(tx, proof, { disputeId, reason }),
  )
}

export async function strikeDisputeEntry(id: string, entry: unknown): Promise<Saved> {
  return editRow('dispute-struck', id, reasonedShape, entry, (tx, proof, struck) =>
    strikeDispute(tx, proof, { ...struck, today: today() }),
  )
}

export async function strikeRoundEntry(id: string, entry: unknown): Promise<Saved> {
  return editRow('screening-round-struck', id, reasonedShape, entry, (tx, proof, struck) =>
    strikeRound(tx, proof, { ...struck, today: today() }),
  )
}

export async function importDisputes(id: string, entry: unknown): Promise<Saved> {
  const rows = await importedRows(entry, (table) => disputesOf(table, today()))
  if (!rows.ok) return rows
  return editRow('disputes-imported', id, z.array(disputeShape(today())), rows.value, addDisputes)
}
