'use server'

import { saveNarrative } from '../../../../../../db/stores/narrative.ts'
import { type NarrativeState, narrativeShape } from '../../../../../../lib/assessment/narrative.ts'
import type { Looked, Saved } from '../../../../../../lib/ui/save.ts'
import { editText } from '../../../../../_server/action.ts'
import { narrativeHistory } from '../../../../../_server/narrative-history.ts'

export async function saveNarrativeText(id: string, entry: unknown): Promise<Saved> {
  return editText('narrative-saved', id, narrativeShape, entry, saveNarrative)
}

export async function lookAtHistory(
  id: string,
  chapter: unknown,
): Promise<Looked<readonly NarrativeState[]>> {
  return narrativeHistory(id, chapter)
}
