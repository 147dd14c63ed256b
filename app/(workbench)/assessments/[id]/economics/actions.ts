'use server'

import { saveCashFlows } from '../../../../../db/stores/economics.ts'
import { cashFlowTableShape } from '../../../../../lib/economics/cash-flow-table.ts'
import type { Saved } from '../../../../../lib/ui/save.ts'
import { editAssessment } from '../../../../_server/action.ts'

export async function saveCashFlowTable(id: string, version: number, entry: unknown): Promise<Saved> {
  return editAssessment('cash-flows-saved', id, version, cashFlowTableShape, entry, saveCashFlows)
}
