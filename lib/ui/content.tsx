import type { ReactNode } from 'react'

/** Where the skip link leads: what this page is about, without the frame around it. */
export function Content({ children }: { children: ReactNode }) {
  return (
    <main id="content" tabIndex={-1}>
      {children}
    </main>
  )
}
