/** Draws as everybody may read them: neither the lists nor the numbers drawn are asked for, so the residents' door need not see them. */
import { asc, eq } from 'drizzle-orm'
import type { PublicDraw } from '../../lib/survey/sampling/public-draw.ts'
import type { Reader } from '../database.ts'
import { samplingDraws } from '../schema/sampling.ts'

/** What the residents' door may read of a draw. */
export const PUBLIC_COLUMNS = {
  seq: samplingDraws.seq,
  announcedOn: samplingDraws.announcedOn,
  source: samplingDraws.source,
  revealOn: samplingDraws.revealOn,
  reason: samplingDraws.reason,
  frameDigest: samplingDraws.frameDigest,
  strata: samplingDraws.strata,
  publicNumber: samplingDraws.publicNumber,
  drawnOn: samplingDraws.drawnOn,
  digest: samplingDraws.digest,
} as const

/** Every announcement and draw of an assessment, the first one first. */
export async function readPublicDraws(door: Reader, assessmentId: string): Promise<PublicDraw[]> {
  const rows = await door
    .select(PUBLIC_COLUMNS)
    .from(samplingDraws)
    .where(eq(samplingDraws.assessmentId, assessmentId))
    .orderBy(asc(samplingDraws.seq))
  return rows.map(({ publicNumber, drawnOn, digest, strata, ...announced }) => ({
    ...announced,
    strata: strata.map(({ groupId: _, ...stratum }) => stratum),
    outcome:
      publicNumber !== null && drawnOn !== null && digest !== null ? { publicNumber, drawnOn, digest } : null,
  }))
}
