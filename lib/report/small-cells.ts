/**
 * Small cells stay shut: a number about so few people that it says what one of them answered is not printed.
 *
 * An answer given by fewer than five people is withheld. Withholding one group is not enough, for what one group said
 * is the total less the others; so the next smaller groups are withheld too, until at least two groups of together at
 * least five answers stand behind what can be worked out.
 */
import type { GroupOpposition } from '../survey/results.ts'

/** Fewest answers behind a printed number: the usual k of official statistics. */
export const FEWEST_ANSWERS = 5

/** Ids of the groups whose answers may not be printed. Groups without any answer have nothing to withhold. */
export function withheldGroups(groups: readonly Pick<GroupOpposition, 'groupId' | 'valid'>[]): Set<string> {
  const answered = groups.filter((group) => group.valid > 0).sort((a, b) => a.valid - b.valid)
  const withheld: typeof answered = []
  let behind = 0
  for (const group of answered) {
    const small = group.valid < FEWEST_ANSWERS
    const derivable = withheld.length > 0 && (withheld.length < 2 || behind < FEWEST_ANSWERS)
    if (!small && !derivable) break
    withheld.push(group)
    behind += group.valid
  }
  return new Set(withheld.map((group) => group.groupId))
}
