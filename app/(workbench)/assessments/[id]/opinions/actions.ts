'use server'

import { z } from 'zod'
import { addMediaItems, changeMediaItem, removeMediaItem } from '../../../../../db/stores/media.ts'
import {
  addOpinions,
  answerTheme,
  codeOpinions,
  mergeTheme,
  rewordOpinion,
  saveTheme,
  splitOpinion,
  takeSurveyTexts,
} from '../../../../../db/stores/opinions.ts'
import { mediaItemShape, mediaItemsOf } from '../../../../../lib/participation/media/media-item.ts'
import {
  codingShape,
  mergingShape,
  rewordingShape,
  splittingShape,
  themeEntryShape,
} from '../../../../../lib/participation/opinions/coding.ts'
import { opinionBatchShape, themeAnswerShape } from '../../../../../lib/participation/opinions/opinion.ts'
import type { Saved } from '../../../../../lib/ui/save.ts'
import { editAssessment, editRow } from '../../../../_server/action.ts'
import { importedRows } from '../../../../_server/table.ts'

export async function registerOpinions(id: string, entry: unknown): Promise<Saved> {
  return editRow('opinions-registered', id, opinionBatchShape, entry, addOpinions)
}

export async function takeTexts(id: string): Promise<Saved> {
  return editRow('survey-texts-taken', id, z.null(), null, takeSurveyTexts)
}

export async function code(id: string, entry: unknown): Promise<Saved> {
  return editRow('opinions-coded', id, codingShape, entry, codeOpinions)
}

export async function split(id: string, entry: unknown): Promise<Saved> {
  return editRow('opinion-split', id, splittingShape, entry, splitOpinion)
}

export async function reword(id: string, entry: unknown): Promise<Saved> {
  return editRow('opinion-names-masked', id, rewordingShape, entry, rewordOpinion)
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
