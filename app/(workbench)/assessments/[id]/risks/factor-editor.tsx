'use client'

import { useRouter } from 'next/navigation'
import type { ComponentProps } from 'react'
import { FactorForm } from '../../../../../lib/risk/factor-form.tsx'

/** A new factor leads back to the list once it is there; an existing one stays open, for its measures. */
export function FactorEditor(props: Omit<ComponentProps<typeof FactorForm>, 'onSaved'>) {
  const router = useRouter()
  return props.factor ? (
    <FactorForm {...props} />
  ) : (
    <FactorForm {...props} onSaved={() => router.push(props.backHref)} />
  )
}
