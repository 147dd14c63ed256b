/**
 * What the residents' door may do: find the survey of a link or a code, and put an answer into the ballot box.
 *
 * An answer is sealed before it reaches the database. Answers that arrive together are committed together: one fsync serves
 * a whole batch, and each resident's receipt is given only after the commit of the batch that holds the answer. Durability
 * is not traded for speed.
 */
import { setTimeout } from 'node:timers/promises'
import { and, eq, or, sql } from 'drizzle-orm'
import { receiptLeaf } from '../../lib/integrity/receipt-leaf.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Channel } from '../../lib/survey/channel.ts'
import { parseCode } from '../../lib/survey/codes/code.ts'
import type { Questionnaire } from '../../lib/survey/questionnaire.ts'
import { addDays } from '../../lib/working-days.ts'
import { type Ballot, writeBallot } from '../ballot/ballot.ts'
import { readCodeKey } from '../ballot/key-files.ts'
import type { Database } from '../database.ts'
import { assessments } from '../schema/assessments.ts'
import { surveyCodes, surveyLinks, surveys } from '../schema/survey.ts'
import type { Acceptance } from './acceptance.ts'
import { type BallotBox, ballotBox, type UnsealedResponse } from './ballot-box.ts'
import { codeDigest } from './codes.ts'
import { dayOf } from './day.ts'
import { findCounted } from './receipts.ts'

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

export interface IncomingResponse extends Ballot {
  readonly assessmentId: string
  readonly surveyId: string
  readonly groupId: string
  readonly channel: Channel
  /** As the resident keeps it; the database sees its digest only. */
  readonly receipt: string
  /** The one-time code, where the channel is `code`; null otherwise. */
  readonly code: string | null
}

export type { Acceptance } from './acceptance.ts'

/** Closed surveys are found, so that a late retry can still be told its receipt. */
export type SurveyEntry =
  | { readonly link: string }
  /** evenSpent: a retry of the answer that spent the code must find its way to its receipt. */
  | { readonly code: string; readonly evenSpent?: boolean }
export type EntryRefusal = 'unknown' | 'spent' | 'voided' | 'expired'

export interface IntakeStore {
  findSurvey(entry: SurveyEntry): Promise<Result<OpenSurvey, EntryRefusal>>
  /** Resolves after a durable commit; rejects when nothing was stored. */
  accept(response: IncomingResponse): Promise<Acceptance>
  /**
   * The receipt of a form that was accepted by a survey which was closed since; null where there is none. Codes are removed at
   * closing, so a retry by code can be found by the key of its form alone.
   */
  countedBefore(key: string): Promise<string | null>
}

/** Bounds the time that one batch holds the writer; at 500 rows a commit still takes milliseconds. */
const BATCH = 500
/** A commit takes about as long. */
const GATHER_MS = 2
/** Batches handed over at a time: the next lies ready when the one before is committed. */
const UNDER_WAY = 2
/** Published questionnaires kept in memory: they never change. */
const KEPT = 200
/** How long a link's survey is believed without asking again; whether it is open is asked with every commit anyway. */
const LINK_MS = 1000

interface Waiting {
  readonly response: UnsealedResponse
  readonly resolve: (acceptance: Acceptance) => void
  readonly reject: (error: unknown) => void
}

interface Frozen {
  readonly questionnaire: Questionnaire
  readonly publicKey: string | null
}

/** Whoever opened the form on the last evening may still send it on the next day. */
function isOver(validThrough: string | null, sending: boolean): boolean {
  if (validThrough === null) return false
  return dayOf(new Date()) > (sending ? addDays(validThrough, 1) : validThrough)
}

interface Queue {
  readonly waiting: Waiting[]
  gathering: boolean
  underWay: number
}

/** Gathers what arrives while commits before it are under way, and commits it together. */
function groupCommit(box: BallotBox) {
  const queues = new Map<string, Queue>()

  async function commitBatch(scope: string, batch: readonly Waiting[]): Promise<void> {
    try {
      const acceptances = await box.put(
        scope,
        batch.map(({ response }) => response),
      )
      batch.forEach((waiting, i) => {
        waiting.resolve(acceptances[i]!)
      })
    } catch (error) {
      for (const waiting of batch) waiting.reject(error)
    }
  }

  async function proceed(scope: string, queue: Queue): Promise<void> {
    if (queue.gathering || queue.underWay >= UNDER_WAY) return
    if (queue.waiting.length === 0) {
      if (queue.underWay === 0) queues.delete(scope)
      return
    }
    queue.gathering = true
    // In which others may arrive to share the commit: nobody notices, and the disk is asked once.
    await setTimeout(GATHER_MS)
    queue.gathering = false
    queue.underWay += 1
    const batch = queue.waiting.splice(0, BATCH)
    void proceed(scope, queue)
    await commitBatch(scope, batch)
    queue.underWay -= 1
    void proceed(scope, queue)
  }

  return (scope: string, response: UnsealedResponse): Promise<Acceptance> =>
    new Promise((resolve, reject) => {
      const queue = queues.get(scope) ?? { waiting: [], gathering: false, underWay: 0 }
      queues.set(scope, queue)
      queue.waiting.push({ response, resolve, reject })
      void proceed(scope, queue)
    })
}

/** @param box where answers are put; by default on this thread. */
export function openIntakeStore(database: Database, box: BallotBox = ballotBox(database)): IntakeStore {
  const commit = groupCommit(box)
  const frozen = new Map<string, Frozen>()
  const links = new Map<string, { readonly until: number; readonly survey: OpenSurvey }>()

  async function frozenOf(surveyId: string): Promise<Frozen> {
    const kept = frozen.get(surveyId)
    if (kept) return kept
    const [row] = await database.read
      .select({ questionnaire: surveys.questionnaire, publicKey: surveys.publicKey })
      .from(surveys)
      .where(eq(surveys.id, surveyId))
    if (!row) throw new Error('a survey vanished between two statements')
    if (frozen.size >= KEPT) frozen.delete(frozen.keys().next().value!)
    frozen.set(surveyId, row)
    return row
  }

  const linkOf = (where: ReturnType<typeof eq>) =>
    database.read
      .select({
        assessmentId: surveys.assessmentId,
        surveyId: surveys.id,
        groupId: surveyLinks.groupId,
        groupName: surveyLinks.groupName,
        state: surveys.state,
        matterTitle: assessments.title,
        assessor: assessments.assessor,
      })
      .from(surveyLinks)
      .innerJoin(surveys, eq(surveys.id, surveyLinks.surveyId))
      .innerJoin(assessments, eq(assessments.id, surveys.assessmentId))
      .where(where)

  // Asked for every page and every answer: written once, not built anew each time.
  const prepareByLink = () => linkOf(eq(surveyLinks.token, sql.placeholder('link'))).prepare('intake_by_link')
  let byLink: ReturnType<typeof prepareByLink> | undefined

  async function found(rows: Awaited<ReturnType<typeof linkOf>>): Promise<Result<OpenSurvey, EntryRefusal>> {
    const [row] = rows
    if (!row || row.state === 'draft') return fail('unknown')
    const { questionnaire } = await frozenOf(row.surveyId)
    return ok({ ...row, state: row.state === 'published' ? 'published' : 'closed', questionnaire })
  }

  /** A code names no survey, so it is looked for in every open one, under the key of each. */
  async function codeRow(code: string) {
    const open = await database.read
      .select({ id: surveys.id })
      .from(surveys)
      .where(eq(surveys.state, 'published'))
    const wanted = open.flatMap(({ id }) => {
      const key = readCodeKey(id)
      return key ? [and(eq(surveyCodes.surveyId, id), eq(surveyCodes.digest, codeDigest(key, code)))] : []
    })
    if (wanted.length === 0) return null
    const [row] = await database.read
      .select({
        surveyId: surveyCodes.surveyId,
        groupId: surveyCodes.groupId,
        state: surveyCodes.state,
        validThrough: surveyCodes.validThrough,
      })
      .from(surveyCodes)
      .where(or(...wanted))
    return row ?? null
  }

  return {
    async findSurvey(entry) {
      if ('link' in entry) {
        const kept = links.get(entry.link)
        if (kept && kept.until > performance.now()) return ok(kept.survey)
        byLink ??= prepareByLink()
        const asked = await found(await byLink.execute({ link: entry.link }))
        if (!asked.ok) return asked
        if (links.size >= KEPT) links.clear()
        links.set(entry.link, { until: performance.now() + LINK_MS, survey: asked.value })
        return asked
      }
      const code = parseCode(entry.code)
      if (!code.ok) return fail('unknown')
      const row = await codeRow(code.value)
      if (!row) return fail('unknown')
      if (row.state === 'spent' && !entry.evenSpent) return fail('spent')
      if (row.state === 'voided') return fail('voided')
      const sending = entry.evenSpent === true
      if (row.state === 'issued' && isOver(row.validThrough, sending)) return fail('expired')
      const link = and(eq(surveyLinks.surveyId, row.surveyId), eq(surveyLinks.groupId, row.groupId))
      return link ? found(await linkOf(link)) : fail('unknown')
    },
    countedBefore: (key) => findCounted(database.read, key),
    async accept(response) {
      const { surveyId, groupId, channel } = response
      const { publicKey } = await frozenOf(surveyId)
      if (!publicKey) throw new Error('a survey without a key takes no answers')
      const codeKey = response.code === null ? null : readCodeKey(surveyId)
      return commit(response.assessmentId, {
        surveyId,
        groupId,
        channel,
        publicKey,
        leaf: receiptLeaf(response.receipt),
        codeDigest: response.code === null ? null : codeKey ? codeDigest(codeKey, response.code) : '',
        ballot: writeBallot(response),
      })
    },
  }
}
