'use server'

import { hashPassword } from 'better-auth/crypto'
import type { Reader } from '../../../db/database.ts'
import { randomPassword } from '../../../db/random-password.ts'
import {
  accountSeal,
  createAccount,
  resetPassword,
  setDisabled,
  setRole,
} from '../../../db/stores/accounts.ts'
import { proveAdministrator } from '../../../lib/assessment/access.ts'
import {
  disablingShape,
  newAccountShape,
  type PasswordIssued,
  passwordResetShape,
  roleChangeShape,
} from '../../../lib/assessment/account.ts'
import type { Saved } from '../../../lib/ui/save.ts'
import { administer } from '../../_server/action.ts'
import { requireActor } from '../../_server/session.ts'

/**
 * Makes a password and hands its hash to `store`. Hashing is slow on purpose, so only an administrator gets that far, and
 * it is done before the unit of work begins.
 */
async function issuing(store: (passwordHash: string) => Promise<Saved>): Promise<PasswordIssued> {
  const administrator = proveAdministrator(await requireActor())
  if (!administrator.ok) return administrator
  const password = randomPassword()
  const saved = await store(await hashPassword(password))
  return saved.ok ? { ok: true, password } : saved
}

const sealOfNamed = (tx: Reader, _: unknown, { userId }: { userId: string }) => accountSeal(tx, userId)

export async function createAccountEntry(entry: unknown): Promise<PasswordIssued> {
  return issuing((passwordHash) =>
    administer(
      'account-created',
      newAccountShape,
      entry,
      (tx, administrator, account) => createAccount(tx, administrator, { ...account, passwordHash }),
      accountSeal,
    ),
  )
}

export async function resetPasswordEntry(entry: unknown): Promise<PasswordIssued> {
  return issuing((passwordHash) =>
    administer(
      'password-reset',
      passwordResetShape,
      entry,
      (tx, administrator, { userId }) => resetPassword(tx, administrator, { userId, passwordHash }),
      sealOfNamed,
    ),
  )
}

export async function setRoleEntry(entry: unknown): Promise<Saved> {
  return administer('role-changed', roleChangeShape, entry, setRole, sealOfNamed)
}

export async function setDisabledEntry(entry: unknown): Promise<Saved> {
  return administer('account-disabled-or-enabled', disablingShape, entry, setDisabled, sealOfNamed)
}
