/**
 * 费用效益在各利益相关群体之间的分配: who gains, and who pays?
 *
 * A project can bring society more than it costs and still take from the village beside it. ENPV does not see that: it adds
 * everybody up. Here the present value of each row of the cash-flow table is divided among the groups by shares: who
 * receives how much of the benefits, who bears how much of the investment, of the running costs, of the compensation and
 * of the mitigation measures. A group whose part of the costs exceeds its part of the benefits loses by the project, whatever
 * the total says, and is where opposition must be expected. The groups' net values add up to ENPV: nothing is lost or
 * counted twice, which is why shares that do not sum to one are refused.
 * Source: HM Treasury, The Green Book, 2022, A3 (distributional appraisal), here without welfare weights.
 */
import { fail, ok, type Result } from '../result.ts'
import {
  type AppraisalInput,
  type AppraisalRefusal,
  appraisalRefusal,
  byRow,
  FLOW_ROWS,
  type FlowRow,
  rowPresentValues,
} from './appraisal.ts'

export interface GroupShares {
  readonly groupId: string
  /** The group's part of each row, 0…1; a row that is left out means 0. */
  readonly shares: Readonly<Partial<Record<FlowRow, number>>>
  /** Persons in the group, for the value per head; null where not counted. */
  readonly persons?: number | null
}

export interface GroupBalance {
  readonly groupId: string
  /** Present value by row in fen, positive also for costs. */
  readonly rowsFen: Readonly<Record<FlowRow, number>>
  readonly benefitFen: number
  readonly costFen: number
  /** benefitFen − costFen. */
  readonly netFen: number
  /** Parts of all benefits and of all costs, 0…1. */
  readonly benefitShare: number
  readonly costShare: number
  /** Null where the persons are not counted. */
  readonly netPerPersonFen: number | null
  /** 净受损: the group pays more than it gets. */
  readonly loses: boolean
}

export interface GroupDistribution {
  /** In the order given. */
  readonly groups: readonly GroupBalance[]
  /** The sum of all net values; equals ENPV. */
  readonly enpvFen: number
}

export type GroupRefusal =
  | AppraisalRefusal
  | 'no-groups'
  | 'duplicate-group'
  | 'share-not-a-number'
  | 'share-out-of-range'
  | 'shares-do-not-sum-to-one'
  | 'persons-not-positive'

/** Percentages typed with six decimals, three groups with 0.333333, still add up. */
const SHARE_TOLERANCE = 1e-6

function refusalOf(
  groups: readonly GroupShares[],
  worth: Readonly<Record<FlowRow, number>>,
): Result<never, GroupRefusal> | null {
  if (groups.length === 0) return fail('no-groups')
  const seen = new Set<string>()
  for (const { groupId, shares, persons } of groups) {
    if (seen.has(groupId)) return fail('duplicate-group', { groupId })
    seen.add(groupId)
    for (const row of FLOW_ROWS) {
      const share = shares[row] ?? 0
      if (!Number.isFinite(share)) return fail('share-not-a-number', { groupId, row })
      if (share < 0 || share > 1) return fail('share-out-of-range', { groupId, row, share })
    }
    if (persons != null && !(Number.isFinite(persons) && persons > 0)) {
      return fail('persons-not-positive', { groupId })
    }
  }
  for (const row of FLOW_ROWS) {
    const sum = groups.reduce((total, { shares }) => total + (shares[row] ?? 0), 0)
    // A row without amounts has nothing to divide; wrong shares there change no number, missing ones least of all.
    if (worth[row] > 0 && Math.abs(sum - 1) > SHARE_TOLERANCE) {
      return fail('shares-do-not-sum-to-one', { row, sum })
    }
  }
  return null
}

/**
 * Divides the present value of every row among the groups. Shares are taken relative to their sum, so that a rounding of
 * 1e-6 in them leaves no fen undivided.
 * Fails as `appraise` does, and for shares that do not sum to one in a row with amounts (`details` name row and sum).
 */
export function distributeAmongGroups(
  input: AppraisalInput,
  groups: readonly GroupShares[],
): Result<GroupDistribution, GroupRefusal> {
  const unusable = appraisalRefusal(input)
  if (unusable) return unusable
  const worth = rowPresentValues(input)
  const refusal = refusalOf(groups, worth)
  if (refusal) return refusal
  const sums = byRow((row) => groups.reduce((total, { shares }) => total + (shares[row] ?? 0), 0))
  const costsOf = (rows: Readonly<Record<FlowRow, number>>) =>
    rows.investment + rows.operation + rows.compensation + rows.mitigation
  const allCosts = costsOf(worth)
  const balances = groups.map(({ groupId, shares, persons }): GroupBalance => {
    const rowsFen = byRow((row) => (worth[row] === 0 ? 0 : (worth[row] * (shares[row] ?? 0)) / sums[row]))
    const costFen = costsOf(rowsFen)
    const netFen = rowsFen.benefit - costFen
    return {
      groupId,
      rowsFen,
      benefitFen: rowsFen.benefit,
      costFen,
      netFen,
      benefitShare: rowsFen.benefit / worth.benefit,
      costShare: costFen / allCosts,
      netPerPersonFen: persons == null ? null : netFen / persons,
      // Rounding noise of equal parts must not name a loser.
      loses: netFen < -1e-9 * (rowsFen.benefit + costFen),
    }
  })
  return ok({ groups: balances, enpvFen: worth.benefit - allCosts })
}
