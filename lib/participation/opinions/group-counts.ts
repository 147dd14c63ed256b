import { hiddenParts } from '../../statistics/cell-suppression.ts'
import type { OpinionTheme } from './opinion.ts'

export interface GroupCount {
  /** Null for voices of no known group. */
  readonly groupId: string | null
  /** Null where it is hidden: of one to k − 1 voices, or needed to hide such a count. */
  readonly opinions: number | null
}

/**
 * Opinions of a theme by stakeholder group, as far as they may be shown: the total of the theme is public, how many came
 * from each group together is not. Groups nobody of which spoke are left out; empty where fewer than two parts remain, for
 * then the total says it already.
 * @param fewest k of the scheme.
 */
export function opinionsByGroup(
  theme: Pick<OpinionTheme, 'counts'>,
  groupIds: readonly string[],
  fewest: number,
): GroupCount[] {
  const parts = [...groupIds, null]
    .map((groupId) => ({
      groupId,
      opinions: theme.counts.reduce(
        (sum, count) =>
          sum +
          (count.groupId === groupId || (groupId === null && isUnknown(count.groupId, groupIds))
            ? count.n
            : 0),
        0,
      ),
    }))
    .filter(({ opinions }) => opinions > 0)
  if (parts.length < 2) return []
  const hidden = hiddenParts(
    parts.map(({ opinions }) => opinions),
    fewest,
  )
  return parts.map((part, i) => (hidden[i] ? { ...part, opinions: null } : part))
}

/** A group that was deleted after its members spoke. */
const isUnknown = (groupId: string | null, groupIds: readonly string[]) =>
  groupId !== null && !groupIds.includes(groupId)
