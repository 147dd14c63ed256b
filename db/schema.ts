/**
 * Everything the workbench remembers.
 *
 * Only inputs are stored: progress, totals and levels are derived from them. Keys lead with the assessment or survey
 * they belong to, so that a large installation can partition by them. A response holds the answers, the group and the
 * day; it holds nothing that could lead to a person, and its key is random, so that the order on disk is not the order
 * of answering.
 */
import { nanoid } from 'nanoid'
import type { Role } from '../lib/assessment/access.ts'
import type { MatterKind } from '../lib/assessment/matter.ts'
import type { FindingGrade } from '../lib/dimensions/finding.ts'
import type { DIMENSIONS } from '../lib/dimensions/indicators.ts'
import type { MeasureEntry, Phase } from '../lib/risk/factor.ts'
import type { Questionnaire } from '../lib/survey/questionnaire.ts'
import type { Answers } from '../lib/survey/response.ts'
import type { SurveyState } from '../lib/survey/survey-record.ts'
import {
  bigInteger,
  boolean,
  index,
  instant,
  integer,
  json,
  primaryKey,
  real,
  table,
  text,
  uniqueIndex,
} from './columns.ts'

const id = () =>
  text()
    .primaryKey()
    .$defaultFn(() => nanoid())
const createdAt = () =>
  instant()
    .notNull()
    .$defaultFn(() => new Date())

// Accounts of officials. The shapes of these four tables are better-auth's.

export const users = table(
  'users',
  {
    id: id(),
    name: text().notNull(),
    /** better-auth wants an address; accounts here have none, so it is <username>@localhost and never written to. */
    email: text().notNull(),
    emailVerified: boolean().notNull(),
    image: text(),
    username: text().notNull(),
    displayUsername: text(),
    role: text().$type<Role>().notNull(),
    disabled: boolean().notNull(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [uniqueIndex('users_email_unique').on(t.email), uniqueIndex('users_username_unique').on(t.username)],
)

export const sessions = table(
  'sessions',
  {
    id: id(),
    token: text().notNull(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expiresAt: instant().notNull(),
    ipAddress: text(),
    userAgent: text(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [uniqueIndex('sessions_token_unique').on(t.token), index('sessions_user_idx').on(t.userId)],
)

export const accounts = table(
  'accounts',
  {
    id: id(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: instant(),
    refreshTokenExpiresAt: instant(),
    scope: text(),
    /** The password's scrypt hash. */
    password: text(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [index('accounts_user_idx').on(t.userId)],
)

export const verifications = table('verifications', {
  id: id(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: instant().notNull(),
  createdAt: createdAt(),
  updatedAt: createdAt(),
})

// Assessments.

export const assessments = table(
  'assessments',
  {
    id: id(),
    /** Raised by every change to anything of the assessment. */
    version: integer().notNull(),
    example: boolean().notNull(),
    kind: text().$type<MatterKind>().notNull(),
    title: text().notNull(),
    decisionBody: text().notNull(),
    assessor: text().notNull(),
    implementer: text().notNull(),
    area: text().notNull(),
    summary: text().notNull(),
    schemeId: text().notNull(),
    expectedEventPersons: integer(),
    socialDiscountRate: real().notNull(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [index('assessments_updated_idx').on(t.updatedAt)],
)

const assessmentId = () =>
  text()
    .notNull()
    .references(() => assessments.id, { onDelete: 'cascade' })

export const stakeholderGroups = table(
  'stakeholder_groups',
  {
    assessmentId: assessmentId(),
    id: text().notNull(),
    position: integer().notNull(),
    name: text().notNull(),
    effect: text().$type<'direct' | 'indirect'>().notNull(),
    households: integer().notNull(),
    persons: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.assessmentId, t.id] })],
)

export const findings = table(
  'findings',
  {
    assessmentId: assessmentId(),
    indicatorId: text().notNull(),
    grade: text().$type<FindingGrade>().notNull(),
    evidence: text().notNull(),
    scorerName: text().notNull(),
    scoredAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.assessmentId, t.indicatorId] })],
)

export const dimensionComments = table(
  'dimension_comments',
  {
    assessmentId: assessmentId(),
    dimension: text().$type<(typeof DIMENSIONS)[number]>().notNull(),
    comment: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.assessmentId, t.dimension] })],
)

export const riskFactors = table(
  'risk_factors',
  {
    assessmentId: assessmentId(),
    id: text().notNull(),
    position: integer().notNull(),
    catalogueId: text(),
    category: text().notNull(),
    name: text().notNull(),
    phases: json().$type<Phase[]>().notNull(),
    weight: real().notNull(),
    initialProbability: real().notNull(),
    initialImpact: real().notNull(),
    residualProbability: real().notNull(),
    residualImpact: real().notNull(),
    measures: json().$type<MeasureEntry[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.assessmentId, t.id] })],
)

export const cashFlowYears = table(
  'cash_flow_years',
  {
    assessmentId: assessmentId(),
    year: integer().notNull(),
    /** All amounts in fen. */
    investment: bigInteger().notNull(),
    operation: bigInteger().notNull(),
    compensation: bigInteger().notNull(),
    mitigation: bigInteger().notNull(),
    benefit: bigInteger().notNull(),
  },
  (t) => [primaryKey({ columns: [t.assessmentId, t.year] })],
)

// Surveys.

export const surveys = table(
  'surveys',
  {
    id: id(),
    assessmentId: assessmentId(),
    state: text().$type<SurveyState>().notNull(),
    questionnaire: json().$type<Questionnaire>().notNull(),
    publishedAt: instant(),
    closedAt: instant(),
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

export const responses = table(
  'responses',
  {
    surveyId: surveyId(),
    /** Derived from the resident's receipt by a one-way hash; random, so it carries no order. */
    id: text().notNull(),
    groupId: text().notNull(),
    channel: text().$type<'open-link'>().notNull(),
    /** The day, YYYY-MM-DD, and nothing finer: a time of day could be matched with who was seen answering. */
    day: text().notNull(),
    answers: json().$type<Answers>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.surveyId, t.id] })],
)

/** What was done to an assessment, when and by whom. Reads of residents' texts are events too. */
export const auditEvents = table(
  'audit_events',
  {
    id: id(),
    at: createdAt(),
    actorId: text().notNull(),
    action: text().notNull(),
    assessmentId: text(),
  },
  (t) => [index('audit_events_assessment_idx').on(t.assessmentId)],
)
