/** What an imported list would change, group by group. */
import type { FrameGroup, HouseholdListFacts } from './frame.ts'
import { type ListedHousehold, listsByGroup } from './household-list.ts'
import { inListOrder } from './list-order.ts'

export interface ListChange {
  readonly groupId: string
  readonly name: string
  /** Households registered for the group. */
  readonly registered: number
  /** Households on the list in force; null where there is none. */
  readonly before: number | null
  readonly after: number
  readonly first: string
  readonly last: string
}

export function listChanges(
  households: readonly ListedHousehold[],
  groups: readonly FrameGroup[],
  lists: readonly HouseholdListFacts[],
): ListChange[] {
  const byGroup = listsByGroup(households)
  return groups.flatMap(({ id, name, households: registered }) => {
    const numbers = byGroup.get(id)
    if (!numbers) return []
    const sorted = [...numbers].sort(inListOrder)
    return {
      groupId: id,
      name,
      registered,
      before: lists.find(({ groupId }) => groupId === id)?.size ?? null,
      after: sorted.length,
      first: sorted[0] ?? '',
      last: sorted.at(-1) ?? '',
    }
  })
}
