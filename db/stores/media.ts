import { and, asc, eq } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import type { EditableAssessment } from '../../lib/assessment/access.ts'
import type { MediaItem, MediaItemEntry } from '../../lib/participation/media/media-item.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Reader, Writer } from '../database.ts'
import { mediaItems } from '../schema/opinions.ts'

/** Adds pieces; all of them or none. */
export async function addMediaItems(
  tx: Writer,
  assessment: EditableAssessment,
  entries: readonly MediaItemEntry[],
): Promise<Result<void, never>> {
  for (let i = 0; i < entries.length; i += 1000) {
    await tx
      .insert(mediaItems)
      .values(
        entries
          .slice(i, i + 1000)
          .map((entry) => ({ ...entry, assessmentId: assessment.id, id: nanoid(10) })),
      )
  }
  return ok(undefined)
}

const itemOf = (assessmentId: string, itemId: string) =>
  and(eq(mediaItems.assessmentId, assessmentId), eq(mediaItems.id, itemId))

export async function changeMediaItem(
  tx: Writer,
  assessment: EditableAssessment,
  { id, ...entry }: MediaItem,
): Promise<Result<void, 'not-found'>> {
  const [changed] = await tx
    .update(mediaItems)
    .set(entry)
    .where(itemOf(assessment.id, id))
    .returning({ id: mediaItems.id })
  return changed ? ok(undefined) : fail('not-found')
}

export async function removeMediaItem(
  tx: Writer,
  assessment: EditableAssessment,
  itemId: string,
): Promise<Result<void, 'not-found'>> {
  const [gone] = await tx
    .delete(mediaItems)
    .where(itemOf(assessment.id, itemId))
    .returning({ id: mediaItems.id })
  return gone ? ok(undefined) : fail('not-found')
}

/** The pieces of an assessment, the oldest first. */
export async function readMediaItems(door: Reader, assessmentId: string): Promise<readonly MediaItem[]> {
  const rows = await door
    .select()
    .from(mediaItems)
    .where(eq(mediaItems.assessmentId, assessmentId))
    .orderBy(asc(mediaItems.publishedOn), asc(mediaItems.id))
  return rows.map(({ assessmentId: _, ...item }) => item)
}
