import { index, integer, table, text, uniqueIndex } from '../columns.ts'
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
    /** Digests of the case file before and after the deed; null where it did not go through a form of the assessment. */
    caseBefore: text(),
    caseAfter: text(),
    /** What of the assessment was done something to, such as a frozen version or an account; null where the deed says it. */
    subject: text(),
    /** Digest of what was stored about the subject. */
    detail: text(),
    /** The assessment's id, 'accounts', or 'office'. No foreign key: the chain outlives its assessment. */
    chain: text().notNull(),
    seq: integer().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [
    index('audit_events_assessment_idx').on(t.assessmentId),
    // Two writers can never fork a chain.
    uniqueIndex('audit_events_chain_unique').on(t.chain, t.seq),
  ],
)
