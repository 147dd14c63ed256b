import { eq } from 'drizzle-orm'
import type { EditableAssessment } from '../../lib/assessment/access.ts'
import type { CashFlowTable } from '../../lib/economics/cash-flow-table.ts'
import { ok, type Result } from '../../lib/result.ts'
import type { Writer } from '../database.ts'
import { assessments, cashFlowYears } from '../schema/assessments.ts'

/** Replaces the whole cash-flow table and the discount rate it is judged by. */
export async function saveCashFlows(
  tx: Writer,
  assessment: EditableAssessment,
  table: CashFlowTable,
): Promise<Result<void, never>> {
  await tx
    .update(assessments)
    .set({ socialDiscountRate: table.socialDiscountRate })
    .where(eq(assessments.id, assessment.id))
  await tx.delete(cashFlowYears).where(eq(cashFlowYears.assessmentId, assessment.id))
  if (table.years.length > 0) {
    await tx
      .insert(cashFlowYears)
      .values(table.years.map((year) => ({ assessmentId: assessment.id, ...year })))
  }
  return ok(undefined)
}
