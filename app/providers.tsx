'use client'

import Link from 'next/link'
import type { ComponentProps } from 'react'
import { Providers } from '../lib/ui/providers.tsx'

/**
 * Next's link without looking ahead. Every page belongs to one moment of one case and is made when it is asked for, so what Next
 * fetches ahead of a click is 400 bytes of names; and it fetches them again for each link in sight after each saved form: 16
 * requests of 14 ms of the server's time, measured, and as much again in the browser.
 */
function LinkOnClick(props: ComponentProps<typeof Link>) {
  return <Link prefetch={false} {...props} />
}

/** The faces' providers with the app's link. */
export function WorkbenchProviders(props: Omit<ComponentProps<typeof Providers>, 'link'>) {
  return <Providers link={LinkOnClick} {...props} />
}
