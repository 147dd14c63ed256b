'use server'

import { isAPIError } from 'better-auth/api'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { ok } from '../../lib/result.ts'
import type { Saved } from '../../lib/ui/save.ts'
import { forgive, minutesToWait, recordFailure } from './attempts.ts'
import { auth } from './auth.ts'
import { issuesOf } from './issues.ts'
import { currentActor } from './session.ts'

const signInShape = z.object({
  username: z.string().trim().toLowerCase().min(1, 'required').max(32, 'too-long'),
  password: z.string().min(1, 'required').max(200, 'too-long'),
})

function allowancesFor(username: string, address: string) {
  return [
    { key: `${username} @ ${address}`, most: 5 },
    { key: `user ${username}`, most: 30 },
    { key: `from ${address}`, most: 60 },
  ]
}

/** Signs in by the form of the sign-in page, or says in words why not. */
export async function signIn(_before: Saved | null, form: FormData): Promise<Saved> {
  const parsed = signInShape.safeParse(Object.fromEntries(form))
  if (!parsed.success) return { ok: false, reason: 'invalid-input', issues: issuesOf(parsed.error) }
  const asked = await headers()
  // The last hop is the address that reached this server; earlier ones are whatever the client claims.
  const address = asked.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? 'unknown'
  const allowances = allowancesFor(parsed.data.username, address)
  const minutes = minutesToWait(allowances)
  if (minutes > 0) return { ok: false, reason: 'too-many-attempts', details: { minutes } }
  try {
    const signedIn = await (await auth()).api.signInUsername({ body: parsed.data, headers: asked })
    if (!signedIn) throw new Error('signed in without a session')
  } catch (error) {
    if (!isAPIError(error)) throw error
    recordFailure(allowances)
    // One message for a wrong name, a wrong password and a disabled account: which it was is nobody's business.
    return { ok: false, reason: 'wrong-credentials' }
  }
  forgive(allowances.slice(0, 2))
  redirect('/')
}

export async function signOut(): Promise<void> {
  await (await auth()).api.signOut({ headers: await headers() })
  redirect('/sign-in')
}

const passwordShape = z.object({
  currentPassword: z.string().min(1, 'required').max(200, 'too-long'),
  newPassword: z.string().min(12, 'password-too-short').max(200, 'too-long'),
})

/** Changes one's own password and ends one's other sessions. */
export async function changePassword(entry: unknown): Promise<Saved> {
  const actor = await currentActor()
  if (!actor) return { ok: false, reason: 'not-signed-in' }
  const parsed = passwordShape.safeParse(entry)
  if (!parsed.success) return { ok: false, reason: 'invalid-input', issues: issuesOf(parsed.error) }
  const allowances = [{ key: `password of ${actor.id}`, most: 5 }]
  const minutes = minutesToWait(allowances)
  if (minutes > 0) return { ok: false, reason: 'too-many-attempts', details: { minutes } }
  try {
    await (await auth()).api.changePassword({
      body: { ...parsed.data, revokeOtherSessions: true },
      headers: await headers(),
    })
    return ok(undefined)
  } catch (error) {
    if (!isAPIError(error)) throw error
    recordFailure(allowances)
    return { ok: false, reason: 'wrong-credentials' }
  }
}
