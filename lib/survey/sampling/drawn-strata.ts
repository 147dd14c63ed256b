/** The strata of the next draw: the lists as they are, and how many of each the plan in force asks. */
import { fail, ok, type Result } from '../../result.ts'
import type { DrawnStratum, FrameGroup, HouseholdListFacts } from '../frame/frame.ts'
import { countedHouseholds, listDigest } from '../frame/household-list.ts'
import type { SamplingPlan } from './plan.ts'

export type StrataRefusal = 'no-sampling-plan' | 'plan-outdated' | 'plan-not-by-households'

/** Whether the plan was made for other groups, or for groups of another size. */
export function isOutdated(plan: SamplingPlan, groups: readonly FrameGroup[]): boolean {
  const same = (group: FrameGroup) =>
    plan.strata.some(
      ({ groupId, households, persons, effect }) =>
        groupId === group.id &&
        households === group.households &&
        persons === group.persons &&
        effect === group.effect,
    )
  return plan.strata.length !== groups.length || !groups.every(same)
}

/** Groups without households are left out; no more are drawn than the list has. */
export function drawnStrata(
  plan: SamplingPlan | null,
  groups: readonly FrameGroup[],
  lists: readonly HouseholdListFacts[],
): Result<DrawnStratum[], StrataRefusal> {
  if (!plan) return fail('no-sampling-plan')
  if (plan.entry.unit !== 'households') return fail('plan-not-by-households')
  if (isOutdated(plan, groups)) return fail('plan-outdated')
  const strata = groups.map(({ id, name, households }): DrawnStratum => {
    const list = lists.find(({ groupId }) => groupId === id)
    const size = list?.size ?? households
    const invited = plan.strata.find(({ groupId }) => groupId === id)?.invited ?? 0
    return {
      groupId: id,
      name,
      size,
      sample: Math.min(invited, size),
      listDigest: list?.digest ?? listDigest(countedHouseholds(households)),
    }
  })
  return ok(strata.filter(({ size }) => size > 0))
}
