'use client'

import { useRouter } from 'next/navigation'
import type { ComponentProps } from 'react'
import { CataloguePicker } from '../../../../../../lib/risk/catalogue-picker.tsx'

/** The picker, leading back to the list once the factors are there. */
export function CatalogueChoice(props: Omit<ComponentProps<typeof CataloguePicker>, 'onSaved'>) {
  const router = useRouter()
  return <CataloguePicker {...props} onSaved={() => router.push(props.backHref)} />
}
