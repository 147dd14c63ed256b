/**
 * Small cells stay shut: a number about so few people that it says what one of them answered is not printed.
 *
 * What fewer than k people answered (five, unless the scheme says otherwise) is withheld. Withholding one group is not
 * enough, for what one group said is the total less the others; so the next smaller groups are withheld too, until at
 * least two groups of together at least k answers stand behind what can be worked out.
 */
/** How many answers, opinions or persons of a group stand behind the numbers about it. */
export interface CountedGroup {
  readonly groupId: string
  readonly valid: number
}

/** Ids of the groups whose answers may not be printed. Groups without any answer have nothing to withhold. */
export function withheldGroups(groups: readonly CountedGroup[], fewest: number): Set<string> {
  const answered = groups.filter((group) => group.valid > 0).sort((a, b) => a.valid - b.valid)
  const withheld: typeof answered = []
  let behind = 0
  for (const group of answered) {
    const small = group.valid < fewest
    const derivable = withheld.length > 0 && (withheld.length < 2 || behind < fewest)
    if (!small && !derivable) break
    withheld.push(group)
    behind += group.valid
  }
  return new Set(withheld.map((group) => group.groupId))
}
