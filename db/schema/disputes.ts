/** Rounds of screening and the ledger of disputes, and what was done after the decision. No persons in either. */
import type { DisputeEvent, DisputeState, Severity, SizeBand, Track } from '../../lib/disputes/dispute.ts'
import type { RoundStage } from '../../lib/disputes/dispute-register.ts'
import { json, primaryKey, table, text } from '../columns.ts'
import { assessmentId } from './assessments.ts'

export const screeningRounds = table(
  'screening_rounds',
  {
    assessmentId: assessmentId(),
    id: text().notNull(),
    stage: text().$type<RoundStage>().notNull(),
    area: text().notNull(),
    office: text().notNull(),
    from: text().notNull(),
    to: text().notNull(),
    manner: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.assessmentId, t.id] })],
)

export const disputes = table(
  'disputes',
  {
    assessmentId: assessmentId(),
    id: text().notNull(),
    subject: text().notNull(),
    groupIds: json().$type<string[]>().notNull(),
    size: text().$type<SizeBand>().notNull(),
    severity: text().$type<Severity>().notNull(),
    registeredOn: text().notNull(),
    roundId: text(),
    factorId: text(),
    state: text().$type<DisputeState>().notNull(),
    track: text().$type<Track>(),
    owner: text().notNull(),
    deadline: text(),
    events: json().$type<readonly DisputeEvent[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.assessmentId, t.id] })],
)
