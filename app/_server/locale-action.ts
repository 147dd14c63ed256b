'use server'

import { cookies } from 'next/headers'
import { localeOf } from '../../lib/messages/messages.ts'
import { LOCALE_COOKIE } from './locale.ts'

/** Remembers the language for a year; it is a preference, not an identity, so it needs no consent. */
export async function setLocale(asked: string): Promise<void> {
  const jar = await cookies()
  jar.set(LOCALE_COOKIE, localeOf(asked), { maxAge: 60 * 60 * 24 * 365, sameSite: 'lax', httpOnly: true })
}
