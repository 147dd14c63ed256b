import { asc, eq } from 'drizzle-orm'
import type { EditableAssessment } from '../../lib/assessment/access.ts'
import type { CaseFile } from '../../lib/assessment/case-file.ts'
import {
  ALLOCATED_ROWS,
  type Allocation,
  byAllocatedRow,
  isFixedParty,
} from '../../lib/economics/allocation.ts'
import type { CashFlowTable } from '../../lib/economics/cash-flow-table.ts'
import type { FinancialBasis } from '../../lib/economics/financial-basis.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Reader, Writer } from '../database.ts'
import {
  assessments,
  cashFlowShares,
  cashFlowYears,
  financialBases,
  stakeholderGroups,
} from '../schema/assessments.ts'

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

/** Replaces who bears or receives which part of every row. Refused for a group that is not there. */
export async function saveAllocation(
  tx: Writer,
  assessment: EditableAssessment,
  allocation: Allocation,
): Promise<Result<void, 'unknown-group'>> {
  const groups = await tx
    .select({ id: stakeholderGroups.id })
    .from(stakeholderGroups)
    .where(eq(stakeholderGroups.assessmentId, assessment.id))
  const rows = ALLOCATED_ROWS.flatMap((row) =>
    Object.entries(allocation[row]).map(([party, share]) => ({
      assessmentId: assessment.id,
      row,
      party,
      share,
    })),
  )
  if (!rows.every(({ party }) => isFixedParty(party) || groups.some(({ id }) => id === party)))
    return fail('unknown-group')
  await tx.delete(cashFlowShares).where(eq(cashFlowShares.assessmentId, assessment.id))
  if (rows.length > 0) await tx.insert(cashFlowShares).values(rows)
  return ok(undefined)
}

/** Stores what counts financially and against which rate, or that no financial appraisal is made. */
export async function saveFinancialBasis(
  tx: Writer,
  assessment: EditableAssessment,
  basis: FinancialBasis | null,
): Promise<Result<void, never>> {
  await tx.delete(financialBases).where(eq(financialBases.assessmentId, assessment.id))
  if (basis) await tx.insert(financialBases).values({ assessmentId: assessment.id, ...basis })
  return ok(undefined)
}

/** Everything entered for the economics but the discount rate, which stands with the assessment. */
export async function readEconomics(
  door: Reader,
  assessmentId: string,
): Promise<Omit<CaseFile['economics'], 'socialDiscountRate'>> {
  const years = await door
    .select()
    .from(cashFlowYears)
    .where(eq(cashFlowYears.assessmentId, assessmentId))
    .orderBy(asc(cashFlowYears.year))
  const shares = await door
    .select()
    .from(cashFlowShares)
    .where(eq(cashFlowShares.assessmentId, assessmentId))
    .orderBy(asc(cashFlowShares.party))
  const [basis] = await door
    .select()
    .from(financialBases)
    .where(eq(financialBases.assessmentId, assessmentId))
  return {
    years: years.map(({ assessmentId: _, ...year }) => year),
    shares: byAllocatedRow((wanted) =>
      Object.fromEntries(
        shares.filter(({ row }) => row === wanted).map(({ party, share }) => [party, share]),
      ),
    ),
    financial: basis
      ? {
          benchmarkRate: basis.benchmarkRate,
          benchmarkSource: basis.benchmarkSource,
          costRows: basis.costRows,
        }
      : null,
  }
}
