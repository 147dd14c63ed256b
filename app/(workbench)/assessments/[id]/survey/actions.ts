'use server'

import { z } from 'zod'
import {
  closeSurvey,
  publishSurvey,
  saveQuestionnaire,
  startNewSurvey,
} from '../../../../../db/stores/survey.ts'
import { questionnaireShape } from '../../../../../lib/survey/questionnaire.ts'
import type { Saved } from '../../../../../lib/ui/save.ts'
import { editAssessment } from '../../../../_server/action.ts'

export async function saveQuestionnaireEntry(id: string, version: number, entry: unknown): Promise<Saved> {
  return editAssessment('questionnaire-saved', id, version, questionnaireShape, entry, saveQuestionnaire)
}

export async function publish(id: string, version: number): Promise<Saved> {
  return editAssessment('survey-published', id, version, z.null(), null, publishSurvey)
}

export async function close(id: string, version: number): Promise<Saved> {
  return editAssessment('survey-closed', id, version, z.null(), null, closeSurvey)
}

export async function startNew(id: string, version: number): Promise<Saved> {
  return editAssessment('survey-begun', id, version, z.null(), null, startNewSurvey)
}
