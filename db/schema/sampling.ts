/** Lists of household numbers, sampling plans and draws. No name or address in any of them, and nothing is overwritten. */
import type { DrawnStratum } from '../../lib/survey/frame/frame.ts'
import type { PlanEntry, PlannedStratum } from '../../lib/survey/sampling/plan.ts'
import { integer, json, primaryKey, table, text } from '../columns.ts'
import { assessmentId } from './assessments.ts'

/** Every list a group ever brought, the latest in force: an earlier draw must stay repeatable. */
export const householdLists = table(
  'household_lists',
  {
    assessmentId: assessmentId(),
    groupId: text().notNull(),
    seq: integer().notNull(),
    size: integer().notNull(),
    digest: text().notNull(),
    source: text().notNull(),
    importedOn: text().notNull(),
    numbers: json().$type<readonly string[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.assessmentId, t.groupId, t.seq] })],
)

export const samplingPlans = table(
  'sampling_plans',
  {
    assessmentId: assessmentId(),
    version: integer().notNull(),
    savedOn: text().notNull(),
    entry: json().$type<PlanEntry>().notNull(),
    strata: json().$type<readonly PlannedStratum[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.assessmentId, t.version] })],
)

export const samplingDraws = table(
  'sampling_draws',
  {
    assessmentId: assessmentId(),
    seq: integer().notNull(),
    announcedOn: text().notNull(),
    source: text().notNull(),
    revealOn: text().notNull(),
    reason: text().notNull(),
    frameDigest: text().notNull(),
    strata: json().$type<readonly DrawnStratum[]>().notNull(),
    /** The rest is null until the number is known and the households are drawn. */
    publicNumber: text(),
    drawnOn: text(),
    lastTickets: json().$type<Readonly<Record<string, string>>>(),
    digest: text(),
    /** List numbers by group id, in the order of their tickets. */
    drawn: json().$type<Readonly<Record<string, readonly string[]>>>(),
  },
  (t) => [primaryKey({ columns: [t.assessmentId, t.seq] })],
)
