/** What everybody may look up by the code on a printed report. Apart from the versions themselves, which only officials read. */
import { eq } from 'drizzle-orm'
import type { Reader } from '../database.ts'
import { reportRegistry } from '../schema/approval.ts'

export type RegisteredReport = typeof reportRegistry.$inferSelect

/** The public record of a report by its code; null where no report has it. */
export async function findReport(door: Reader, code: string): Promise<RegisteredReport | null> {
  const [row] = await door.select().from(reportRegistry).where(eq(reportRegistry.code, code))
  return row ?? null
}
