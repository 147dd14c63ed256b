'use server'

import { saveAllocation, saveCashFlows, saveFinancialBasis } from '../../../../../db/stores/economics.ts'
import { allocationShape } from '../../../../../lib/economics/allocation.ts'
import { cashFlowTableShape } from '../../../../../lib/economics/cash-flow-table.ts'
import { financialBasisOrNoneShape } from '../../../../../lib/economics/financial-basis.ts'
import type { Saved } from '../../../../../lib/ui/save.ts'
import { editAssessment } from '../../../../_server/action.ts'

export async function saveCashFlowTable(id: string, version: number, entry: unknown): Promise<Saved> {
  return editAssessment('cash-flows-saved', id, version, cashFlowTableShape, entry, saveCashFlows)
}

export async function saveShares(id: string, version: number, entry: unknown): Promise<Saved> {
  return editAssessment('allocation-saved', id, version, allocationShape, entry, saveAllocation)
}

export async function saveFinancialTerms(id: string, version: number, entry: unknown): Promise<Saved> {
  const shape = financialBasisOrNoneShape
  return editAssessment('financial-basis-saved', id, version, shape, entry, saveFinancialBasis)
}
