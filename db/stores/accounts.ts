import { and, asc, eq, ne } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import type { Administrator, Role } from '../../lib/assessment/access.ts'
import { digestValue } from '../../lib/integrity/digest.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { isUniqueViolation, type Reader, type Writer } from '../database.ts'
import { accounts, sessions, users } from '../schema/accounts.ts'
import type { EventAbout } from './audit.ts'

export interface AccountSummary {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly disabled: boolean
}

export interface NewAccount {
  readonly username: string
  readonly name: string
  readonly role: Role
  /** Already hashed: the store never sees a password. */
  readonly passwordHash: string
}

export async function countAccounts(door: Reader): Promise<number> {
  return door.$count(users)
}

/** The names of everybody who has an account, by id: for the record of who did what. */
export async function namesOf(door: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await door.select({ id: users.id, name: users.name }).from(users)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export async function listAccounts(door: Reader, _administrator: Administrator): Promise<AccountSummary[]> {
  return door
    .select({
      id: users.id,
      username: users.username,
      name: users.name,
      role: users.role,
      disabled: users.disabled,
    })
    .from(users)
    .orderBy(asc(users.username))
}

/** An account as the chain of events holds it: who, in which role, able to sign in or not. */
export async function accountSeal(door: Reader, userId: string): Promise<EventAbout> {
  const [account] = await door
    .select({
      id: users.id,
      username: users.username,
      name: users.name,
      role: users.role,
      disabled: users.disabled,
    })
    .from(users)
    .where(eq(users.id, userId))
  return { subject: userId, detail: account ? digestValue(account) : null }
}

async function insertAccount(tx: Writer, account: NewAccount): Promise<string> {
  const id = nanoid()
  await tx.insert(users).values({
    id,
    name: account.name,
    username: account.username,
    displayUsername: account.username,
    email: `${account.username}@localhost`,
    emailVerified: false,
    role: account.role,
    disabled: false,
  })
  await tx
    .insert(accounts)
    .values({ userId: id, accountId: id, providerId: 'credential', password: account.passwordHash })
  return id
}

/** The first account of an empty database; throws when there is one already. */
export async function createFirstAdministrator(
  tx: Writer,
  account: Omit<NewAccount, 'role'>,
): Promise<string> {
  if ((await tx.$count(users)) > 0) throw new Error('the database already has accounts')
  return insertAccount(tx, { ...account, role: 'administrator' })
}

export async function createAccount(
  tx: Writer,
  _administrator: Administrator,
  account: NewAccount,
): Promise<Result<string, 'username-taken'>> {
  const [taken] = await tx.select({ id: users.id }).from(users).where(eq(users.username, account.username))
  if (taken) return fail('username-taken')
  try {
    return ok(await insertAccount(tx, account))
  } catch (error) {
    if (isUniqueViolation(error)) return fail('username-taken')
    throw error
  }
}

/** True when another administrator who can sign in would remain without this account. */
async function anotherAdministrator(tx: Writer, userId: string): Promise<boolean> {
  const others = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, 'administrator'), eq(users.disabled, false), ne(users.id, userId)))
  return others.length > 0
}

export async function setRole(
  tx: Writer,
  _administrator: Administrator,
  { userId, role }: { userId: string; role: Role },
): Promise<Result<void, 'not-found' | 'last-administrator'>> {
  if (role !== 'administrator' && !(await anotherAdministrator(tx, userId))) return fail('last-administrator')
  const [changed] = await tx
    .update(users)
    .set({ role, updatedAt: new Date() })
    .where(eq(users.id, userId))
    .returning({ id: users.id })
  return changed ? ok(undefined) : fail('not-found')
}

/** Disabling ends every session of the account at once. */
export async function setDisabled(
  tx: Writer,
  _administrator: Administrator,
  { userId, disabled }: { userId: string; disabled: boolean },
): Promise<Result<void, 'not-found' | 'last-administrator'>> {
  if (disabled && !(await anotherAdministrator(tx, userId))) return fail('last-administrator')
  const [changed] = await tx
    .update(users)
    .set({ disabled, updatedAt: new Date() })
    .where(eq(users.id, userId))
    .returning({ id: users.id })
  if (!changed) return fail('not-found')
  if (disabled) await tx.delete(sessions).where(eq(sessions.userId, userId))
  return ok(undefined)
}

/** Sets a new password and ends every session of the account. */
export async function resetPassword(
  tx: Writer,
  _administrator: Administrator,
  { userId, passwordHash }: { userId: string; passwordHash: string },
): Promise<Result<void, 'not-found'>> {
  const [changed] = await tx
    .update(accounts)
    .set({ password: passwordHash, updatedAt: new Date() })
    .where(and(eq(accounts.userId, userId), eq(accounts.providerId, 'credential')))
    .returning({ id: accounts.id })
  if (!changed) return fail('not-found')
  await tx.delete(sessions).where(eq(sessions.userId, userId))
  return ok(undefined)
}
