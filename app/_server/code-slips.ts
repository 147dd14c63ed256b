/** Codes just made, as slips to print. They exist nowhere else: when they cannot be set, they are voided at once. */
import { voidCodeBatch } from '../../db/stores/codes.ts'
import { dayOf } from '../../db/stores/day.ts'
import { proveEditable } from '../../lib/assessment/access.ts'
import type { CodeEntry, MadeSlips } from '../../lib/survey/channels/code-entry.ts'
import { slipSheet } from '../../lib/survey/prints/slip-sheet.ts'
import type { Looked } from '../../lib/ui/save.ts'
import { database } from './database.ts'
import { env } from './env.ts'
import { loadAssessment } from './load.ts'
import { printedLanguages } from './print/printed-languages.ts'
import { renderSurveyPrint } from './print/render.ts'
import { squaresOf } from './print/squares.ts'

export async function madeSlips(
  id: string,
  { groupId, label, count }: CodeEntry,
  { batchId, codes }: { readonly batchId: string; readonly codes: readonly string[] },
): Promise<Looked<MadeSlips>> {
  const { caseFile, actor } = await loadAssessment(id)
  const sheet = slipSheet(
    {
      title: caseFile.survey?.questionnaire.title ?? '',
      author: caseFile.matter.assessor,
      group: caseFile.groups.find((group) => group.id === groupId)?.name ?? '',
      label,
      day: dayOf(new Date()),
      others: caseFile.survey ? (await printedLanguages(caseFile.survey.questionnaire)).others : [],
    },
    codes,
    env.publicUrl,
    squaresOf,
  )
  const made = await renderSurveyPrint(sheet)
  if (made.ok) return { ok: true, value: { label, count, pdf: made.value.pdf } }
  const editable = proveEditable(actor, id)
  const lost = { batchId, reason: 'file-not-received' } as const
  if (editable.ok) await (await database()).write(id, (tx) => voidCodeBatch(tx, editable.value, lost))
  return { ok: false, reason: 'render-failed' }
}
