'use server'

import { saveDimensionComment, saveFinding } from '../../../../../db/stores/dimensions.ts'
import { dimensionCommentShape, findingShape } from '../../../../../lib/dimensions/finding.ts'
import type { Saved } from '../../../../../lib/ui/save.ts'
import { editAssessment, scoreRow } from '../../../../_server/action.ts'

export async function saveFindingEntry(id: string, entry: unknown): Promise<Saved> {
  return scoreRow('finding-saved', id, findingShape, entry, saveFinding)
}

export async function saveCommentEntry(id: string, version: number, entry: unknown): Promise<Saved> {
  return editAssessment(
    'dimension-comment-saved',
    id,
    version,
    dimensionCommentShape,
    entry,
    saveDimensionComment,
  )
}
