/**
 * The surroundings of the process, parsed once and refused with a clear message when they make no sense.
 */
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const port = z.coerce.number().int().min(1).max(65_535)

const shape = z.object({
  PORT: port.default(3000),
  PUBLIC_PORT: port.default(3001),
  /** Where officials reach the workbench, e.g. https://wenping.example.gov.cn; decides whether cookies are secure. */
  WORKBENCH_URL: z.url().optional(),
  /** Where residents reach the intake; printed into links and QR codes. */
  PUBLIC_URL: z.url().optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  /** Signs session cookies. Set it when several servers share one database. */
  AUTH_SECRET: z.string().min(32).optional(),
})

function read() {
  const parsed = shape.safeParse(process.env)
  if (!parsed.success) throw new Error(`environment: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}

const values = read()

export const env = {
  workbenchUrl: values.WORKBENCH_URL ?? `http://localhost:${values.PORT}`,
  publicUrl: (values.PUBLIC_URL ?? `http://localhost:${values.PUBLIC_PORT}`).replace(/\/$/, ''),
  intakeUrl: `http://127.0.0.1:${values.PUBLIC_PORT}`,
}

/**
 * The secret of the session cookies: AUTH_SECRET, or 256 random bits kept in DATA_DIR for the owner's eyes only. There
 * is no default: a secret that is known to everybody who has the source is none.
 */
export function authSecret(): string {
  if (values.AUTH_SECRET) return values.AUTH_SECRET
  const file = join(/* turbopackIgnore: true */ values.DATA_DIR, 'auth-secret')
  mkdirSync(/* turbopackIgnore: true */ values.DATA_DIR, { recursive: true })
  try {
    // `wx` fails when the file exists, so two processes that start together agree on one secret.
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8')
}
