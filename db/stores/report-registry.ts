/** What everybody may look up by the code on a printed report. Apart from the versions themselves, which only officials read. */
import { eq } from 'drizzle-orm'
import type { Reader } from '../database.ts'
import { publicBundles, reportRegistry } from '../schema/approval.ts'

export type RegisteredReport = typeof reportRegistry.$inferSelect

/** The public record of a report by its code; null where no report has it. */
export async function findReport(door: Reader, code: string): Promise<RegisteredReport | null> {
  const [row] = await door.select().from(reportRegistry).where(eq(reportRegistry.code, code))
  return row ?? null
}

/** The public bundle of a report by its code; null where no report has it. */
export async function findPublicBundle(door: Reader, code: string): Promise<Uint8Array | null> {
  const [row] = await door
    .select({ bytes: publicBundles.bytes })
    .from(publicBundles)
    .where(eq(publicBundles.code, code))
  return row?.bytes ?? null
}
