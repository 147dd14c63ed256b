/** Answers that officials enter for residents, from an interview or from accepted paper: into the same sealed box. */
import { and, eq } from 'drizzle-orm'
import type { EditableAssessment } from '../../lib/assessment/access.ts'
import { receiptLeaf } from '../../lib/integrity/receipt-leaf.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Answers } from '../../lib/survey/response.ts'
import { writeBallot } from '../ballot/ballot.ts'
import { sealerFor } from '../ballot/envelope.ts'
import { receiptOf } from '../ballot/receipt.ts'
import type { Writer } from '../database.ts'
import { surveyLinks } from '../schema/survey.ts'
import { acceptBatch } from './acceptance.ts'
import { dayOf } from './day.ts'
import { latestSurvey } from './latest-survey.ts'

export interface OfficialEntry {
  readonly groupId: string
  readonly channel: 'assisted' | 'paper'
  /** Of this form, see form-key.ts: sent again it counts once and gets the receipt it has. */
  readonly key: string
  /** Parsed against the questionnaire by the caller. */
  readonly answers: Answers
}

/** @returns the receipt, to be handed to the resident. */
export async function acceptOfficialEntry(
  tx: Writer,
  assessment: EditableAssessment,
  { groupId, channel, key, answers }: OfficialEntry,
): Promise<Result<{ receipt: string }, 'survey-not-published' | 'unknown-group'>> {
  const survey = await latestSurvey(tx, assessment.id)
  if (!survey?.publicKey) return fail('survey-not-published')
  const [link] = await tx
    .select({ groupId: surveyLinks.groupId })
    .from(surveyLinks)
    .where(and(eq(surveyLinks.surveyId, survey.id), eq(surveyLinks.groupId, groupId)))
  if (!link) return fail('unknown-group')
  const receipt = receiptOf(survey.id, key)
  const text = writeBallot({ answers, day: dayOf(new Date()), language: 'zh-CN' })
  const [acceptance] = await acceptBatch(tx, [
    {
      surveyId: survey.id,
      groupId,
      channel,
      leaf: receiptLeaf(receipt),
      codeDigest: null,
      envelope: sealerFor(survey.publicKey)({ surveyId: survey.id, groupId, channel }, text),
    },
  ])
  // A survey that was closed meanwhile still knows the answers that it has.
  return acceptance?.ok ? ok({ receipt }) : fail('survey-not-published')
}
