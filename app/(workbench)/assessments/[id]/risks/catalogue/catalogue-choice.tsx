'use client'

import { useRouter } from 'next/navigation'
import type { ComponentProps } from 'react'
import { CataloguePicker } from '../../../../../../lib/risk/catalogue-picker.tsx'

interface CatalogueChoiceProps extends Omit<ComponentProps<typeof CataloguePicker>, 'onSaved'> {
  readonly backHref: string
}

/** The picker, leading back to the list once the factors are there. */
export function CatalogueChoice({ backHref, ...props }: CatalogueChoiceProps) {
  const router = useRouter()
  return <CataloguePicker {...props} onSaved={() => router.push(backHref)} />
}
