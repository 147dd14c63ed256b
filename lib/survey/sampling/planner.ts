/**
 * The sample-size planner: from precision and floors to a number of answers for each group.
 *
 * Three demands meet: the margin of error, the floor of the rules, and that no group is asked so few that its result could
 * not be printed. The largest of the three counts unless a number is set by hand; what is set by hand may be too small, and
 * then it is said. The size for a margin is Cochran's with the design effect before the finite population correction, so
 * that a small village is asked as a whole and never more often than it has households.
 */
import { type Failure, ok, type Result } from '../../result.ts'
import type { SamplingFloor } from '../../scheme/sampling-floor.ts'
import { ceilSize, marginOfError, sampleSizeForProportion } from '../../statistics/sample-size.ts'
import type { FrameGroup } from '../frame/frame.ts'
import { type AppliedFloor, appliedFloors, floorByGroup } from './floors.ts'
import type { PlanEntry, PlannedStratum } from './plan.ts'
import { overallMargin, sizesForMargin } from './strata-sizes.ts'

export interface StratumPlan {
  readonly group: FrameGroup
  /** N in the unit of the plan. */
  readonly size: number
  readonly share: number
  /** What the margin asks for, and what the floors ask for. */
  readonly forMargin: number
  readonly forFloor: number
  readonly setByHand: boolean
  readonly answers: number
  readonly invited: number
  /** Half-width within this group alone; null when it has nobody or nobody of it is asked. */
  readonly margin: number | null
  readonly belowMargin: boolean
  readonly belowFloor: boolean
  /** Even asking everybody will, at the expected rate, bring fewer answers. */
  readonly outOfReach: boolean
}

export interface PlanOutcome {
  readonly strata: readonly StratumPlan[]
  readonly floors: readonly AppliedFloor[]
  readonly size: number
  readonly answers: number
  readonly invited: number
  /** Half-width over all groups; null where one of them is asked nobody. */
  readonly margin: number | null
}

export interface PlanRules {
  readonly samplingFloors: readonly SamplingFloor[]
  /** k of the scheme: fewer answers than that are not printed. */
  readonly fewest: number
}

/** Fails with `nobody-to-ask` when no group has households or persons. */
export function planSample(
  entry: PlanEntry,
  groups: readonly FrameGroup[],
  rules: PlanRules,
): Result<PlanOutcome, 'nobody-to-ask'> {
  const { unit, designEffect } = entry
  const precision = { confidence: Number(entry.confidence), designEffect }
  const asked = groups.map((group) => {
    const own = entry.groups.find(({ groupId }) => groupId === group.id)
    return {
      group,
      size: group[unit],
      share: (own?.sharePercent ?? entry.sharePercent) / 100,
      answers: own?.answers ?? null,
    }
  })
  const present = asked.filter(({ size }) => size > 0)
  const sizes = forMargin(entry, present, rules.fewest)
  if (!sizes.ok) return sizes
  const floors = appliedFloors(rules.samplingFloors, entry.matters, groups)
  const least = floorByGroup(floors, groups, unit)
  const strata = asked.map(({ group, size, share, answers: byHand }): StratumPlan => {
    const needed = sizes.value.get(group.id) ?? 0
    const forFloor = least.get(group.id) ?? 0
    const answers = Math.min(size, byHand ?? Math.max(needed, forFloor, Math.min(rules.fewest, size)))
    const wanted = ceilSize(answers / (entry.responsePercent / 100))
    return {
      group,
      size,
      share,
      forMargin: needed,
      forFloor,
      setByHand: byHand !== null,
      answers,
      invited: Math.min(size, wanted),
      margin: stratumMargin(answers, size, share, precision),
      belowMargin: answers < needed,
      belowFloor: answers < forFloor,
      outOfReach: wanted > size,
    }
  })
  const sum = (of: (stratum: StratumPlan) => number) => strata.reduce((total, row) => total + of(row), 0)
  const counted = strata.filter(({ size }) => size > 0)
  return ok({
    strata,
    floors,
    size: sum(({ size }) => size),
    answers: sum(({ answers }) => answers),
    invited: sum(({ invited }) => invited),
    margin: overallMargin(
      counted,
      counted.map(({ answers }) => answers),
      precision,
    ),
  })
}

interface Asked {
  readonly group: FrameGroup
  readonly size: number
  readonly share: number
}

function forMargin(
  entry: PlanEntry,
  present: readonly Asked[],
  fewest: number,
): Result<ReadonlyMap<string, number>, 'nobody-to-ask'> {
  const margin = entry.marginPercent / 100
  const precision = { confidence: Number(entry.confidence), designEffect: entry.designEffect }
  const overall = sizesForMargin(margin, present, entry.allocation, precision, fewest)
  if (!overall.ok) return overall
  const sizes = present.map(({ group, size, share }, h) => {
    if (entry.aim === 'overall') return [group.id, overall.value[h] ?? 0] as const
    const alone = must(
      sampleSizeForProportion({
        certainty: { confidence: precision.confidence },
        share,
        margin,
        population: size,
        designEffect: entry.designEffect,
      }),
    )
    return [group.id, ceilSize(alone.designBeforeCorrection)] as const
  })
  return ok(new Map(sizes))
}

/** √deff times the half-width of a simple random sample, the inverse of the size with the design effect first. */
export function stratumMargin(
  n: number,
  population: number,
  share: number,
  { confidence, designEffect }: { readonly confidence: number; readonly designEffect: number },
): number | null {
  if (n < 1 || population < 1) return null
  return Math.sqrt(designEffect) * must(marginOfError({ certainty: { confidence }, share, n, population }))
}

/** The shape of the entry keeps every number in the range that the formulas take. */
function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error((result as Failure).reason)
  return result.value
}

/** What the plan fixes for each group. */
export function plannedStrata({ strata }: PlanOutcome): PlannedStratum[] {
  return strata.map(({ group, answers, invited }) => ({
    groupId: group.id,
    name: group.name,
    effect: group.effect,
    households: group.households,
    persons: group.persons,
    answers,
    invited,
  }))
}
