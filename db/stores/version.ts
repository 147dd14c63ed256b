import { and, eq, sql } from 'drizzle-orm'
import type { Writer } from '../database.ts'
import { assessments } from '../schema/assessments.ts'

/**
 * Claims the right to change an assessment that the caller saw at `expected`: raises the version, or answers why not.
 * Two people who opened the same form cannot overwrite each other unseen; the later one is told.
 */
export async function claimVersion(
  tx: Writer,
  assessmentId: string,
  expected: number,
): Promise<'claimed' | 'changed-meanwhile' | 'not-found'> {
  const [claimed] = await tx
    .update(assessments)
    .set({ version: expected + 1, updatedAt: new Date() })
    .where(and(eq(assessments.id, assessmentId), eq(assessments.version, expected)))
    .returning({ id: assessments.id })
  if (claimed) return 'claimed'
  const [present] = await tx
    .select({ id: assessments.id })
    .from(assessments)
    .where(eq(assessments.id, assessmentId))
  return present ? 'changed-meanwhile' : 'not-found'
}

/** Raises the version whatever it is; false when there is no such assessment. */
export async function raiseVersion(tx: Writer, assessmentId: string): Promise<boolean> {
  const [raised] = await tx
    .update(assessments)
    .set({ version: sql`${assessments.version} + 1`, updatedAt: new Date() })
    .where(eq(assessments.id, assessmentId))
    .returning({ id: assessments.id })
  return raised !== undefined
}
