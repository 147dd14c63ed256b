import { useTranslations } from 'use-intl'
import { isFixedParty } from './allocation.ts'
import type { SharingGroup } from './distribution.ts'

/** A stakeholder group with what it is called. */
export interface NamedGroup extends SharingGroup {
  readonly name: string
}

/** What a party is called: a group by its own name, the others by the word of the field. */
export function usePartyNames(groups: readonly NamedGroup[]): (party: string) => string {
  const t = useTranslations('economics.parties')
  return (party) => (isFixedParty(party) ? t(party) : (groups.find(({ id }) => id === party)?.name ?? party))
}
