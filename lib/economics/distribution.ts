/**
 * 费用效益的分配: who gains by the matter, who pays for it, and how much that is for one household.
 *
 * The present value of each row, at the social discount rate, is divided by the shares of the allocation (`groups.ts`). With the
 * remainder that nobody was given, the net values of all parties add up to ENPV. Only what stands in the cash-flow table can be
 * divided: noise, a longer way to school or a lost view are in it only if somebody put a price on them.
 *
 * A group that only pays is named. That speaks to 合理性, whether the groups are balanced (兼顾不同利益群体); it never moves the
 * stability level, as no benefit moves it either.
 */
import { fail, ok, type Result } from '../result.ts'
import {
  type AllocatedRow,
  type Allocation,
  byAllocatedRow,
  FIXED_PARTIES,
  isFixedParty,
  unallocatedShare,
} from './allocation.ts'
import {
  type AppraisalInput,
  type AppraisalRefusal,
  appraisalRefusal,
  byRow,
  type FlowRow,
  rowPresentValues,
} from './appraisal.ts'
import { distributeAmongGroups, type GroupBalance } from './groups.ts'

/** A stakeholder group as far as money is divided by it. */
export interface SharingGroup {
  readonly id: string
  readonly households: number
  readonly persons: number
}

/**
 * Where a party stands. `only-pays` 只付出: bears costs and is given nothing, neither benefit nor compensation. `loses` 付出多于所得.
 * `compensated` 只领补偿: the table holds a receipt for what is given up, and nothing else. `untouched` 表中没有得失.
 */
export type Standing = 'only-pays' | 'loses' | 'balanced' | 'gains' | 'compensated' | 'untouched'

export interface PartyBalance {
  /** Id of a stakeholder group, or a fixed party. */
  readonly party: string
  /** Present values in fen, positive also for costs. */
  readonly rowsFen: Readonly<Record<FlowRow, number>>
  readonly benefitFen: number
  readonly costFen: number
  /** benefitFen − costFen. */
  readonly netFen: number
  /** Compensation received, at its present value; for what is given up, and therefore not in `netFen`. */
  readonly receivedFen: number
  /** Parts of all benefits and of all costs, 0…1. */
  readonly benefitShare: number
  readonly costShare: number
  /** netFen over the households and over the persons of a group; null where they are not counted. */
  readonly netPerHouseholdFen: number | null
  readonly netPerPersonFen: number | null
  readonly standing: Standing
}

export interface Remainder {
  /** What of each row belongs to nobody yet, 0…1; a row without amounts has nothing to divide and counts 0. */
  readonly shares: Readonly<Record<AllocatedRow, number>>
  readonly benefitFen: number
  readonly costFen: number
  readonly netFen: number
  /** Compensation of which nobody has said who receives it. */
  readonly receivedFen: number
}

export interface Distribution {
  /** All stakeholder groups in their order, then the fixed parties that have a part. */
  readonly parties: readonly PartyBalance[]
  readonly unallocated: Remainder
  /** Nothing is left over in any row with amounts. */
  readonly complete: boolean
  /** All net values and the remainder's; equals ENPV. */
  readonly enpvFen: number
}

export type DistributionRefusal =
  | AppraisalRefusal
  | 'nothing-allocated'
  | 'unknown-party'
  | 'share-out-of-range'
  | 'shares-exceed-one'

/** What there is to divide: the present value of each row in fen. Flows that `appraise` refuses have none to be relied on. */
export function allocatedWorth(input: AppraisalInput): Record<AllocatedRow, number> {
  const worth = rowPresentValues(input)
  return byAllocatedRow((row) => worth[row === 'received' ? 'compensation' : row])
}

const REMAINDER = '$unallocated'

function refusalOf(
  allocation: Allocation,
  groups: readonly SharingGroup[],
): Result<never, DistributionRefusal> | null {
  let any = false
  for (const [row, shares] of Object.entries(allocation)) {
    for (const [party, share] of Object.entries(shares)) {
      if (!isFixedParty(party) && !groups.some(({ id }) => id === party))
        return fail('unknown-party', { party })
      if (!(share >= 0 && share <= 1)) return fail('share-out-of-range', { row, party })
      if (share > 0) any = true
    }
    if (unallocatedShare(shares) < 0) return fail('shares-exceed-one', { row })
  }
  return any ? null : fail('nothing-allocated')
}

/** Sums below this part of all flows are the noise of rounding and neither a gain nor a loss. */
const NOISE = 1e-9

function standingOf(
  { benefitFen, costFen, loses }: GroupBalance,
  receivedFen: number,
  noise: number,
): Standing {
  const [gets, pays, receives] = [benefitFen > noise, costFen > noise, receivedFen > noise]
  if (pays && !gets && !receives) return 'only-pays'
  if (!pays && !gets) return receives ? 'compensated' : 'untouched'
  if (loses) return 'loses'
  return benefitFen - costFen > noise ? 'gains' : 'balanced'
}

/**
 * Divides the present value of every row among groups, fixed parties and the remainder.
 * @param input the cash flows and the social discount rate of the appraisal.
 * @returns amounts in fen, not rounded. Fails as `appraise` does; where nothing is divided yet; for a party that does not exist,
 * a share outside 0…1 and a row of which more than the whole was given away (`details` name them).
 */
export function distribute(
  input: AppraisalInput,
  allocation: Allocation,
  groups: readonly SharingGroup[],
): Result<Distribution, DistributionRefusal> {
  const refusal = appraisalRefusal(input) ?? refusalOf(allocation, groups)
  if (refusal) return refusal
  const worth = allocatedWorth(input)
  const left = byAllocatedRow((row) => (worth[row] === 0 ? 0 : unallocatedShare(allocation[row])))
  const sharesOf = (party: string) => byRow((row) => allocation[row][party] ?? 0)
  const named = [
    ...groups.map(({ id, persons }) => ({ groupId: id, shares: sharesOf(id), persons: persons || null })),
    ...FIXED_PARTIES.map((party) => ({ groupId: party, shares: sharesOf(party) })),
  ]
  const divided = distributeAmongGroups(input, [...named, { groupId: REMAINDER, shares: left }])
  if (!divided.ok) throw new Error(`shares with their remainder were refused: ${divided.reason}`)
  const received = (party: string) => worth.received * (allocation.received[party] ?? 0)
  const noise = NOISE * Object.values(worth).reduce((sum, fen) => sum + fen, 0)
  const balances = divided.value.groups.map((balance): PartyBalance => {
    const { groupId: party, rowsFen, benefitFen, costFen, netFen, benefitShare, costShare } = balance
    const households = groups.find(({ id }) => id === party)?.households ?? 0
    const receivedFen = received(party)
    return {
      party,
      rowsFen,
      benefitFen,
      costFen,
      netFen,
      receivedFen,
      benefitShare,
      costShare,
      netPerHouseholdFen: households > 0 ? netFen / households : null,
      netPerPersonFen: balance.netPerPersonFen,
      standing: standingOf(balance, receivedFen, noise),
    }
  })
  const rest = balances.at(-1)!
  return ok({
    parties: balances
      .slice(0, -1)
      .filter(({ party, standing }) => !isFixedParty(party) || standing !== 'untouched'),
    unallocated: {
      shares: left,
      benefitFen: rest.benefitFen,
      costFen: rest.costFen,
      netFen: rest.netFen,
      receivedFen: worth.received * left.received,
    },
    complete: Object.values(left).every((share) => share === 0),
    enpvFen: divided.value.enpvFen,
  })
}

/** Ids of the stakeholder groups that stand so. The treasury pays because that is its office, and is never among them. */
export function groupsThat(
  { parties }: Pick<Distribution, 'parties'>,
  ...standings: readonly Standing[]
): string[] {
  return parties
    .filter(({ party, standing }) => !isFixedParty(party) && standings.includes(standing))
    .map(({ party }) => party)
}
