/**
 * 财务评价的口径: whose money counts, and against which rate.
 *
 * The economic appraisal asks what society gains, the financial one whether the project earns its keep: revenue in place of benefit,
 * and of the costs only those that the project itself pays. The benchmark rate differs by trade and is published or fixed by
 * somebody; a rate without its source is a rate chosen afterwards, so the source is asked for.
 */
import { z } from 'zod'

export const COST_ROWS = ['investment', 'operation', 'compensation', 'mitigation'] as const
export type CostRow = (typeof COST_ROWS)[number]

export const financialBasisShape = z.object({
  /** Share of one, e.g. 0.06. */
  benchmarkRate: z.number('not-a-number').gt(0, 'out-of-range').max(0.3, 'out-of-range'),
  benchmarkSource: z.string().trim().min(1, 'required').max(200, 'too-long'),
  costRows: z.array(z.enum(COST_ROWS)).min(1, 'required').max(COST_ROWS.length, 'too-many'),
})
export type FinancialBasis = z.infer<typeof financialBasisShape>

/** Null where no financial appraisal is made. */
export const financialBasisOrNoneShape = financialBasisShape.nullable()
