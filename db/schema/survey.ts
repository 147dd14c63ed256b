/**
 * Surveys and what residents answered.
 *
 * While a survey is open the database is a sealed ballot box: it holds envelopes that only the survey's private key opens,
 * which lies outside. Closing opens them, stores the answers under new random keys, counts them, and removes envelopes and
 * codes. No table holds a time finer than a day, and no key leads from a code or a receipt to an answer.
 */
import type { Channel } from '../../lib/survey/channel.ts'
import type { VoidReason } from '../../lib/survey/channels/code-entry.ts'
import type { ClosedFrame } from '../../lib/survey/frame/closed-frame.ts'
import type { Questionnaire } from '../../lib/survey/questionnaire.ts'
import type { Answers } from '../../lib/survey/response.ts'
import type { SurveyState } from '../../lib/survey/survey-record.ts'
import { bytes, index, instant, integer, json, primaryKey, table, text, uniqueIndex } from '../columns.ts'
import { assessmentId } from './assessments.ts'
import { createdAt, id } from './key-columns.ts'

export const surveys = table(
  'surveys',
  {
    id: id(),
    assessmentId: assessmentId(),
    state: text().$type<SurveyState>().notNull(),
    questionnaire: json().$type<Questionnaire>().notNull(),
    publishedAt: instant(),
    closedAt: instant(),
    /** Answers are sealed to it; set at publication. */
    publicKey: text(),
    /** Over the sorted receipt leaves; set at closing. */
    merkleRoot: text(),
    /** Envelopes that did not open at closing, as forged ones do not; null before. */
    unreadable: integer(),
    /** What closing found: answers the doors said they took, receipts given, answers counted; null before. */
    acceptedAtClosing: integer(),
    receiptsAtClosing: integer(),
    countedAtClosing: integer(),
    /** The groups and the plan it is weighed by for good; set when closing begins. */
    frame: json().$type<ClosedFrame>(),
    createdAt: createdAt(),
  },
  (t) => [index('surveys_assessment_idx').on(t.assessmentId)],
)

const surveyId = () =>
  text()
    .notNull()
    .references(() => surveys.id, { onDelete: 'cascade' })

export const surveyLinks = table(
  'survey_links',
  {
    surveyId: surveyId(),
    groupId: text().notNull(),
    /** The group's name as it stood at publication: what the resident is told. */
    groupName: text().notNull(),
    token: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.surveyId, t.groupId] }),
    uniqueIndex('survey_links_token_unique').on(t.token),
  ],
)

const channel = () => text().$type<Channel>().notNull()

/** Answers that nobody can read yet. Emptied by closing. */
export const sealedResponses = table(
  'sealed_responses',
  {
    surveyId: surveyId(),
    id: text().notNull(),
    groupId: text().notNull(),
    channel: channel(),
    envelope: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.surveyId, t.id] })],
)

/** Digests of receipts while the survey is open: a retry finds its own. Moved to receipt_leaves by closing. */
export const receipts = table('receipts', { surveyId: surveyId(), leaf: text().notNull() }, (t) => [
  primaryKey({ columns: [t.surveyId, t.leaf] }),
])

/** The leaves of the Merkle tree of a closed survey, written at once and sorted: the order of arrival is gone. */
export const receiptLeaves = table(
  'receipt_leaves',
  { surveyId: surveyId(), leaf: text().notNull() },
  (t) => [primaryKey({ columns: [t.surveyId, t.leaf] })],
)

/** How many answered, per group and channel: all that can be known before closing. */
export const responseCounts = table(
  'response_counts',
  { surveyId: surveyId(), groupId: text().notNull(), channel: channel(), n: integer().notNull() },
  (t) => [primaryKey({ columns: [t.surveyId, t.groupId, t.channel] })],
)

/**
 * Slips printed together for one group. How many of a batch were used is kept nowhere: whoever hands out a single slip of a
 * batch would read from it whether that person answered.
 */
export const codeBatches = table(
  'code_batches',
  {
    surveyId: surveyId(),
    id: text().notNull(),
    groupId: text().notNull(),
    label: text().notNull(),
    issued: integer().notNull(),
    /** Slips that were never handed out, counted by hand; null where nobody counted. */
    leftOver: integer(),
    /** YYYY-MM-DD, the last day on which the codes open the questionnaire; null: as long as the survey is open. */
    validThrough: text(),
    /** YYYY-MM-DD; null while the codes are good. */
    voidedOn: text(),
    voidReason: text().$type<VoidReason>(),
    /** YYYY-MM-DD. */
    createdOn: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.surveyId, t.id] })],
)

export type CodeState = 'issued' | 'spent' | 'voided'

/** One-time codes as keyed digests. Emptied by closing: afterwards nobody can tell which slip was used. */
export const surveyCodes = table(
  'survey_codes',
  {
    surveyId: surveyId(),
    /** HMAC-SHA256 of the code under a key that lies outside the database. */
    digest: text().notNull(),
    batchId: text().notNull(),
    groupId: text().notNull(),
    state: text().$type<CodeState>().notNull(),
    /** As the batch has it: the residents' door reads no batches. */
    validThrough: text(),
  },
  (t) => [primaryKey({ columns: [t.surveyId, t.digest] })],
)

/** The answers of a closed survey, with random keys made at closing. */
export const responses = table(
  'responses',
  {
    surveyId: surveyId(),
    id: text().notNull(),
    groupId: text().notNull(),
    channel: channel(),
    /** The day, YYYY-MM-DD, and nothing finer: a time of day could be matched with who was seen answering. */
    day: text().notNull(),
    /** Words are kept apart in open_texts; here a mark stands for them. */
    answers: json().$type<Answers>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.surveyId, t.id] })],
)

/** What people wrote, apart from the rest of their answers: a handwriting of words would otherwise sign all of them. */
export const openTexts = table(
  'open_texts',
  {
    surveyId: surveyId(),
    questionId: text().notNull(),
    /** Random: the texts are read in its order, which is no order at all. */
    id: text().notNull(),
    /** Numbers that lead to a person are masked before it is stored. */
    text: text().notNull(),
    /** How many numbers were masked, and how many places may be names. */
    masked: integer().notNull(),
    names: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.surveyId, t.questionId, t.id] })],
)

/** How many texts there are to a question, so that a page of them costs the same for a hundred and for a million. */
export const openTextCounts = table(
  'open_text_counts',
  {
    surveyId: surveyId(),
    questionId: text().notNull(),
    n: integer().notNull(),
    /** Numbers masked in all of them. */
    masked: integer().notNull(),
    /** Texts in which something may be a name. */
    named: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.surveyId, t.questionId] })],
)

/** Counts of answers by group, channel, question and cell; see lib/survey/cells.ts. */
export const tallyCells = table(
  'tally_cells',
  {
    surveyId: surveyId(),
    groupId: text().notNull(),
    channel: channel(),
    questionId: text().notNull(),
    cell: text().notNull(),
    n: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.surveyId, t.groupId, t.channel, t.questionId, t.cell] })],
)
