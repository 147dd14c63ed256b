'use server'

import { z } from 'zod'
import {
  adjudicateForm,
  enterForms,
  type PaperEntry,
  readDiffering,
} from '../../../../../../../db/stores/paper.ts'
import { proveEditable } from '../../../../../../../lib/assessment/access.ts'
import { answerFieldsShape } from '../../../../../../../lib/survey/channels/answer-fields.ts'
import { paperRows } from '../../../../../../../lib/survey/paper/answer-table.ts'
import type { EnteredState } from '../../../../../../../lib/survey/paper/entry-panel.tsx'
import { parseSerial } from '../../../../../../../lib/survey/paper/serial.ts'
import type { Answers } from '../../../../../../../lib/survey/response.ts'
import type { Looked, Saved } from '../../../../../../../lib/ui/save.ts'
import { editRow } from '../../../../../../_server/action.ts'
import { database } from '../../../../../../_server/database.ts'
import { parsedAnswers } from '../../../../../../_server/entered-answers.ts'
import { loadAssessment } from '../../../../../../_server/load.ts'
import { importedRows } from '../../../../../../_server/table.ts'

const formShape = z.object({ serial: z.string().max(40), fields: answerFieldsShape })
/** Already parsed against the questionnaire. */
const entriesShape = z.custom<readonly PaperEntry[]>(Array.isArray)

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
  const saved = await editRow(
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

export async function lookAtBoth(id: string, entry: unknown): Promise<Looked<readonly [Answers, Answers]>> {
  const serial = parseSerial(z.string().max(40).catch('').parse(entry))
  if (!serial.ok) return serial
  const { actor } = await loadAssessment(id)
  const editable = proveEditable(actor, id)
  if (!editable.ok) return editable
  return readDiffering((await database()).read, editable.value, serial.value)
}

export async function settle(id: string, entry: unknown): Promise<Saved> {
  const form = await formOf(id, entry)
  if (!form.ok) return form
  const shape = z.custom<PaperEntry>((value) => value === form.value)
  return editRow('paper-settled', id, shape, form.value, adjudicateForm)
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
  return editRow('paper-imported', id, entriesShape, rows.value, enterForms)
}
