/**
 * 双因素敏感性分析: two assumptions wrong at once.
 *
 * A one-way analysis moves one row and holds the others, but bad years rarely come alone: construction gets dearer and
 * the benefits come out smaller. The table moves the two rows that matter most together. On its diagonal of bad news one
 * reads whether a project that stands each blow stands both.
 * Source: 建设项目经济评价方法与参数（第三版）, 2006, 敏感性分析 (多因素).
 */
import { ok, type Result } from '../result.ts'
import {
  type AppraisalInput,
  type AppraisalRefusal,
  appraisalRefusal,
  FLOW_ROWS,
  type FlowRow,
  rowPresentValues,
} from './appraisal.ts'
import { twoWay } from './sensitivity.ts'

export const TWO_WAY_CHANGES = [-0.2, -0.1, 0, 0.1, 0.2] as const

export interface TwoWayTable {
  /** The row with the widest swing of ENPV, down the side of the table. */
  readonly first: FlowRow
  /** The next, along its top. */
  readonly second: FlowRow
  readonly changes: readonly number[]
  /** enpvFen[i][j]: `first` changed by changes[i] and `second` by changes[j], relative to what was entered. */
  readonly enpvFen: readonly (readonly number[])[]
}

/** 1.1·PV − 1.1·PV: what is smaller than this share of the amounts added is a zero that rounding missed. */
const ROUNDING = 64 * Number.EPSILON

/**
 * ENPV with the two rows of the widest swing changed together. The swing of a row is in proportion to its present value;
 * rows of equal worth keep the order of the cash-flow table. Fails as `appraise` does.
 */
export function twoWidestRows(input: AppraisalInput): Result<TwoWayTable, AppraisalRefusal> {
  const unusable = appraisalRefusal(input)
  if (unusable) return unusable
  const worth = rowPresentValues(input)
  // A cost and a benefit are there, or the input would have been refused.
  const [first, second] = [...FLOW_ROWS].sort((a, b) => worth[b] - worth[a]) as [FlowRow, FlowRow]
  const gross = FLOW_ROWS.reduce((sum, row) => sum + worth[row], 0)
  const signed = (row: FlowRow) => (row === 'benefit' ? worth.benefit : -worth[row])
  const base = FLOW_ROWS.reduce((sum, row) => sum + signed(row), 0)
  const table = twoWay((a, b) => {
    const enpv = base + a * signed(first) + b * signed(second)
    return Math.abs(enpv) <= ROUNDING * gross ? 0 : enpv
  }, TWO_WAY_CHANGES)
  return ok({ first, second, changes: table.changes, enpvFen: table.npv })
}
