/**
 * Sign-in of officials by username and password.
 *
 * better-auth keeps accounts and sessions; its HTTP endpoints are not mounted, so the sign-in form's server action is
 * the only way in. Its storage goes through the two doors of the database like everything else: its own connection would
 * wait for the SQLite writer on the thread that the writer needs.
 */
import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { nextCookies } from 'better-auth/next-js'
import { username } from 'better-auth/plugins/username'
import { eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { engine } from '../../db/engine.ts'
import { accounts, sessions, users, verifications } from '../../db/schema/accounts.ts'
import { database } from './database.ts'
import { authSecret, env } from './env.ts'

const config = {
  provider: engine === 'postgres' ? 'pg' : 'sqlite',
  schema: { user: users, session: sessions, account: accounts, verification: verifications },
} as const

type Adapter = ReturnType<ReturnType<typeof drizzleAdapter>>
type Options = Parameters<ReturnType<typeof drizzleAdapter>>[0]

const READING = ['findOne', 'findMany', 'count'] as const satisfies readonly (keyof Adapter)[]

/** better-auth's drizzle adapter with reads through the read door and every other method as one unit of work. */
function throughTheDoors(doors: Database) {
  return (options: Options): Adapter => {
    const reading = drizzleAdapter(doors.read, config)(options)
    return new Proxy(reading, {
      get(target, name, receiver) {
        const member: unknown = Reflect.get(target, name, receiver)
        if (typeof member !== 'function' || (READING as readonly string[]).includes(String(name)))
          return member
        if (name === 'transaction') return (work: (adapter: Adapter) => unknown) => work(receiver)
        return (...args: unknown[]) =>
          doors.write('accounts', async (tx) => {
            const writing = drizzleAdapter(tx, config)(options)
            return (Reflect.get(writing, name) as (...args: unknown[]) => unknown).apply(writing, args)
          })
      },
    })
  }
}

const DAY = 60 * 60 * 24

function build(doors: Database) {
  return betterAuth({
    appName: 'wenping',
    baseURL: env.workbenchUrl,
    secret: authSecret(),
    database: throughTheDoors(doors),
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      // Accounts are made by the administrator.
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
    },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        disabled: { type: 'boolean', required: true, input: false },
      },
    },
    // A working day: an official who signs in each morning is not thrown out in a meeting.
    session: { expiresIn: DAY / 2, updateAge: DAY / 24, cookieCache: { enabled: false } },
    // No address or browser of an official is kept with a session.
    advanced: { cookiePrefix: 'wenping', ipAddress: { disableIpTracking: true } },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const [user] = await doors.read
              .select({ disabled: users.disabled })
              .from(users)
              .where(eq(users.id, session.userId))
            if (!user || user.disabled) return false
            return { data: { ...session, userAgent: null, ipAddress: null } }
          },
        },
      },
    },
    logger: { level: 'error' },
    plugins: [username({ minUsernameLength: 3, maxUsernameLength: 32 }), nextCookies()],
  })
}

const kept = globalThis as typeof globalThis & { wenpingAuth?: Promise<ReturnType<typeof build>> }

export function auth() {
  kept.wenpingAuth ??= database().then(build)
  return kept.wenpingAuth
}
