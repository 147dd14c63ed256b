import type { ReactNode } from 'react'
import { may } from '../../lib/assessment/access.ts'
import { loadInbox } from '../_server/load-inbox.ts'
import { setLocale } from '../_server/locale-action.ts'
import { requireActor } from '../_server/session.ts'
import { signOut } from '../_server/sign-in.ts'
import { ShellAtPath } from './shell-at-path.tsx'

export default async function WorkbenchLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor()
  return (
    <ShellAtPath
      userName={actor.name}
      role={actor.role}
      mayAdminister={may(actor, 'administer')}
      waiting={(await loadInbox()).length}
      signOut={signOut}
      setLocale={setLocale}
    >
      {children}
    </ShellAtPath>
  )
}
