/**
 * 加权估计: what the whole frame thinks, not only those who answered.
 *
 * The group nearest to the works is often asked most; among the answers it then weighs more than among the people. The
 * weighted estimate gives each group the weight of its households (or persons, as the sampling plan counts) and corrects for
 * the share of the group that answered. It repairs unequal sampling and nothing else: who did not answer stays unheard,
 * therefore the plain figure stands beside it. Where a floor of the scheme is not met there is no number: 样本不足.
 *
 * A figure weighted otherwise than the total is one more equation for whoever wants to work out a hidden count. So wherever
 * counts of groups are hidden it is rounded to a tenth of a per cent, else to a whole per cent, and printed only if for each of
 * them there is another hidden one such that moving 2·(k − 1) people between the two changes it by no more than that unit.
 * Whether that holds follows from sizes of groups and numbers of answers alone, so that printing it tells nothing either;
 * the width of its interval is computed as if the hidden groups were all of one opinion mix, which anybody could do.
 */
import type { SamplingFloor } from '../scheme/sampling-floor.ts'
import { type StratumCount, stratifiedShare } from '../statistics/survey-design/stratified-counts.ts'
import type { FrameGroup } from './frame/frame.ts'
import { INDEX_NAMES, type IndexName, numberOf, type Questionnaire } from './questionnaire.ts'
import { indexResult } from './results.ts'
import { appliedFloors, floorByGroup, reached } from './sampling/floors.ts'
import type { SamplingPlan } from './sampling/plan.ts'
import { estimateShare } from './shares.ts'
import { releasedSurvey } from './suppression/released.ts'
import { pooled, type Tally } from './tally.ts'

export interface Estimate {
  readonly share: number
  readonly low: number
  readonly high: number
  /** True: rounded to whole per cent, because counts of groups are hidden. */
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
  // Of one answer nothing is known but itself, unless there is nobody else.
  const unheard = inFrame.length === 0 || inFrame.some((one) => one.responses < Math.min(2, one.members))
  const stratum = ({ members, responses, beyondFrame }: StratumFacts, counted: ReturnType<CountOf>) =>
    ({ population: members, endless: beyondFrame, rows: responses, ...counted }) satisfies StratumCount

  const overall = (countOf: CountOf, hidden: ReadonlySet<string>): Estimated => {
    if (inFrame.reduce((sum, { groupId }) => sum + countOf(groupId).answered, 0) < fewest) return 'too-few'
    if (short) return 'floor-not-met'
    if (unheard) return 'group-unheard'
    const counts = inFrame.map((one) => stratum(one, countOf(one.groupId)))
    const shut = inFrame.flatMap(({ groupId }, h) => (hidden.has(groupId) ? [h] : []))
    return discreetShare(counts, shut, fewest)
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
  const released = releasedSurvey(questionnaire, tally, fewest)
  const tableOf = (questionId: string) => released.get(questionId)?.[0]
  /** Groups for which a count of these options is hidden. */
  const hiddenGroups = (questionId: string, optionIds: readonly string[]): ReadonlySet<string> => {
    const { categories = [], rows = [] } = tableOf(questionId) ?? {}
    const columns = categories.flatMap(({ id }, j) => (optionIds.includes(id) ? [j] : []))
    return new Set(
      rows.flatMap(({ groupId, counts }) =>
        groupId !== null && columns.some((j) => counts[j] === null) ? [groupId] : [],
      ),
    )
  }

  const indexEstimate = (index: IndexName): IndexEstimate[] => {
    const item = questionnaire.indices[index]
    if (!item) return []
    const { estimate } = indexResult(index, questionnaire, pooled(tally).questions)
    const hiddenOf = (questionId: string) =>
      index === 'opposition'
        ? (tableOf(questionId)?.opposedHidden ?? new Set<string>())
        : hiddenGroups(questionId, item.optionIds)
    const over = (estimateOf: (countOf: CountOf, hidden: ReadonlySet<string>) => Estimated) =>
      meanEstimate(item.questionIds.map((id) => estimateOf(tallied(id, item.optionIds), hiddenOf(id))))
    return [
      {
        index,
        n: estimate?.n ?? 0,
        plain: !estimate
          ? 'nobody-answered'
          : estimate.n < fewest
            ? 'too-few'
            : { ...estimate, coarse: false },
        weighted: over(overall),
        byGroup: strata.map((one) => ({
          groupId: one.groupId,
          estimate: over((countOf, hidden) => within(one, countOf, hidden.has(one.groupId))),
        })),
      },
    ]
  }
  const items = questionnaire.questions.flatMap((question): ItemEstimate[] => {
    const table = tableOf(question.id)
    if (!table || (question.type !== 'single' && question.type !== 'scale')) return []
    return [
      {
        questionId: question.id,
        number: numberOf(questionnaire, question.id) ?? 0,
        title: question.title,
        options: table.categories.map(({ id, label }, j) => {
          // What is hidden for all groups together is hidden however it is weighted.
          if (table.all.counts[j] === null) return { id, label, plain: 'hidden', weighted: 'hidden' }
          const countOf = tallied(question.id, [id])
          const { answered, count } = sumOver(tally, countOf)
          const plain = estimateShare(count, answered)
          return {
            id,
            label,
            plain: !plain ? 'nobody-answered' : answered < fewest ? 'too-few' : { ...plain, coarse: false },
            weighted: overall(countOf, hiddenGroups(question.id, [id])),
          }
        }),
      },
    ]
  })
  return { unit, strata, indices: INDEX_NAMES.flatMap(indexEstimate), items }
}

/** A tenth of a per cent, a whole per cent. */
const UNITS = [0.001, 0.01] as const

/**
 * The stratified share as it may be printed: exact where nothing is hidden, else rounded, else not at all.
 * @param shut places of the strata whose counts are hidden; the total of all strata is taken as known.
 */
function discreetShare(counts: readonly StratumCount[], shut: readonly number[], fewest: number): Estimated {
  const exact = stratifiedShare(counts)
  if (!exact.ok) return 'nobody-answered'
  if (shut.length === 0) return { share: exact.value.share, ...exact.value.interval, coarse: false }
  const members = counts.reduce(
    (sum, { population, rows, answered }) => sum + (population * answered) / rows,
    0,
  )
  /** What one answer of a stratum adds to the share. */
  const weight = (h: number) => counts[h]!.population / counts[h]!.rows / members
  const moved = (h: number) =>
    Math.min(...shut.flatMap((other) => (other === h ? [] : [Math.abs(weight(other) - weight(h))])))
  const most = 2 * (fewest - 1) * Math.max(...shut.map(moved))
  const unit = UNITS.find((candidate) => most <= candidate)
  if (unit === undefined) return 'hidden'
  const alike = stratifiedShare(withOneMix(counts, shut))
  if (!alike.ok) return 'nobody-answered'
  const rounded = (value: number) => Math.min(1, Math.max(0, Math.round(value / unit) * unit))
  const share = rounded(exact.value.share)
  const { share: centre, interval } = alike.value
  return {
    share,
    low: rounded(share - (centre - interval.low)),
    high: rounded(share + (interval.high - centre)),
    coarse: unit === 0.01,
  }
}

/** The hidden strata with the share that they have together, which follows from the total and the others. */
function withOneMix(counts: readonly StratumCount[], shut: readonly number[]): StratumCount[] {
  const sum = (of: 'count' | 'answered') => shut.reduce((total, h) => total + counts[h]![of], 0)
  const share = sum('answered') === 0 ? 0 : sum('count') / sum('answered')
  return counts.map((stratum, h) =>
    shut.includes(h) ? { ...stratum, count: share * stratum.answered } : stratum,
  )
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
