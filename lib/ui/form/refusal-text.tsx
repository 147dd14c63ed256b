import { useTranslations } from 'use-intl'
import type { Saved } from '../save.ts'

export type Refusal = Extract<Saved, { readonly ok: false }>

/** Says in words why something was not done. */
export function useRefusalText(): (refusal: Refusal) => string {
  const t = useTranslations('refusals')
  return ({ reason, details }) => t(reason, { minutes: 15, ...details })
}
