/** Rounds of screening and the ledger of disputes. No persons in either; where a dispute stands follows from its steps. */
import type { DisputeEvent, Severity, SizeBand } from '../../lib/disputes/dispute.ts'
import type { RoundStage } from '../../lib/disputes/dispute-register.ts'
import { json, primaryKey, table, text } from '../columns.ts'
import { assessmentId } from './assessments.ts'

/** Why an entry counts no more; null while it does. */
const struck = () => json().$type<{ readonly on: string; readonly reason: string }>()

/** A step with the account that entered it, who alone may take it back. */
export type EnteredStep = DisputeEvent & { readonly by: string }

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
    struck: struck(),
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
    events: json().$type<readonly EnteredStep[]>().notNull(),
    struck: struck(),
  },
  (t) => [primaryKey({ columns: [t.assessmentId, t.id] })],
)
