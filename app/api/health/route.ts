import { sql } from 'drizzle-orm'
import { users } from '../../../db/schema/accounts.ts'
import { database } from '../../_server/database.ts'

export const dynamic = 'force-dynamic'

/** Answers 200 when the workbench can read its database. */
export async function GET(): Promise<Response> {
  await (await database()).read.$count(users, sql`1 = 0`)
  return Response.json({ ok: true }, { headers: { 'cache-control': 'no-store' } })
}
