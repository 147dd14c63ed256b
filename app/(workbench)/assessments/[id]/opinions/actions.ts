'use server'

import { z } from 'zod'
import { dayOf } from '../../../../../db/stores/day.ts'
import { addMediaItems, changeMediaItem, removeMediaItem } from '../../../../../db/stores/media.ts'
import { codeOpinions, mergeTheme, saveTheme } from '../../../../../db/stores/opinion-themes.ts'
import {
  addOpinions,
  maskOpinionNames,
  restoreOpinions,
  splitOpinion,
  strikeOpinions,
  takeSurveyTexts,
} from '../../../../../db/stores/opinions.ts'
import { answerTheme, publishAnswer } from '../../../../../db/stores/theme-answers.ts'
import { mediaItemShape, mediaItemsOf } from '../../../../../lib/participation/media/media-item.ts'
import {
  codingShape,
  mergingShape,
  namesShape,
  splittingShape,
  themeEntryShape,
} from '../../../../../lib/participation/opinions/coding.ts'
import { opinionBatchShapeOn, themeAnswerShape } from '../../../../../lib/participation/opinions/opinion.ts'
import { restoringShape, strikingShape } from '../../../../../lib/participation/opinions/striking.ts'
import type { Saved } from '../../../../../lib/ui/save.ts'
import { editAssessment, editRow } from '../../../../_server/action.ts'
import { importedRows } from '../../../../_server/table.ts'

export async function registerOpinions(id: string, entry: unknown): Promise<Saved> {
  return editRow('opinions-registered', id, opinionBatchShapeOn(dayOf(new Date())), entry, addOpinions)
}

export async function takeTexts(id: string, entry: unknown): Promise<Saved> {
  return editRow('survey-texts-taken', id, z.string().min(1), entry, takeSurveyTexts)
}

export async function code(id: string, entry: unknown): Promise<Saved> {
  return editRow('opinions-coded', id, codingShape, entry, codeOpinions)
}

export async function split(id: string, entry: unknown): Promise<Saved> {
  return editRow('opinion-split', id, splittingShape, entry, splitOpinion)
}

export async function mask(id: string, entry: unknown): Promise<Saved> {
  return editRow('opinion-names-masked', id, namesShape, entry, maskOpinionNames)
}

export async function strike(id: string, entry: unknown): Promise<Saved> {
  return editRow('opinions-struck', id, strikingShape, entry, strikeOpinions)
}

export async function restore(id: string, entry: unknown): Promise<Saved> {
  return editRow('opinions-restored', id, restoringShape, entry, restoreOpinions)
}

export async function saveThemeEntry(id: string, entry: unknown): Promise<Saved> {
  return editRow('theme-saved', id, themeEntryShape, entry, saveTheme)
}

export async function merge(id: string, entry: unknown): Promise<Saved> {
  return editRow('theme-merged', id, mergingShape, entry, mergeTheme)
}

export async function answer(id: string, version: number, entry: unknown): Promise<Saved> {
  return editAssessment('theme-answered', id, version, themeAnswerShape, entry, answerTheme)
}

export async function publish(id: string, version: number, entry: unknown): Promise<Saved> {
  return editAssessment('answer-published', id, version, z.string().min(1), entry, (tx, proof, themeId) =>
    publishAnswer(tx, proof, { themeId, today: dayOf(new Date()) }),
  )
}

export async function addPiece(id: string, entry: unknown): Promise<Saved> {
  return editRow(
    'media-item-added',
    id,
    mediaItemShape.transform((item) => [item]),
    entry,
    addMediaItems,
  )
}

export async function changePiece(id: string, entry: unknown): Promise<Saved> {
  const shape = mediaItemShape.extend({ id: z.string().min(1) })
  return editRow('media-item-changed', id, shape, entry, changeMediaItem)
}

export async function removePiece(id: string, entry: unknown): Promise<Saved> {
  return editRow('media-item-removed', id, z.string().min(1), entry, removeMediaItem)
}

export async function importPieces(id: string, entry: unknown): Promise<Saved> {
  const items = await importedRows(entry, mediaItemsOf)
  if (!items.ok) return items
  return editRow('media-imported', id, z.array(mediaItemShape), items.value, addMediaItems)
}
