'use server'

import { z } from 'zod'
import { removeExpertSheet, saveExpertSheet } from '../../../../../../db/stores/expert-panel.ts'
import { expertSheetShape } from '../../../../../../lib/risk/expert-sheet.ts'
import type { Saved } from '../../../../../../lib/ui/save.ts'
import { scoreAssessment } from '../../../../../_server/action.ts'

export async function saveSheet(
  id: string,
  version: number,
  expertId: string | null,
  entry: unknown,
): Promise<Saved> {
  return scoreAssessment(
    'expert-sheet-saved',
    id,
    version,
    expertSheetShape,
    entry,
    (tx, assessment, sheet) => saveExpertSheet(tx, assessment, expertId, sheet),
  )
}

export async function removeSheet(id: string, version: number, expertId: unknown): Promise<Saved> {
  return scoreAssessment('expert-sheet-removed', id, version, z.string().min(1), expertId, removeExpertSheet)
}
