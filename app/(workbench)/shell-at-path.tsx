'use client'

import { usePathname } from 'next/navigation'
import { Shell, type ShellProps } from '../../lib/ui/shell.tsx'

export function ShellAtPath(props: Omit<ShellProps, 'currentPath'>) {
  return <Shell currentPath={usePathname()} {...props} />
}
