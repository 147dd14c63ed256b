/** The scheme's 抽样下限 applied to the groups of an assessment. */
import { fewestAnswers, type SamplingFloor, type SamplingMatter } from '../../scheme/sampling-floor.ts'
import { allocateCapped, roundToTotal } from '../../statistics/sample-allocation.ts'
import type { FrameGroup } from '../frame/frame.ts'

export interface AppliedFloor {
  readonly floor: SamplingFloor
  /** Households or persons of the groups it is about, in its own unit. */
  readonly frame: number
  readonly needed: number
  /** Groups it is about, in the order of the frame. */
  readonly groupIds: readonly string[]
}

/** Floors of the chosen kinds of matter that have a group to be about. */
export function appliedFloors(
  floors: readonly SamplingFloor[],
  matters: readonly SamplingMatter[],
  groups: readonly FrameGroup[],
): AppliedFloor[] {
  return floors
    .filter(({ matter }) => matters.includes(matter))
    .flatMap((floor) => {
      const about = groups.filter((group) => group.effect === floor.effect && group[floor.unit] > 0)
      const frame = about.reduce((sum, group) => sum + group[floor.unit], 0)
      const needed = fewestAnswers(floor, frame)
      if (about.length === 0 || !needed.ok) return []
      return [{ floor, frame, needed: needed.value, groupIds: about.map(({ id }) => id) }]
    })
}

/** The least of each group that the floors ask for, shared by size within the groups a floor is about. */
export function floorByGroup(
  applied: readonly AppliedFloor[],
  groups: readonly FrameGroup[],
  unit: 'households' | 'persons',
): ReadonlyMap<string, number> {
  const least = new Map<string, number>()
  for (const { needed, groupIds } of applied) {
    const about = groups.filter((group) => groupIds.includes(group.id) && group[unit] > 0)
    const members = about.reduce((sum, group) => sum + group[unit], 0)
    if (needed === 0 || members === 0) continue
    const strata = about.map((group) => ({ size: group[unit], sd: 0 }))
    const quotas = allocateCapped(Math.min(needed, members), strata, 'proportional')
    if (!quotas.ok) throw new Error(`strata of a floor can be allocated: ${quotas.reason}`)
    roundToTotal(quotas.value).forEach((n, h) => {
      const id = about[h]?.id ?? ''
      least.set(id, Math.max(least.get(id) ?? 0, n))
    })
  }
  return least
}

/** What is planned for, or came in from, the groups of a floor. */
export function reached({ groupIds }: AppliedFloor, answersOf: (groupId: string) => number): number {
  return groupIds.reduce((sum, id) => sum + answersOf(id), 0)
}
