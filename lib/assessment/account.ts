/**
 * Accounts of the officials who use the workbench.
 *
 * The administrator makes an account, gives it one of the roles and hands its first password over in person. Disabling an
 * account keeps the name under everything its owner entered; accounts are never deleted, because a finding without its
 * author cannot be answered for.
 */
import { z } from 'zod'
import type { Saved } from '../ui/save.ts'
import { ROLES, type Role } from './access.ts'

export const newAccountShape = z.object({
  /** Lower case only: names that differ by case alone are read out wrongly over the telephone. */
  username: z
    .string()
    .trim()
    .regex(/^[a-z0-9][a-z0-9._-]{2,31}$/, 'bad-username'),
  name: z.string().trim().min(1, 'required').max(40, 'too-long'),
  role: z.enum(ROLES),
})
export type NewAccountEntry = z.infer<typeof newAccountShape>

export const roleChangeShape = z.object({ userId: z.string().min(1).max(64), role: z.enum(ROLES) })
export type RoleChange = z.infer<typeof roleChangeShape>

export const disablingShape = z.object({ userId: z.string().min(1).max(64), disabled: z.boolean() })
export type Disabling = z.infer<typeof disablingShape>

export const passwordResetShape = z.object({ userId: z.string().min(1).max(64) })
export type PasswordReset = z.infer<typeof passwordResetShape>

export interface ListedAccount {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly disabled: boolean
}

/** The answer that carries a new password: the only time it can be read. */
export type PasswordIssued =
  | { readonly ok: true; readonly password: string }
  | Extract<Saved, { readonly ok: false }>
