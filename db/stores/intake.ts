/**
 * What the residents' door may do: find the survey of a link, and add a response.
 *
 * Responses that arrive together are committed together: one fsync serves a whole batch, and each resident's receipt is
 * given only after the commit of the batch that holds the answer. Durability is not traded for speed.
 */
import { and, eq, inArray } from 'drizzle-orm'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Questionnaire } from '../../lib/survey/questionnaire.ts'
import type { Answers } from '../../lib/survey/response.ts'
import type { Database, Writer } from '../database.ts'
import { assessments } from '../schema/assessments.ts'
import { responses, surveyLinks, surveys } from '../schema/survey.ts'

export interface OpenSurvey {
  readonly assessmentId: string
  readonly surveyId: string
  readonly groupId: string
  readonly groupName: string
  readonly state: 'published' | 'closed'
  readonly matterTitle: string
  readonly assessor: string
  readonly questionnaire: Questionnaire
}

export interface IncomingResponse {
  readonly assessmentId: string
  readonly surveyId: string
  readonly groupId: string
  readonly channel: 'open-link'
  readonly responseId: string
  readonly answers: Answers
  /** YYYY-MM-DD in China. */
  readonly day: string
}

export type Acceptance = Result<{ readonly duplicate: boolean }, 'survey-closed'>

export interface IntakeStore {
  findSurvey(token: string): Promise<OpenSurvey | null>
  /** Resolves after a durable commit; rejects when nothing was stored. */
  accept(response: IncomingResponse): Promise<Acceptance>
}

/** Bounds the time that one batch holds the writer; at 500 rows a commit still takes milliseconds. */
const BATCH = 500

interface Waiting {
  readonly response: IncomingResponse
  readonly resolve: (acceptance: Acceptance) => void
  readonly reject: (error: unknown) => void
}

/** Stores the responses of one batch; each is accepted or refused on its own. */
export async function storeResponses(tx: Writer, batch: readonly IncomingResponse[]): Promise<Acceptance[]> {
  const surveyIds = [...new Set(batch.map((response) => response.surveyId))]
  const open = new Set(
    (
      await tx
        .select({ id: surveys.id })
        .from(surveys)
        .where(and(inArray(surveys.id, surveyIds), eq(surveys.state, 'published')))
    ).map((survey) => survey.id),
  )
  const stored = new Set(
    (
      await tx
        .select({ id: responses.id })
        .from(responses)
        .where(
          and(
            inArray(responses.surveyId, surveyIds),
            inArray(
              responses.id,
              batch.map((response) => response.responseId),
            ),
          ),
        )
    ).map((row) => row.id),
  )
  const fresh: IncomingResponse[] = []
  // A retry of an answer that was stored before the survey closed still gets its receipt.
  const acceptances = batch.map((response): Acceptance => {
    if (stored.has(response.responseId)) return ok({ duplicate: true })
    if (!open.has(response.surveyId)) return fail('survey-closed')
    stored.add(response.responseId)
    fresh.push(response)
    return ok({ duplicate: false })
  })
  if (fresh.length > 0) {
    await tx
      .insert(responses)
      .values(
        fresh.map(({ surveyId, groupId, channel, responseId, answers, day }) => ({
          surveyId,
          id: responseId,
          groupId,
          channel,
          day,
          answers,
        })),
      )
      .onConflictDoNothing()
  }
  return acceptances
}

export function openIntakeStore(database: Database): IntakeStore {
  const queues = new Map<string, Waiting[]>()
  const flushing = new Set<string>()

  async function flush(scope: string): Promise<void> {
    if (flushing.has(scope)) return
    flushing.add(scope)
    try {
      for (let queue = queues.get(scope); queue && queue.length > 0; ) {
        const batch = queue.splice(0, BATCH)
        try {
          const acceptances = await database.append(scope, (tx) =>
            storeResponses(
              tx,
              batch.map((waiting) => waiting.response),
            ),
          )
          batch.forEach((waiting, i) => {
            waiting.resolve(acceptances[i]!)
          })
        } catch (error) {
          for (const waiting of batch) waiting.reject(error)
        }
      }
      queues.delete(scope)
    } finally {
      flushing.delete(scope)
    }
  }

  return {
    async findSurvey(token) {
      const [row] = await database.read
        .select({
          assessmentId: surveys.assessmentId,
          surveyId: surveys.id,
          groupId: surveyLinks.groupId,
          groupName: surveyLinks.groupName,
          state: surveys.state,
          matterTitle: assessments.title,
          assessor: assessments.assessor,
          questionnaire: surveys.questionnaire,
        })
        .from(surveyLinks)
        .innerJoin(surveys, eq(surveys.id, surveyLinks.surveyId))
        .innerJoin(assessments, eq(assessments.id, surveys.assessmentId))
        .where(eq(surveyLinks.token, token))
      if (!row || row.state === 'draft') return null
      return { ...row, state: row.state }
    },
    accept: (response) =>
      new Promise((resolve, reject) => {
        const scope = response.assessmentId
        const queue = queues.get(scope) ?? []
        queues.set(scope, queue)
        queue.push({ response, resolve, reject })
        // The next turn of the event loop: whatever has arrived by then shares the commit.
        setImmediate(() => void flush(scope))
      }),
  }
}
