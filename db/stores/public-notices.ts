/** What the residents' door may know of notices: those that were published, and the answers to opinions by theme. */
import { and, asc, eq } from 'drizzle-orm'
import { type Notice, phaseOf } from '../../lib/participation/notice.ts'
import { type ClockReading, readNoticeClock } from '../../lib/participation/notice-clock.ts'
import { type AdoptionRegister, publicRegister } from '../../lib/participation/opinions/adoption-register.ts'
import type { PublishedAnswers } from '../../lib/participation/opinions/published-answer.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { schemeOf } from '../../lib/scheme/registry.ts'
import type { PublicDraw } from '../../lib/survey/sampling/public-draw.ts'
import type { Database } from '../database.ts'
import { assessments } from '../schema/assessments.ts'
import { notices } from '../schema/participation.ts'
import { surveyLinks, surveys } from '../schema/survey.ts'
import { readThemes } from './opinion-themes.ts'
import { addOnlineOpinion, fateOfReceipt, type OpinionFate } from './opinions.ts'
import { findPublicNotice, listPublicNotices } from './participation.ts'
import { readPublicDraws } from './public-draws.ts'
import { readPublishedAnswers } from './theme-answers.ts'

export interface NoticeInPublic {
  readonly notice: Notice
  readonly clock: ClockReading | null
  readonly decisionBody: string
  readonly assessor: string
  /** Of the worked example: nothing of it is planned. */
  readonly example: boolean
  /** Links of a survey that is open now, by group. */
  readonly surveys: readonly { readonly groupName: string; readonly token: string }[]
  /** Whether households were drawn, or it was announced that they will be. */
  readonly drawn: boolean
  /** Address of the notice that took its place, and of the one it took the place of. */
  readonly correctedBy: string | null
  readonly earlier: string | null
}

export interface DrawsInPublic {
  readonly notice: Notice
  /** The first one first. */
  readonly draws: readonly PublicDraw[]
}

export interface FeedbackInPublic {
  readonly notice: Notice
  /** With the answers that were published, in the words published last. */
  readonly register: AdoptionRegister
  /** All that was told, by theme. */
  readonly published: PublishedAnswers
}

export interface OnlineOpinion {
  readonly slug: string
  /** Masked and checked. */
  readonly text: string
  /** YYYY-MM-DD in China. */
  readonly day: string
  readonly receiptHash: string
}

export interface NoticeBoard {
  find(slug: string): Promise<NoticeInPublic | null>
  list(): Promise<readonly Notice[]>
  feedback(slug: string): Promise<FeedbackInPublic | null>
  /** Null where nothing was drawn or announced. */
  draws(slug: string): Promise<DrawsInPublic | null>
  /** Stores an opinion while its notice is current; resolves after the commit. */
  opine(opinion: OnlineOpinion): Promise<Result<void, 'not-found' | 'notice-not-current'>>
  /** What became of the opinion behind a receipt; null where there is none for this notice. */
  fateOf(slug: string, receiptHash: string): Promise<readonly OpinionFate[] | null>
}

/** More than an office publishes in years; beyond, old ones are reached by their address only. */
const MOST_LISTED = 200

export function openNoticeBoard(database: Database): NoticeBoard {
  const door = database.read
  return {
    async opine({ slug, ...opinion }) {
      const found = await findPublicNotice(door, slug)
      if (!found) return fail('not-found')
      if (phaseOf(found.notice, opinion.day) !== 'current') return fail('notice-not-current')
      const { assessmentId } = found
      await database.append(assessmentId, (tx) => addOnlineOpinion(tx, { ...opinion, assessmentId }))
      return ok(undefined)
    },
    async fateOf(slug, receiptHash) {
      const found = await findPublicNotice(door, slug)
      const fate = found && (await fateOfReceipt(door, receiptHash))
      return fate && fate.assessmentId === found.assessmentId ? fate.fates : null
    },
    list: () => listPublicNotices(door, MOST_LISTED),
    async find(slug) {
      const found = await findPublicNotice(door, slug)
      if (!found) return null
      const { assessmentId, notice } = found
      const [assessment] = await door
        .select({
          schemeId: assessments.schemeId,
          decisionBody: assessments.decisionBody,
          assessor: assessments.assessor,
          example: assessments.example,
        })
        .from(assessments)
        .where(eq(assessments.id, assessmentId))
      if (!assessment) return null
      const links = await door
        .select({ groupName: surveyLinks.groupName, token: surveyLinks.token })
        .from(surveyLinks)
        .innerJoin(surveys, eq(surveys.id, surveyLinks.surveyId))
        .where(and(eq(surveys.assessmentId, assessmentId), eq(surveys.state, 'published')))
        .orderBy(asc(surveyLinks.groupName))
      const slugOf = async (wanted: ReturnType<typeof eq>) => {
        const rows = await door
          .select({ slug: notices.slug, state: notices.state })
          .from(notices)
          .where(and(eq(notices.assessmentId, assessmentId), wanted))
        return rows.find(({ state }) => state !== 'draft')?.slug ?? null
      }
      return {
        notice,
        clock: readNoticeClock(schemeOf(assessment.schemeId).clocks, notice),
        decisionBody: assessment.decisionBody,
        assessor: assessment.assessor,
        example: assessment.example,
        surveys: links,
        drawn: (await readPublicDraws(door, assessmentId)).length > 0,
        correctedBy: await slugOf(eq(notices.corrects, notice.id)),
        earlier: notice.corrects === null ? null : await slugOf(eq(notices.id, notice.corrects)),
      }
    },
    async draws(slug) {
      const found = await findPublicNotice(door, slug)
      const draws = found ? await readPublicDraws(door, found.assessmentId) : []
      return found && draws.length > 0 ? { notice: found.notice, draws } : null
    },
    async feedback(slug) {
      const found = await findPublicNotice(door, slug)
      if (!found) return null
      const published = await readPublishedAnswers(door, found.assessmentId)
      return {
        notice: found.notice,
        register: publicRegister(await readThemes(door, found.assessmentId), published),
        published,
      }
    },
  }
}
