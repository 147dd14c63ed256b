/**
 * Closing a survey: the ballot box is opened, shuffled, counted and emptied.
 *
 * Envelopes are opened in chunks, in the order of their random keys. The answers of a chunk are stored under fresh random keys,
 * sorted by these, counted and their envelopes deleted in one unit of work, so a crash at any moment leaves every answer
 * either sealed or counted, never both; whoever closes again goes on where it stopped. When the last envelope is open, the
 * receipts are rewritten sorted, the codes removed and the Merkle root stored; then the keys are destroyed, the traces
 * swept from the disk, and only then is the survey closed. A reader who keeps the log from being swept keeps it from closing.
 */
import { randomBytes } from 'node:crypto'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { type EditableAssessment, proveReadable } from '../../lib/assessment/access.ts'
import { type Digest, digestValue } from '../../lib/integrity/digest.ts'
import { merkleRoot } from '../../lib/integrity/merkle-tree.ts'
import { maskPersonalData } from '../../lib/personal-data.ts'
import { possibleNames } from '../../lib/personal-names.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { countCells, RESPONSE } from '../../lib/survey/cells.ts'
import type { ClosedFrame } from '../../lib/survey/frame/closed-frame.ts'
import type { Questionnaire } from '../../lib/survey/questionnaire.ts'
import type { Answers } from '../../lib/survey/response.ts'
import { type Ballot, readBallot } from '../ballot/ballot.ts'
import { openerFor } from '../ballot/envelope.ts'
import { destroySurveyKeys, readBallotKeys } from '../ballot/key-files.ts'
import type { Database, Writer } from '../database.ts'
import { samplingPlans } from '../schema/sampling.ts'
import {
  receiptLeaves,
  receipts,
  responseCounts,
  responses,
  sealedResponses,
  surveys,
  tallyCells,
} from '../schema/survey.ts'
import { recordEvent } from './audit.ts'
import { readCaseFile } from './case-file.ts'
import { retireCodes } from './codes.ts'
import { dayOf } from './day.ts'
import { latestSurvey } from './latest-survey.ts'
import { addTexts } from './open-texts.ts'
import { wipePaperEntries } from './paper-entries.ts'
import { samplingGroups } from './sampling.ts'
import { addCells } from './tally-cells.ts'

/** An answer hides among at least half as many as this, where there are as many. */
export const CHUNK = 5000
const ROWS = 1000
/** Stands in the answers for words that are kept apart. */
const WORDS_APART = '…'

type Survey = NonNullable<Awaited<ReturnType<typeof latestSurvey>>>
export type ClosingRefusal = 'survey-not-published' | 'survey-closed' | 'survey-key-missing' | 'traces-remain'

const keysOf = (survey: Survey) => {
  const keys = readBallotKeys(survey.id)
  return keys && keys.publicKey === survey.publicKey ? keys : null
}

/** From here on no answer is taken. */
export async function beginClosing(
  tx: Writer,
  assessment: EditableAssessment,
): Promise<Result<void, ClosingRefusal>> {
  const survey = await latestSurvey(tx, assessment.id)
  if (!survey || survey.state === 'draft') return fail('survey-not-published')
  if (survey.state === 'closed') return fail('survey-closed')
  if (survey.state === 'closing') return ok(undefined)
  // Better open than closed for ever: without the key nothing could be counted.
  if (!keysOf(survey)) return fail('survey-key-missing')
  await tx
    .update(surveys)
    .set({ state: 'closing', closedAt: new Date(), frame: await frameNow(tx, assessment.id) })
    .where(eq(surveys.id, survey.id))
  return ok(undefined)
}

async function frameNow(tx: Writer, assessmentId: string): Promise<ClosedFrame> {
  const groups = await samplingGroups(tx, assessmentId)
  return {
    groups: groups.map(({ id, name, effect, households, persons }) => ({
      id,
      name,
      effect,
      households,
      persons,
    })),
    plans: await tx.$count(samplingPlans, eq(samplingPlans.assessmentId, assessmentId)),
  }
}

async function inRows<Row>(rows: readonly Row[], insert: (part: Row[]) => PromiseLike<unknown>) {
  for (let from = 0; from < rows.length; from += ROWS) await insert(rows.slice(from, from + ROWS))
}

/** Takes the words out of the answers, and out of the words the numbers that lead to a person. */
function withoutWords(questionnaire: Questionnaire, answers: Answers) {
  const textIds = new Set(questionnaire.questions.flatMap(({ id, type }) => (type === 'text' ? id : [])))
  const words: { questionId: string; text: string; masked: number; names: number }[] = []
  const rest = Object.fromEntries(
    Object.entries(answers).map(([questionId, answer]) => {
      if (typeof answer !== 'string' || !(textIds.has(questionId) || questionId.endsWith('.other')))
        return [questionId, answer]
      const { text, masked } = maskPersonalData(answer)
      words.push({
        questionId,
        text,
        masked: Object.values(masked).reduce((sum, n) => sum + n, 0),
        names: possibleNames(text).length,
      })
      return [questionId, WORDS_APART]
    }),
  )
  return { words, rest }
}

const randomId = () => randomBytes(16).toString('hex')

/** Opens the next chunk. @returns how many envelopes are left. */
export async function openChunk(
  tx: Writer,
  survey: Survey,
): Promise<Result<{ remaining: number }, 'survey-key-missing'>> {
  const mine = eq(sealedResponses.surveyId, survey.id)
  const left = await tx.$count(sealedResponses, mine)
  if (left === 0) return ok({ remaining: 0 })
  const keys = keysOf(survey)
  if (!keys) return fail('survey-key-missing')
  const open = openerFor(keys)
  const size = Math.ceil(left / Math.ceil(left / CHUNK))
  const envelopes = await tx
    .select()
    .from(sealedResponses)
    .where(mine)
    .orderBy(asc(sealedResponses.id))
    .limit(size)
  const rows: (typeof responses.$inferInsert)[] = []
  const texts: Parameters<typeof addTexts>[1][number][] = []
  let unreadable = 0
  for (const { surveyId, groupId, channel, envelope } of envelopes) {
    let ballot: Ballot
    try {
      ballot = readBallot(open({ surveyId, groupId, channel }, envelope))
    } catch {
      unreadable += 1 // forged or damaged; one of them must not keep all others from being counted
      continue
    }
    const { words, rest } = withoutWords(survey.questionnaire, ballot.answers)
    // The day on which a form was typed in says nothing of the answer, and beside the day's work of a clerk much of the form.
    const day = channel === 'paper' ? dayOf(survey.closedAt ?? new Date()) : ballot.day
    rows.push({ surveyId, id: randomId(), groupId, channel, day, answers: rest })
    for (const word of words) texts.push({ surveyId, id: randomId(), ...word })
  }
  rows.sort((a, b) => (a.id < b.id ? -1 : 1))
  texts.sort((a, b) => (a.id < b.id ? -1 : 1))
  await inRows(rows, (part) => tx.insert(responses).values(part))
  await addTexts(tx, texts)
  await addCells(tx, survey.id, countCells(survey.questionnaire, rows))
  await inRows(envelopes, (part) =>
    tx.delete(sealedResponses).where(
      and(
        mine,
        inArray(
          sealedResponses.id,
          part.map(({ id }) => id),
        ),
      ),
    ),
  )
  const [{ before } = { before: 0 }] = await tx
    .select({ before: surveys.unreadable })
    .from(surveys)
    .where(eq(surveys.id, survey.id))
  await tx
    .update(surveys)
    .set({ unreadable: (before ?? 0) + unreadable })
    .where(eq(surveys.id, survey.id))
  return ok({ remaining: left - envelopes.length })
}

/** When every envelope is open: receipts become leaves in sorted order, codes go, root and account are stored. */
async function settle(tx: Writer, surveyId: string): Promise<void> {
  const rows = await tx.select({ leaf: receipts.leaf }).from(receipts).where(eq(receipts.surveyId, surveyId))
  const leaves = rows.map(({ leaf }) => leaf).sort()
  await inRows(leaves, (part) => tx.insert(receiptLeaves).values(part.map((leaf) => ({ surveyId, leaf }))))
  await tx.delete(receipts).where(eq(receipts.surveyId, surveyId))
  await retireCodes(tx, surveyId)
  await wipePaperEntries(tx, surveyId)
  const summed = async (rows: PromiseLike<{ n: number }[]>) => (await rows).reduce((sum, { n }) => sum + n, 0)
  const accepted = await summed(
    tx.select({ n: responseCounts.n }).from(responseCounts).where(eq(responseCounts.surveyId, surveyId)),
  )
  const counted = await summed(
    tx
      .select({ n: tallyCells.n })
      .from(tallyCells)
      .where(
        and(eq(tallyCells.surveyId, surveyId), eq(tallyCells.questionId, RESPONSE), eq(tallyCells.cell, 'n')),
      ),
  )
  await tx
    .update(surveys)
    .set({
      merkleRoot: merkleRoot(leaves),
      acceptedAtClosing: accepted,
      receiptsAtClosing: leaves.length,
      countedAtClosing: counted,
    })
    .where(eq(surveys.id, surveyId))
}

async function caseDigest(tx: Writer, { actor, id }: EditableAssessment): Promise<Digest | null> {
  const readable = proveReadable(actor, id)
  const caseFile = readable.ok ? await readCaseFile(tx, readable.value) : null
  return caseFile && digestValue(caseFile)
}

/** Tables that closing empties, in the words of the engine. */
const EMPTIED = ['sealed_responses', 'receipts', 'survey_codes', 'paper_entries']

/**
 * Opens and counts until the survey is closed, one unit of work after the other, so that others may write in between.
 * Does nothing where the survey is closed already. @param progress told how many envelopes are left after each chunk.
 */
export async function countBallots(
  database: Database,
  assessment: EditableAssessment,
  progress: (remaining: number) => void = () => {},
): Promise<Result<void, ClosingRefusal>> {
  const inTurn = <T>(work: (tx: Writer, survey: Survey) => Promise<T>) =>
    database.write(assessment.id, async (tx) => {
      const survey = await latestSurvey(tx, assessment.id)
      return survey?.state === 'closing' ? work(tx, survey) : null
    })
  for (;;) {
    const chunk = await inTurn(openChunk)
    if (!chunk) return ok(undefined)
    if (!chunk.ok) return chunk
    progress(chunk.value.remaining)
    if (chunk.value.remaining === 0) break
  }
  const surveyId = await inTurn(async (tx, survey) => {
    if (survey.merkleRoot === null) await settle(tx, survey.id)
    return survey.id
  })
  if (!surveyId) return ok(undefined)
  destroySurveyKeys(surveyId)
  // Older copies of pages may hold what was deleted. Whoever counts again goes on here.
  if (!(await database.sweep(EMPTIED))) return fail('traces-remain')
  await inTurn(async (tx) => {
    const caseBefore = await caseDigest(tx, assessment)
    await tx.update(surveys).set({ state: 'closed' }).where(eq(surveys.id, surveyId))
    const caseAfter = await caseDigest(tx, assessment)
    await recordEvent(tx, assessment.actor, 'survey-counted', assessment.id, { caseBefore, caseAfter })
  })
  return ok(undefined)
}

/** Closes and counts in one go. */
export async function closeSurvey(
  database: Database,
  assessment: EditableAssessment,
): Promise<Result<void, ClosingRefusal>> {
  const begun = await database.write(assessment.id, (tx) => beginClosing(tx, assessment))
  return begun.ok ? countBallots(database, assessment) : begun
}
