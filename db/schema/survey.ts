/**
 * Surveys and what residents answered. A response holds the answers, the group and the day; it holds nothing that could
 * lead to a person, and its key is random, so that the order on disk is not the order of answering.
 */
import type { Questionnaire } from '../../lib/survey/questionnaire.ts'
import type { Answers } from '../../lib/survey/response.ts'
import type { SurveyState } from '../../lib/survey/survey-record.ts'
import { index, instant, json, primaryKey, table, text, uniqueIndex } from '../columns.ts'
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
