/**
 * Opinions, the themes they are coded to, and what the press published. An opinion holds its text without personal
 * numbers, its way and its day; its key is random and the table keeps no order of arrival.
 */

import type { Reach, Tone } from '../../lib/participation/media/media-item.ts'
import type { OpinionSource, ThemeAnswerKind } from '../../lib/participation/opinions/opinion.ts'
import type { StrikeKind } from '../../lib/participation/opinions/striking.ts'
import { index, instant, integer, json, primaryKey, table, text } from '../columns.ts'
import { assessmentId } from './assessments.ts'

export const opinionThemes = table(
  'opinion_themes',
  {
    assessmentId: assessmentId(),
    id: text().notNull(),
    position: integer().notNull(),
    name: text().notNull(),
    keywords: json().$type<readonly string[]>().notNull(),
    answer: text().$type<ThemeAnswerKind>(),
    reason: text().notNull(),
    measure: text().notNull(),
    factorId: text(),
    answeredAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.assessmentId, t.id] })],
)

export const opinions = table(
  'opinions',
  {
    assessmentId: assessmentId(),
    id: text().notNull(),
    /** Pieces of one text share it; the key that a receipt of the public page leads to. */
    originId: text().notNull(),
    source: text().$type<OpinionSource>().notNull(),
    groupId: text(),
    /** YYYY-MM-DD, and nothing finer. */
    day: text().notNull(),
    text: text().notNull(),
    themeId: text(),
    /** The survey a text answer was taken from, so that none is taken twice. */
    surveyId: text(),
    /** Why it does not count; null where it does. */
    struckAs: text().$type<StrikeKind>(),
    struckBecause: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.assessmentId, t.id] }),
    index('opinions_theme_idx').on(t.assessmentId, t.themeId),
  ],
)

/** What the public was told about a theme, each answer as it was published. No statement changes or deletes one. */
export const publishedAnswers = table(
  'published_answers',
  {
    assessmentId: assessmentId(),
    themeId: text().notNull(),
    /** From 1. */
    number: integer().notNull(),
    answer: text().$type<ThemeAnswerKind>().notNull(),
    reason: text().notNull(),
    measure: text().notNull(),
    publishedOn: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.assessmentId, t.themeId, t.number] })],
)

/** Whoever holds the receipt finds what became of the opinion's theme; nobody finds the holder. */
export const opinionReceipts = table(
  'opinion_receipts',
  {
    assessmentId: assessmentId(),
    receiptHash: text().notNull(),
    originId: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.receiptHash] })],
)

export const mediaItems = table(
  'media_items',
  {
    assessmentId: assessmentId(),
    id: text().notNull(),
    outlet: text().notNull(),
    title: text().notNull(),
    publishedOn: text().notNull(),
    link: text().notNull(),
    reach: text().$type<Reach>().notNull(),
    toneFirst: text().$type<Tone>().notNull(),
    toneSecond: text().$type<Tone>(),
  },
  (t) => [primaryKey({ columns: [t.assessmentId, t.id] })],
)
