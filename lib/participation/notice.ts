/**
 * 公示公告: what the office tells people before it decides.
 *
 * A notice says what is planned, whom it touches, and where and until when to object. It is drafted, then published: from
 * that moment its text is frozen, because people relied on it. It can be withdrawn with a reason or corrected by a new
 * notice, and both stay in public sight as what they are. It ends with its last day; that is derived, never stored.
 */
import { z } from 'zod'
import { hasPersonalData, maskPersonalData, type PersonalDataKind } from '../personal-data.ts'
import { nextWorkingDay } from '../working-days.ts'

export const NOTICE_KINDS = [
  'assessment-notice',
  'public-comment',
  'land-pre-notice',
  'compensation-plan-notice',
  'hearing-notice',
  'other',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

export const NOTICE_STATES = ['draft', 'published', 'withdrawn', 'corrected'] as const
export type NoticeState = (typeof NOTICE_STATES)[number]

const day = z.iso.date('invalid-date')
const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max, 'too-long')
    .refine((text) => !hasPersonalData(text), 'personal-data')

/** An office is reached by its telephone and its mailbox; a mobile number would be somebody's own. */
const OF_AN_OFFICE: readonly PersonalDataKind[] = ['landline', 'e-mail']
const reachingAnOffice = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'required')
    .max(max, 'too-long')
    .refine((text) => {
      const kinds = Object.keys(maskPersonalData(text).masked)
      return kinds.every((kind) => OF_AN_OFFICE.some((allowed) => allowed === kind))
    }, 'private-contact')

export const noticeShape = z
  .object({
    kind: z.enum(NOTICE_KINDS),
    title: line(120).pipe(z.string().min(1, 'required')),
    /** What is planned. */
    plan: line(4000).pipe(z.string().min(1, 'required')),
    /** Who is affected. */
    affected: line(2000).pipe(z.string().min(1, 'required')),
    /** Where and how to object: an office's telephone belongs here. */
    objection: reachingAnOffice(2000),
    /** What the law gives people, in plain words. */
    law: line(2000),
    contact: reachingAnOffice(300),
    /** The first and the last day in public. */
    from: day,
    until: day,
    /** The day of the hearing that a hearing notice announces. */
    eventOn: day.nullable(),
    /** Why the period is shorter than the rule; printed in the report and shown in public. */
    shortenedBecause: line(500),
  })
  .superRefine(({ kind, from, until, eventOn }, context) => {
    const raise = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (until < from) raise('until', 'ends-before-start')
    if (kind === 'hearing-notice' && eventOn === null) raise('eventOn', 'required')
    if (eventOn !== null && eventOn < from) raise('eventOn', 'event-before-notice')
  })
export type NoticeEntry = z.infer<typeof noticeShape>

/** 张贴证明: that the notice hung where people pass. */
export const postingShape = z.object({
  noticeId: z.string().min(1),
  place: line(200).pipe(z.string().min(1, 'required')),
  postedOn: day,
  /** SHA-256 of the photograph among the evidence files. */
  photo: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'invalid')
    .nullable(),
})
export type PostingEntry = z.infer<typeof postingShape>

/** What has not happened yet cannot be recorded. */
export const postingShapeOn = (today: string) =>
  postingShape.refine(({ postedOn }) => postedOn <= today, { path: ['postedOn'], message: 'after-today' })
export type Posting = Omit<PostingEntry, 'noticeId'>

export interface Notice extends NoticeEntry {
  readonly id: string
  readonly state: NoticeState
  /** Address below /p/; null until published. */
  readonly slug: string | null
  readonly publishedOn: string | null
  readonly withdrawnOn: string | null
  readonly withdrawnBecause: string
  /** The notice that this one corrects. */
  readonly corrects: string | null
  readonly postings: readonly Posting[]
}

export const withdrawalShape = z.object({
  noticeId: z.string().min(1),
  because: line(500).pipe(z.string().min(1, 'required')),
})
export type WithdrawalEntry = z.infer<typeof withdrawalShape>

/** The last day on which people could read it: a notice that was withdrawn or corrected ends there, whatever it had planned. */
export function lastDayInPublic({ until, withdrawnOn }: Pick<Notice, 'until' | 'withdrawnOn'>): string {
  return withdrawnOn !== null && withdrawnOn < until ? withdrawnOn.slice(0, 10) : until
}

export type NoticePhase = 'draft' | 'announced' | 'current' | 'ended' | 'withdrawn' | 'corrected'

/**
 * The day until which people may still speak: a period whose last day is a day of rest ends on the next working day
 * (民法典第二百零三条), whatever the notice prints.
 */
export function lastDayOf({ until }: Pick<Notice, 'until'>): string {
  return nextWorkingDay(until)
}

/** Where a notice stands on a day. */
export function phaseOf(notice: Pick<Notice, 'state' | 'from' | 'until'>, today: string): NoticePhase {
  if (notice.state !== 'published') return notice.state
  if (today < notice.from) return 'announced'
  return today <= lastDayOf(notice) ? 'current' : 'ended'
}
