'use client'

import Link from 'next/link'
import type { ComponentProps } from 'react'
import { Providers } from '../lib/ui/providers.tsx'

/** The faces' providers with Next's link. */
export function WorkbenchProviders(props: Omit<ComponentProps<typeof Providers>, 'link'>) {
  return <Providers link={Link} {...props} />
}
