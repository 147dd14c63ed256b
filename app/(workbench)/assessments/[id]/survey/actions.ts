'use server'

import { z } from 'zod'
import { beginClosing } from '../../../../../db/stores/closing.ts'
import { publishSurvey, saveQuestionnaire, startNewSurvey } from '../../../../../db/stores/survey.ts'
import { discardDraft } from '../../../../../db/stores/survey-history.ts'
import { questionnaireShape } from '../../../../../lib/survey/questionnaire.ts'
import type { Saved } from '../../../../../lib/ui/save.ts'
import { editAssessment } from '../../../../_server/action.ts'
import { countSurvey } from '../../../../_server/counting.ts'

export async function saveQuestionnaireEntry(id: string, version: number, entry: unknown): Promise<Saved> {
  return editAssessment('questionnaire-saved', id, version, questionnaireShape, entry, saveQuestionnaire)
}

export async function publish(id: string, version: number): Promise<Saved> {
  return editAssessment('survey-published', id, version, z.null(), null, publishSurvey)
}

export async function close(id: string, version: number): Promise<Saved> {
  const begun = await editAssessment('survey-closed', id, version, z.null(), null, beginClosing)
  return begun.ok ? countSurvey(id) : begun
}

export async function count(id: string): Promise<Saved> {
  return countSurvey(id)
}

export async function startNew(id: string, version: number): Promise<Saved> {
  return editAssessment('survey-begun', id, version, z.null(), null, startNewSurvey)
}

export async function discard(id: string, version: number): Promise<Saved> {
  return editAssessment('survey-discarded', id, version, z.null(), null, discardDraft)
}
