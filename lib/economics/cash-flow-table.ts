/**
 * 现金流量表: what the matter costs and brings, year by year.
 *
 * People enter 万元, the unit of every Chinese cash-flow table; the workbench keeps whole fen (0.01 元), so that no sum
 * depends on the order of adding. Compensation and the cost of mitigation measures stand in rows of their own: they are
 * costs of the project like any other, and leaving them out is how an appraisal is made to look better than it is.
 */
import { z } from 'zod'

/** 1 万元 = 10,000 元 = 1,000,000 fen. */
export const FEN_PER_WAN = 1_000_000

/** Ten trillion yuan in fen, far above any project and far below 2^53. */
const MAX_FEN = 1_000_000_000_000_000

const fen = z.number('not-a-number').int('not-whole').min(0, 'negative').max(MAX_FEN, 'too-large')

/**
 * The columns of the table. Revenue 财务收入 is what the project is paid, for the financial appraisal alone: to society a fee that
 * residents pay to a plant is no gain by itself, so it is no part of the net benefit.
 */
export const CASH_FLOW_ROWS = [
  'investment',
  'operation',
  'compensation',
  'mitigation',
  'benefit',
  'revenue',
] as const
export type CashFlowRow = (typeof CASH_FLOW_ROWS)[number]

export const cashFlowYearShape = z.object({
  year: z.number('not-a-number').int('not-whole').min(1990, 'out-of-range').max(2200, 'out-of-range'),
  investment: fen,
  operation: fen,
  compensation: fen,
  mitigation: fen,
  benefit: fen,
  revenue: fen,
})

export const cashFlowTableShape = z.object({
  socialDiscountRate: z.number('not-a-number').gt(0, 'out-of-range').max(0.3, 'out-of-range'),
  years: z
    .array(cashFlowYearShape)
    .max(100, 'too-many')
    .superRefine((years, context) => {
      years.forEach((row, i) => {
        const before = years[i - 1]
        if (before && row.year !== before.year + 1) {
          context.addIssue({ code: 'custom', path: [i, 'year'], message: 'years-not-consecutive' })
        }
      })
    }),
})
export type CashFlowTable = z.infer<typeof cashFlowTableShape>
