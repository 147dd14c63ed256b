'use server'

import { z } from 'zod'
import { recordSitting } from '../../../../../../../db/stores/audit.ts'
import {
  discardEntries,
  enterForms,
  type PaperEntry,
  readDiffering,
  settleForm,
  withdrawEntry,
} from '../../../../../../../db/stores/paper-entries.ts'
import { proveEditable } from '../../../../../../../lib/assessment/access.ts'
import { answerFieldsShape } from '../../../../../../../lib/survey/channels/answer-fields.ts'
import { paperRows } from '../../../../../../../lib/survey/paper/answer-table.ts'
import type { EnteredState } from '../../../../../../../lib/survey/paper/entry-panel.tsx'
import { parseSerial, type Serial } from '../../../../../../../lib/survey/paper/serial.ts'
import { type DifferingForm, READINGS } from '../../../../../../../lib/survey/paper/settlement.ts'
import type { Looked, Saved } from '../../../../../../../lib/ui/save.ts'
import { editRow, enterRow } from '../../../../../../_server/action.ts'
import { database } from '../../../../../../_server/database.ts'
import { parsedAnswers } from '../../../../../../_server/entered-answers.ts'
import { loadAssessment } from '../../../../../../_server/load.ts'
import { importedRows } from '../../../../../../_server/table.ts'

const serialText = z.string().max(40)
const formShape = z.object({ serial: serialText, fields: answerFieldsShape })
const settlementShape = z.object({
  serial: serialText,
  choices: z
    .record(z.string().max(80), z.enum(READINGS))
    .refine((choices) => Object.keys(choices).length <= 200, 'too-many'),
})
/** Already parsed against the questionnaire. */
const entriesShape = z.custom<readonly PaperEntry[]>(Array.isArray)
const serialShape = z.custom<Serial>()

const serialIn = (entry: unknown) => parseSerial(serialText.catch('').parse(entry))

async function formOf(id: string, entry: unknown): Promise<Looked<PaperEntry>> {
  const asked = formShape.safeParse(entry)
  if (!asked.success) return { ok: false, reason: 'invalid-input' }
  const serial = parseSerial(asked.data.serial)
  if (!serial.ok) return serial
  const answers = parsedAnswers((await loadAssessment(id)).caseFile, asked.data.fields)
  return answers.ok ? { ok: true, value: { serial: serial.value, answers: answers.value } } : answers
}

export async function enter(id: string, entry: unknown): Promise<Looked<EnteredState>> {
  const form = await formOf(id, entry)
  if (!form.ok) return form
  let state: EnteredState = 'entered'
  const saved = await enterRow(
    'paper-entered',
    id,
    entriesShape,
    [form.value],
    async (tx, assessment, forms) => {
      const outcome = await enterForms(tx, assessment, forms)
      if (outcome.ok && outcome.value.accepted > 0) state = 'accepted'
      if (outcome.ok && outcome.value.differing > 0) state = 'differing'
      return outcome
    },
  )
  return saved.ok ? { ok: true, value: state } : saved
}

export async function withdraw(id: string, entry: unknown): Promise<Saved> {
  const serial = serialIn(entry)
  return serial.ok ? editRow('paper-entry-withdrawn', id, serialShape, serial.value, withdrawEntry) : serial
}

export async function lookAtBoth(id: string, entry: unknown): Promise<Looked<DifferingForm>> {
  const serial = serialIn(entry)
  if (!serial.ok) return serial
  const { actor } = await loadAssessment(id)
  const editable = proveEditable(actor, id)
  if (!editable.ok) return editable
  const doors = await database()
  const seen = await readDiffering(doors.read, editable.value, serial.value)
  if (seen.ok) await doors.write(id, (tx) => recordSitting(tx, actor, 'paper-compared', id))
  return seen
}

export async function settle(id: string, entry: unknown): Promise<Looked<'accepted' | 'differing'>> {
  const asked = settlementShape.safeParse(entry)
  if (!asked.success) return { ok: false, reason: 'invalid-input' }
  const serial = parseSerial(asked.data.serial)
  if (!serial.ok) return serial
  const settlement = { serial: serial.value, choices: asked.data.choices }
  let state: 'accepted' | 'differing' = 'differing'
  const saved = await enterRow('paper-settled', id, z.null(), null, async (tx, assessment) => {
    const settled = await settleForm(tx, assessment, settlement)
    if (settled.ok) state = settled.value
    return settled
  })
  return saved.ok ? { ok: true, value: state } : saved
}

export async function discard(id: string, entry: unknown): Promise<Saved> {
  const serial = serialIn(entry)
  return serial.ok
    ? editRow('paper-entries-discarded', id, serialShape, serial.value, discardEntries)
    : serial
}

async function rowsIn(id: string, file: unknown) {
  const { survey } = (await loadAssessment(id)).caseFile
  if (survey?.state !== 'published') return { ok: false, reason: 'survey-not-published' } as const
  return importedRows(file, (table) => paperRows(table, survey.questionnaire))
}

export async function lookAtTable(id: string, file: unknown): Promise<Looked<number>> {
  const rows = await rowsIn(id, file)
  return rows.ok ? { ok: true, value: rows.value.length } : rows
}

export async function importTable(id: string, file: unknown): Promise<Saved> {
  const rows = await rowsIn(id, file)
  if (!rows.ok) return rows
  return enterRow('paper-imported', id, entriesShape, rows.value, enterForms)
}
