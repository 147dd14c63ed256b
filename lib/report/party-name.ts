import type { CaseFile } from '../assessment/case-file.ts'
import { isFixedParty } from '../economics/allocation.ts'
import { FIXED_PARTY } from './wording.ts'

/** What a party to costs and benefits is called: a group by its own name. */
export function partyName({ groups }: Pick<CaseFile, 'groups'>, party: string): string {
  return isFixedParty(party) ? FIXED_PARTY[party] : (groups.find(({ id }) => id === party)?.name ?? party)
}
