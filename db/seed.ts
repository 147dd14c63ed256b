/**
 * The worked example (示例) that an empty workbench starts with, so that a newcomer sees a whole assessment before drafting
 * the first. The survey is the published one of Xiahe county; risk scores, findings, measures and cash flows are
 * illustrative and say so, because the paper contains none.
 */
import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import {
  type Actor,
  type EditableAssessment,
  proveDrafter,
  proveEditable,
  proveReadable,
  proveScorable,
  type ScorableAssessment,
} from '../lib/assessment/access.ts'
import { EXAMPLE_ROUND } from '../lib/assessment/examples/disputes.ts'
import { EXAMPLE_PLAN } from '../lib/assessment/examples/emergency-plan.ts'
import { EXAMPLE_ANSWERS, EXAMPLE_OPINIONS } from '../lib/assessment/examples/opinions.ts'
import {
  EXAMPLE_CONSULTATIONS,
  EXAMPLE_MEETING_PERSONS,
  EXAMPLE_NOTICE,
} from '../lib/assessment/examples/participation.ts'
import {
  EXAMPLE_CASH_FLOWS,
  EXAMPLE_EVENT_PERSONS,
  EXAMPLE_FACTORS,
  EXAMPLE_FINANCIAL_BASIS,
  EXAMPLE_MATTER,
  EXAMPLE_QUESTIONNAIRE,
  exampleAllocation,
  exampleFindings,
} from '../lib/assessment/examples/resettlement.ts'
import { EXAMPLE_SAMPLING } from '../lib/assessment/examples/sampling.ts'
import { reconstructedAnswers, XIAHE_RESIDENTS } from '../lib/assessment/examples/xiahe.ts'
import { receiptLeaf } from '../lib/integrity/receipt-leaf.ts'
import type { Result } from '../lib/result.ts'
import { endOfCalendarDays } from '../lib/working-days.ts'
import { writeBallot } from './ballot/ballot.ts'
import { sealerFor } from './ballot/envelope.ts'
import { createSurveyKeys } from './ballot/key-files.ts'
import type { Writer } from './database.ts'
import { stakeholderGroups } from './schema/assessments.ts'
import { acceptBatch } from './stores/acceptance.ts'
import { dayOf } from './stores/day.ts'
import { saveFinding } from './stores/dimensions.ts'
import { saveRound } from './stores/disputes.ts'
import { saveAllocation, saveCashFlows, saveFinancialBasis } from './stores/economics.ts'
import { saveEmergencyPlan } from './stores/follow-up.ts'
import { createAssessment, replaceGroups } from './stores/matter.ts'
import { codeOpinions } from './stores/opinion-themes.ts'
import { addOpinions, readOpinions } from './stores/opinions.ts'
import {
  publishNotice,
  readNoticesAndConsultations,
  saveConsultation,
  saveNotice,
} from './stores/participation.ts'
import { saveExpectedEvent, saveFactor } from './stores/risk.ts'
import { savePlan } from './stores/sampling.ts'
import { publishSurvey, readSurvey, saveQuestionnaire } from './stores/survey.ts'
import { answerTheme, publishAnswer } from './stores/theme-answers.ts'

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`the example could not be stored: ${result.reason}`)
  return result.value
}

async function fillIn(tx: Writer, editable: EditableAssessment, scorable: ScorableAssessment): Promise<void> {
  must(await replaceGroups(tx, editable, [{ ...XIAHE_RESIDENTS, effect: 'direct' }]))
  await tellAndListen(tx, editable)
  for (const finding of exampleFindings()) must(await saveFinding(tx, scorable, finding))
  const factorIds: string[] = []
  for (const factor of EXAMPLE_FACTORS) factorIds.push(must(await saveFactor(tx, scorable, null, factor)))
  await answerOpinions(tx, editable, factorIds)
  const today = dayOf(new Date())
  must(await saveEmergencyPlan(tx, editable, EXAMPLE_PLAN))
  must(await saveRound(tx, editable, { ...EXAMPLE_ROUND, roundId: null, from: today, to: today }))
  must(await saveExpectedEvent(tx, scorable, EXAMPLE_EVENT_PERSONS))
  must(await saveCashFlows(tx, editable, EXAMPLE_CASH_FLOWS))
  must(await saveFinancialBasis(tx, editable, EXAMPLE_FINANCIAL_BASIS))
  must(await saveAllocation(tx, editable, exampleAllocation(await groupIdsOf(tx, editable.id))))
}

async function groupIdsOf(tx: Writer, assessmentId: string): Promise<string[]> {
  const groups = await tx
    .select({ id: stakeholderGroups.id })
    .from(stakeholderGroups)
    .where(eq(stakeholderGroups.assessmentId, assessmentId))
  return groups.map(({ id }) => id)
}

async function tellAndListen(tx: Writer, editable: EditableAssessment): Promise<void> {
  const today = dayOf(new Date())
  const until = endOfCalendarDays(today, 30).day
  must(await saveNotice(tx, editable, { ...EXAMPLE_NOTICE, from: today, until, noticeId: null }))
  const { notices } = await readNoticesAndConsultations(tx, editable.id)
  for (const { id } of notices) must(await publishNotice(tx, editable, { noticeId: id, today }))
  const groupIds = await groupIdsOf(tx, editable.id)
  for (const held of EXAMPLE_CONSULTATIONS) {
    const came = held.kind === 'meeting' ? EXAMPLE_MEETING_PERSONS : 0
    const counts = groupIds.map((groupId) => ({ groupId, persons: came }))
    const entry = { ...held, heldOn: today, counts, consultationId: null }
    must(await saveConsultation(tx, editable, entry))
  }
}

async function answerOpinions(
  tx: Writer,
  editable: EditableAssessment,
  factorIds: readonly string[],
): Promise<void> {
  const receivedOn = dayOf(new Date())
  const texts = Object.values(EXAMPLE_OPINIONS).flat()
  must(await addOpinions(tx, editable, { source: 'meeting', groupId: null, receivedOn, texts }))
  const registered = await readOpinions(tx, must(proveReadable(editable.actor, editable.id)))
  for (const [themeId, ofTheme] of Object.entries(EXAMPLE_OPINIONS)) {
    const opinionIds = registered.filter(({ text }) => ofTheme.includes(text)).map(({ id }) => id)
    must(await codeOpinions(tx, editable, { opinionIds, from: null, themeId }))
  }
  for (const { factor, ...answer } of EXAMPLE_ANSWERS) {
    const factorId = factor === null ? null : (factorIds[factor] ?? null)
    must(await answerTheme(tx, editable, { ...answer, factorId }))
    must(await publishAnswer(tx, editable, { themeId: answer.themeId, today: receivedOn }))
  }
}

async function conductSurvey(tx: Writer, editable: EditableAssessment): Promise<void> {
  must(await savePlan(tx, editable, { entry: EXAMPLE_SAMPLING, today: dayOf(new Date()) }))
  must(await saveQuestionnaire(tx, editable, EXAMPLE_QUESTIONNAIRE))
  must(await publishSurvey(tx, editable))
  const survey = await readSurvey(tx, editable.id)
  if (!survey) throw new Error('the example survey was not stored')
  const [link] = survey.links
  if (!link) throw new Error('the example survey has no link')
  const envelope = { surveyId: survey.id, groupId: link.groupId, channel: 'open-link' } as const
  const seal = sealerFor(createSurveyKeys(survey.id))
  const day = dayOf(new Date())
  await acceptBatch(
    tx,
    reconstructedAnswers().map((answers) => ({
      ...envelope,
      leaf: receiptLeaf(randomBytes(16).toString('hex')),
      codeDigest: null,
      envelope: seal(envelope, writeBallot({ answers, day, language: 'zh-CN' })),
    })),
  )
}

/** @returns the assessment with its survey still open: opening the ballot box takes units of work of its own. */
export async function seedExample(tx: Writer, administratorId: string): Promise<EditableAssessment> {
  const actor: Actor = { id: administratorId, name: '示例', role: 'administrator' }
  const id = await createAssessment(tx, must(proveDrafter(actor)), EXAMPLE_MATTER, { example: true })
  const editable = must(proveEditable(actor, id))
  await fillIn(tx, editable, must(proveScorable(actor, id)))
  await conductSurvey(tx, editable)
  return editable
}
