/**
 * What a questionnaire's page would weigh, in each of its languages, made by the very functions that serve it. The workbench
 * runs this file as a program before it publishes: it asks the residents' door and does not know how its pages are made.
 */
import type { OpenSurvey } from '../db/stores/intake.ts'
import { newKey } from '../lib/survey/channels/form-key.ts'
import { languagesOf } from '../lib/survey/localized.ts'
import type { PageWeight } from '../lib/survey/page-weight.ts'
import { readingOf } from './language.ts'
import { createQuestionnaireCache } from './questionnaire-cache.tsx'

/** As long as the address of the real script, and as little to be compressed. */
const SCRIPT = '../answering/3f9c0a7be1d2584c.js'

export type WeighedSurvey = Pick<OpenSurvey, 'questionnaire' | 'matterTitle' | 'assessor' | 'groupName'>

export function pageWeights(weighed: WeighedSurvey): PageWeight[] {
  const survey: OpenSurvey = { ...weighed, assessmentId: '', surveyId: '', groupId: '', state: 'published' }
  const freshPage = createQuestionnaireCache()
  const languages = languagesOf(survey.questionnaire)
  return languages.map((language) => {
    const page = freshPage(survey, readingOf(language, undefined, languages), SCRIPT)
    return { language, bytes: page.gzip(newKey()).length }
  })
}
