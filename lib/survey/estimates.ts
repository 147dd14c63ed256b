/**
 * 加权估计: what the whole frame thinks, not only those who answered.
 *
 * The group nearest to the works is often asked most; among the answers it then weighs more than among the people. The
 * weighted estimate gives each group the weight of its households (or persons, as the sampling plan counts) and corrects for
 * the share of the group that answered. It repairs unequal sampling and nothing else: who did not answer stays unheard,
 * therefore the plain figure stands beside it. Where a floor of the scheme is not met there is no number: 样本不足.
 */
import type { SamplingFloor } from '../scheme/sampling-floor.ts'
import { type StratumCount, stratifiedShare } from '../statistics/survey-design/stratified-counts.ts'
import type { FrameGroup } from './frame/frame.ts'
import { INDEX_NAMES, type IndexName, numberOf, type Questionnaire } from './questionnaire.ts'
import { indexResult } from './results.ts'
import { appliedFloors, floorByGroup, reached } from './sampling/floors.ts'
import type { SamplingPlan } from './sampling/plan.ts'
import { estimateShare } from './shares.ts'
import { releasedTables } from './suppression/released.ts'
import { pooled, type Tally } from './tally.ts'

export interface Estimate {
  readonly share: number
  readonly low: number
  readonly high: number
  /**
   * Printed in whole per cent: counts of groups are hidden, and a figure weighted otherwise than the total would help to
   * work them out.
   */
  readonly coarse: boolean
}

/** Why there is no number. */
export type NoEstimate = 'too-few' | 'floor-not-met' | 'group-unheard' | 'hidden' | 'nobody-answered'

export type Estimated = Estimate | NoEstimate

export interface GroupEstimate {
  readonly groupId: string
  readonly estimate: Estimated
}

export interface IndexEstimate {
  readonly index: IndexName
  readonly n: number
  readonly plain: Estimated
  readonly weighted: Estimated
  readonly byGroup: readonly GroupEstimate[]
}

export interface ItemEstimate {
  readonly questionId: string
  readonly number: number
  readonly title: string
  readonly options: readonly {
    readonly id: string
    readonly label: string
    readonly plain: Estimated
    readonly weighted: Estimated
  }[]
}

export interface StratumFacts {
  readonly groupId: string
  /** Households or persons. */
  readonly members: number
  readonly responses: number
  /** More answers than members: several of a household answered, and no correction is made. */
  readonly beyondFrame: boolean
}

export interface WeightedEstimates {
  readonly unit: 'households' | 'persons'
  readonly strata: readonly StratumFacts[]
  readonly indices: readonly IndexEstimate[]
  readonly items: readonly ItemEstimate[]
}

export interface EstimateFrame {
  readonly groups: readonly FrameGroup[]
  readonly plan: SamplingPlan | null
  readonly samplingFloors: readonly SamplingFloor[]
  /** k. */
  readonly fewest: number
}

type CountOf = (groupId: string) => { readonly answered: number; readonly count: number }

export function weightedEstimates(
  questionnaire: Questionnaire,
  tally: Tally,
  frame: EstimateFrame,
): WeightedEstimates {
  const { fewest, plan } = frame
  const unit = plan?.entry.unit ?? 'households'
  const strata = tally.map(({ groupId, responses }): StratumFacts => {
    const members = frame.groups.find(({ id }) => id === groupId)?.[unit] ?? 0
    return { groupId, members, responses, beyondFrame: responses > members }
  })
  const floors = appliedFloors(frame.samplingFloors, plan?.entry.matters ?? [], frame.groups)
  const responsesOf = (groupId: string) => strata.find((one) => one.groupId === groupId)?.responses ?? 0
  const least = floorByGroup(floors, frame.groups, unit)
  const short = floors.some((floor) => reached(floor, responsesOf) < floor.needed)
  const inFrame = strata.filter(({ members }) => members > 0)
  const unheard = inFrame.length === 0 || inFrame.some(({ responses }) => responses < 2)
  const stratum = ({ members, responses, beyondFrame }: StratumFacts, counted: ReturnType<CountOf>) =>
    ({ population: members, endless: beyondFrame, rows: responses, ...counted }) satisfies StratumCount

  const overall = (countOf: CountOf, coarse: boolean): Estimated => {
    if (inFrame.reduce((sum, { groupId }) => sum + countOf(groupId).answered, 0) < fewest) return 'too-few'
    if (short) return 'floor-not-met'
    if (unheard) return 'group-unheard'
    const result = stratifiedShare(inFrame.map((one) => stratum(one, countOf(one.groupId))))
    return result.ok ? { share: result.value.share, ...result.value.interval, coarse } : 'nobody-answered'
  }
  const within = (one: StratumFacts, countOf: CountOf, hidden: boolean): Estimated => {
    const counted = countOf(one.groupId)
    if (counted.answered === 0) return 'nobody-answered'
    if (counted.answered < fewest || one.members === 0) return 'too-few'
    if (one.responses < (least.get(one.groupId) ?? 0)) return 'floor-not-met'
    if (hidden) return 'hidden'
    const result = stratifiedShare([stratum(one, counted)])
    return result.ok ? { share: result.value.share, ...result.value.interval, coarse: false } : 'too-few'
  }
  const tallied = (questionId: string, optionIds: readonly string[]): CountOf => {
    return (groupId) => {
      const counted = tally.find((group) => group.groupId === groupId)?.questions[questionId]
      const count = optionIds.reduce((sum, id) => sum + (counted?.options[id] ?? 0), 0)
      return { answered: counted?.answered ?? 0, count }
    }
  }
  const released = new Map(
    questionnaire.questions
      .filter(({ type }) => type === 'single' || type === 'scale')
      .map((question) => [question.id, releasedTables(question, questionnaire, tally, fewest)[0]]),
  )
  const hides = (questionId: string, groupId: string, optionIds: readonly string[]) => {
    const table = released.get(questionId)
    const row = table?.rows.find((one) => one.groupId === groupId)
    return table?.categories.some(({ id }, j) => optionIds.includes(id) && row?.counts[j] === null) ?? false
  }

  const indexEstimate = (index: IndexName): IndexEstimate[] => {
    const item = questionnaire.indices[index]
    if (!item) return []
    const { estimate } = indexResult(index, questionnaire, pooled(tally).questions)
    const hidden = (groupId: string) =>
      index === 'opposition'
        ? (released.get(item.questionIds[0] ?? '')?.opposedHidden.has(groupId) ?? false)
        : item.questionIds.some((questionId) => hides(questionId, groupId, item.optionIds))
    const anyHidden = tally.some(({ groupId }) => hidden(groupId))
    const over = (estimateOf: (countOf: CountOf) => Estimated) =>
      meanEstimate(item.questionIds.map((id) => estimateOf(tallied(id, item.optionIds))))
    return [
      {
        index,
        n: estimate?.n ?? 0,
        plain: !estimate
          ? 'nobody-answered'
          : estimate.n < fewest
            ? 'too-few'
            : { ...estimate, coarse: false },
        weighted: over((countOf) => overall(countOf, anyHidden)),
        byGroup: strata.map((one) => ({
          groupId: one.groupId,
          estimate: over((countOf) => within(one, countOf, hidden(one.groupId))),
        })),
      },
    ]
  }
  const items = questionnaire.questions.flatMap((question): ItemEstimate[] => {
    const table = released.get(question.id)
    if (!table) return []
    return [
      {
        questionId: question.id,
        number: numberOf(questionnaire, question.id) ?? 0,
        title: question.title,
        options: table.categories.map(({ id, label }) => {
          const countOf = tallied(question.id, [id])
          const { answered, count } = sumOver(tally, countOf)
          const plain = estimateShare(count, answered)
          const coarse = tally.some(({ groupId }) => hides(question.id, groupId, [id]))
          return {
            id,
            label,
            plain: !plain ? 'nobody-answered' : answered < fewest ? 'too-few' : { ...plain, coarse: false },
            weighted: overall(countOf, coarse),
          }
        }),
      },
    ]
  })
  return { unit, strata, indices: INDEX_NAMES.flatMap(indexEstimate), items }
}

function sumOver(tally: Tally, countOf: CountOf) {
  return tally.reduce(
    (sum, { groupId }) => {
      const { answered, count } = countOf(groupId)
      return { answered: sum.answered + answered, count: sum.count + count }
    },
    { answered: 0, count: 0 },
  )
}

/**
 * The mean of several items' shares. Its interval is the mean of their intervals' ends: the standard error of a mean is at
 * most the mean of the standard errors, whatever the items have in common, so this is on the safe side (up to the bend of the
 * log-odds scale).
 */
function meanEstimate(estimates: readonly Estimated[]): Estimated {
  const none = estimates.find((estimate) => typeof estimate === 'string')
  if (none !== undefined) return none
  const numbers = estimates.filter((estimate) => typeof estimate !== 'string')
  const mean = (of: (estimate: Estimate) => number) =>
    numbers.reduce((sum, estimate) => sum + of(estimate), 0) / numbers.length
  return {
    share: mean(({ share }) => share),
    low: mean(({ low }) => low),
    high: mean(({ high }) => high),
    coarse: numbers.some(({ coarse }) => coarse),
  }
}
