import { index, table, text } from '../columns.ts'
import { createdAt, id } from './key-columns.ts'

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
