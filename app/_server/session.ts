import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { Actor } from '../../lib/assessment/access.ts'
import { ROLES } from '../../lib/assessment/access.ts'
import { auth } from './auth.ts'

/** Who is signed in, read once per request; null when nobody is, or when the account has been disabled. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  // The cookie jar and not the request's headers: after a password change the jar already holds the new session.
  const headers = new Headers({ cookie: (await cookies()).toString() })
  const session = await (await auth()).api.getSession({ headers })
  if (!session || session.user.disabled) return null
  const role = ROLES.find((candidate) => candidate === session.user.role)
  if (!role) throw new Error('an account has a role that does not exist')
  return { id: session.user.id, name: session.user.name, role }
})

/** The signed-in official; everybody else is sent to the sign-in page. */
export async function requireActor(): Promise<Actor> {
  return (await currentActor()) ?? redirect('/sign-in')
}
