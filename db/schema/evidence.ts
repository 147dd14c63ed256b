/** Files as evidence, in pieces: both engines, their backups and exports carry them alike. */
import type { EvidenceUse } from '../../lib/evidence/evidence.ts'
import type { EvidenceKind } from '../../lib/evidence/file-kind.ts'
import { bytes, instant, integer, primaryKey, table, text } from '../columns.ts'
import { assessmentId } from './assessments.ts'

export const evidenceFiles = table(
  'evidence_files',
  {
    assessmentId: assessmentId(),
    /** SHA-256 of the bytes as kept, in hexadecimal. */
    digest: text().notNull(),
    name: text().notNull(),
    kind: text().$type<EvidenceKind>().notNull(),
    size: integer().notNull(),
    addedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.assessmentId, t.digest] })],
)

export const evidencePieces = table(
  'evidence_pieces',
  {
    assessmentId: assessmentId(),
    digest: text().notNull(),
    position: integer().notNull(),
    bytes: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.assessmentId, t.digest, t.position] })],
)

export const evidenceLinks = table(
  'evidence_links',
  {
    assessmentId: assessmentId(),
    digest: text().notNull(),
    use: text().$type<EvidenceUse>().notNull(),
    subjectId: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.assessmentId, t.digest, t.use, t.subjectId] })],
)
