/** Accounts of officials. The shapes of these four tables are better-auth's. */
import type { Role } from '../../lib/assessment/access.ts'
import { boolean, index, instant, table, text, uniqueIndex } from '../columns.ts'
import { createdAt, id } from './key-columns.ts'

export const users = table(
  'users',
  {
    id: id(),
    name: text().notNull(),
    /** better-auth wants an address; accounts here have none, so it is <username>@localhost and never written to. */
    email: text().notNull(),
    emailVerified: boolean().notNull(),
    image: text(),
    username: text().notNull(),
    displayUsername: text(),
    role: text().$type<Role>().notNull(),
    disabled: boolean().notNull(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [uniqueIndex('users_email_unique').on(t.email), uniqueIndex('users_username_unique').on(t.username)],
)

export const sessions = table(
  'sessions',
  {
    id: id(),
    token: text().notNull(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expiresAt: instant().notNull(),
    ipAddress: text(),
    userAgent: text(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [uniqueIndex('sessions_token_unique').on(t.token), index('sessions_user_idx').on(t.userId)],
)

export const accounts = table(
  'accounts',
  {
    id: id(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: instant(),
    refreshTokenExpiresAt: instant(),
    scope: text(),
    /** The password's scrypt hash. */
    password: text(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [index('accounts_user_idx').on(t.userId)],
)

export const verifications = table('verifications', {
  id: id(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: instant().notNull(),
  createdAt: createdAt(),
  updatedAt: createdAt(),
})
