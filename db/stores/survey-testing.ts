/** An assessment, a published survey and answers to it: what the tests of the stores begin with. */
import { randomBytes } from 'node:crypto'
import {
  type Actor,
  type EditableAssessment,
  proveDrafter,
  proveEditable,
} from '../../lib/assessment/access.ts'
import { EXAMPLE_QUESTIONNAIRE } from '../../lib/assessment/examples/resettlement.ts'
import type { Result } from '../../lib/result.ts'
import type { Questionnaire } from '../../lib/survey/questionnaire.ts'
import type { SurveyRecord } from '../../lib/survey/survey-record.ts'
import type { Database } from '../database.ts'
import type { IncomingResponse } from './intake.ts'
import { createAssessment, replaceGroups } from './matter.ts'
import { publishSurvey, readSurvey, saveQuestionnaire } from './survey.ts'

export const ASSESSOR: Actor = { id: 'u1', name: '张评估', role: 'assessor' }

export function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

/** A project of which nothing but the matter is entered. */
export async function newAssessment(doors: Database): Promise<EditableAssessment> {
  const id = await doors.write('new', (tx) =>
    createAssessment(tx, value(proveDrafter(ASSESSOR)), {
      kind: 'project',
      title: '城东污水处理厂扩建',
      decisionBody: '县人民政府',
      assessor: '县评估中心',
      implementer: '县水务局',
      area: '城东街道',
      summary: '扩建二期工程，日处理 5 万吨。',
    }),
  )
  return value(proveEditable(ASSESSOR, id))
}

export interface PublishedSurvey {
  readonly assessment: EditableAssessment
  readonly survey: SurveyRecord
  readonly east: string
  readonly west: string
}

export async function publishedSurvey(
  doors: Database,
  questionnaire: Questionnaire = EXAMPLE_QUESTIONNAIRE,
): Promise<PublishedSurvey> {
  const assessment = await newAssessment(doors)
  await doors.write(assessment.id, async (tx) => {
    value(
      await replaceGroups(tx, assessment, [
        { name: '东村', effect: 'direct', households: 120, persons: 400 },
        { name: '西村', effect: 'indirect', households: 80, persons: 250 },
      ]),
    )
    value(await saveQuestionnaire(tx, assessment, questionnaire))
    value(await publishSurvey(tx, assessment))
  })
  const survey = await readSurvey(doors.read, assessment.id)
  const [east, west] = survey?.links.map(({ groupId }) => groupId) ?? []
  if (!survey || !east || !west) throw new Error('no survey')
  return { assessment, survey, east, west }
}

/** An answer of the eastern village through the open link, but for what is said otherwise. */
export function answerTo(
  { assessment, survey, east }: PublishedSurvey,
  otherwise: Partial<IncomingResponse> = {},
): IncomingResponse {
  return {
    assessmentId: assessment.id,
    surveyId: survey.id,
    groupId: east,
    channel: 'open-link',
    receipt: randomBytes(10).toString('hex').toUpperCase(),
    code: null,
    answers: { C1: '2', C19: '5' },
    day: '2026-11-23',
    language: 'zh-CN',
    ...otherwise,
  }
}
