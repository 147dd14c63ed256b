'use server'

import { z } from 'zod'
import { issueCodes, recordLeftOver, voidCodeBatch } from '../../../../../../db/stores/codes.ts'
import { dayOf } from '../../../../../../db/stores/day.ts'
import { acceptOfficialEntry } from '../../../../../../db/stores/official-entry.ts'
import { createPaperBatch, markForms } from '../../../../../../db/stores/paper.ts'
import { answerFieldsShape } from '../../../../../../lib/survey/channels/answer-fields.ts'
import {
  codeEntryShape,
  leftOverShape,
  type MadeSlips,
  voidEntryShape,
} from '../../../../../../lib/survey/channels/code-entry.ts'
import { isKey } from '../../../../../../lib/survey/channels/form-key.ts'
import { markShape, paperBatchShape } from '../../../../../../lib/survey/paper/paper-batch.ts'
import type { Looked, Saved } from '../../../../../../lib/ui/save.ts'
import { editRow, enterRow } from '../../../../../_server/action.ts'
import { madeSlips } from '../../../../../_server/code-slips.ts'
import { parsedAnswers } from '../../../../../_server/entered-answers.ts'
import { loadAssessment } from '../../../../../_server/load.ts'

const today = () => dayOf(new Date())

export async function issue(id: string, entry: unknown): Promise<Looked<MadeSlips>> {
  let batch: { readonly batchId: string; readonly codes: readonly string[] } = { batchId: '', codes: [] }
  const issued = await editRow('codes-issued', id, codeEntryShape, entry, async (tx, assessment, wanted) => {
    const made = await issueCodes(tx, assessment, wanted)
    if (made.ok) batch = made.value
    return made
  })
  return issued.ok ? madeSlips(id, codeEntryShape.parse(entry), batch) : issued
}

export async function voidBatch(id: string, entry: unknown): Promise<Saved> {
  return editRow('codes-voided', id, voidEntryShape, entry, voidCodeBatch)
}

export async function countLeftOver(id: string, entry: unknown): Promise<Saved> {
  return editRow('codes-counted', id, leftOverShape, entry, recordLeftOver)
}

export async function print(id: string, entry: unknown): Promise<Saved> {
  return editRow('paper-printed', id, paperBatchShape, entry, (tx, assessment, batch) =>
    createPaperBatch(tx, assessment, { ...batch, today: today() }),
  )
}

export async function mark(id: string, entry: unknown): Promise<Saved> {
  return editRow('paper-custody-recorded', id, markShape, entry, markForms)
}

const interviewShape = z.object({
  groupId: z.string().min(1).max(64),
  key: z.string().refine(isKey),
  fields: answerFieldsShape,
})

export async function interview(id: string, entry: unknown): Promise<Looked<{ readonly receipt: string }>> {
  const asked = interviewShape.safeParse(entry)
  if (!asked.success) return { ok: false, reason: 'invalid-input' }
  const answers = parsedAnswers((await loadAssessment(id)).caseFile, asked.data.fields)
  if (!answers.ok) return answers
  const { groupId, key } = asked.data
  let receipt = ''
  const saved = await enterRow('interview-recorded', id, z.null(), null, async (tx, assessment) => {
    const official = { groupId, channel: 'assisted', key, answers: answers.value } as const
    const accepted = await acceptOfficialEntry(tx, assessment, official)
    if (accepted.ok) receipt = accepted.value.receipt
    return accepted
  })
  return saved.ok ? { ok: true, value: { receipt } } : saved
}
