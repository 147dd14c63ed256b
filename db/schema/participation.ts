/** Notices and consultations. Counts by group; nobody of the residents is named. */
import type { ConsultationKind, Expert } from '../../lib/participation/consultation.ts'
import type { NoticeKind, NoticeState, Posting } from '../../lib/participation/notice.ts'
import { index, json, primaryKey, table, text, uniqueIndex } from '../columns.ts'
import { assessmentId } from './assessments.ts'

export const notices = table(
  'notices',
  {
    assessmentId: assessmentId(),
    id: text().notNull(),
    kind: text().$type<NoticeKind>().notNull(),
    title: text().notNull(),
    plan: text().notNull(),
    affected: text().notNull(),
    objection: text().notNull(),
    law: text().notNull(),
    contact: text().notNull(),
    from: text().notNull(),
    until: text().notNull(),
    eventOn: text(),
    shortenedBecause: text().notNull(),
    state: text().$type<NoticeState>().notNull(),
    slug: text(),
    publishedOn: text(),
    withdrawnOn: text(),
    withdrawnBecause: text().notNull(),
    corrects: text(),
    postings: json().$type<readonly Posting[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.assessmentId, t.id] }),
    uniqueIndex('notices_slug_unique').on(t.slug),
    index('notices_until_idx').on(t.state, t.until),
  ],
)

export const consultations = table(
  'consultations',
  {
    assessmentId: assessmentId(),
    id: text().notNull(),
    kind: text().$type<ConsultationKind>().notNull(),
    heldOn: text().notNull(),
    place: text().notNull(),
    host: text().notNull(),
    counts: json().$type<{ groupId: string; persons: number }[]>().notNull(),
    minutes: text().notNull(),
    noticeOn: text(),
    listOn: text(),
    papersOn: text(),
    shortenedBecause: text().notNull(),
    departments: json().$type<string[]>().notNull(),
    experts: json().$type<Expert[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.assessmentId, t.id] })],
)
