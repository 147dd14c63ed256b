'use client'

import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { AppLink } from './app-link.tsx'

/** A way to another page, beside the title of this one. */
export function PageLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <Button component={AppLink} href={href} variant="default">
      {children}
    </Button>
  )
}
