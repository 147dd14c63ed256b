import { and, eq } from 'drizzle-orm'
import type { EditableAssessment, ScorableAssessment } from '../../lib/assessment/access.ts'
import type { DimensionComment, FindingEntry } from '../../lib/dimensions/finding.ts'
import { ok, type Result } from '../../lib/result.ts'
import type { Writer } from '../database.ts'
import { dimensionComments, findings } from '../schema/assessments.ts'

/** Stores the finding on one indicator, replacing an earlier one, under the name of the person who scored it. */
export async function saveFinding(
  tx: Writer,
  assessment: ScorableAssessment,
  entry: FindingEntry,
): Promise<Result<void, never>> {
  const scored = { ...entry, scorerName: assessment.actor.name, scoredAt: new Date() }
  await tx
    .insert(findings)
    .values({ assessmentId: assessment.id, ...scored })
    .onConflictDoUpdate({ target: [findings.assessmentId, findings.indicatorId], set: scored })
  return ok(undefined)
}

/** Stores the comment on a dimension's derived conclusion; an empty comment removes it. */
export async function saveDimensionComment(
  tx: Writer,
  assessment: EditableAssessment,
  { dimension, comment }: DimensionComment,
): Promise<Result<void, never>> {
  if (comment === '') {
    await tx
      .delete(dimensionComments)
      .where(
        and(eq(dimensionComments.assessmentId, assessment.id), eq(dimensionComments.dimension, dimension)),
      )
    return ok(undefined)
  }
  await tx
    .insert(dimensionComments)
    .values({ assessmentId: assessment.id, dimension, comment })
    .onConflictDoUpdate({
      target: [dimensionComments.assessmentId, dimensionComments.dimension],
      set: { comment },
    })
  return ok(undefined)
}
