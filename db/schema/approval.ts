/**
 * Frozen versions and the steps of their approval. What is frozen is written once; steps are only added. The public part stands
 * apart from the case itself, so that the residents' door can be given the one and not the other. Printed pages carry the
 * code of a version, so an assessment that has one cannot be deleted.
 */
import type { PublicFigures } from '../../lib/approval/public-record.ts'
import type { ApprovalState, Step } from '../../lib/approval/workflow.ts'
import type { Role } from '../../lib/assessment/access.ts'
import type { CaseFile } from '../../lib/assessment/case-file.ts'
import type { Decision } from '../../lib/scheme/decision-gate.ts'
import type { Results } from '../../lib/verdict/results.ts'
import { boolean, bytes, integer, json, primaryKey, table, text, uniqueIndex } from '../columns.ts'
import { assessmentIdKept } from './assessments.ts'

export const frozenVersions = table(
  'frozen_versions',
  {
    assessmentId: assessmentIdKept(),
    number: integer().notNull(),
    frozenOn: text().notNull(),
    frozenById: text().notNull(),
    frozenBy: text().notNull(),
    caseDigest: text().notNull(),
    engineVersion: text().notNull(),
    /** Where the chain of the assessment and the chain of the office stood. */
    auditSeq: integer().notNull(),
    auditHash: text().notNull(),
    officeSeq: integer().notNull(),
    officeHash: text().notNull(),
    resultsDigest: text().notNull(),
    /** Of everything the report said when it was frozen. */
    wordingDigest: text().notNull(),
    bundleDigest: text().notNull(),
    snapshot: json().$type<CaseFile>().notNull(),
    results: json().$type<Results>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.assessmentId, t.number] })],
)

export const approvalSteps = table(
  'approval_steps',
  {
    assessmentId: assessmentIdKept(),
    number: integer().notNull(),
    seq: integer().notNull(),
    step: json().$type<Step>().notNull(),
    actorId: text().notNull(),
    actorName: text().notNull(),
    role: text().$type<Role>().notNull(),
    takenOn: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.assessmentId, t.number, t.seq] })],
)

/** What /verify shows for the code of a report. */
export const reportRegistry = table(
  'report_registry',
  {
    assessmentId: assessmentIdKept(),
    number: integer().notNull(),
    code: text().notNull(),
    frozenOn: text().notNull(),
    caseDigest: text().notNull(),
    engineVersion: text().notNull(),
    auditSeq: integer().notNull(),
    auditHash: text().notNull(),
    officeSeq: integer().notNull(),
    officeHash: text().notNull(),
    /** Of the file in public_bundles, and its size in bytes. */
    bundleDigest: text().notNull(),
    bundleSize: integer().notNull(),
    figures: json().$type<PublicFigures>().notNull(),
    state: text().$type<ApprovalState>().notNull(),
    decision: text().$type<Decision>(),
    decidedOn: text(),
    conditions: text().notNull(),
    voided: boolean().notNull(),
    superseded: boolean().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.assessmentId, t.number] }),
    uniqueIndex('report_registry_code_unique').on(t.code),
  ],
)

/** The public verification bundle of each frozen version, byte for byte as it was made at freezing. */
export const publicBundles = table(
  'public_bundles',
  {
    assessmentId: assessmentIdKept(),
    number: integer().notNull(),
    code: text().notNull(),
    bytes: bytes().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.assessmentId, t.number] }),
    uniqueIndex('public_bundles_code_unique').on(t.code),
  ],
)
