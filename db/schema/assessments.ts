/**
 * An assessment and what its authors enter. Only inputs are stored: progress, totals and levels are derived from them.
 * Keys lead with the assessment they belong to, so that a large installation can partition by it.
 */
import type { MatterKind } from '../../lib/assessment/matter.ts'
import type { FindingGrade } from '../../lib/dimensions/finding.ts'
import type { DIMENSIONS } from '../../lib/dimensions/indicators.ts'
import type { AllocatedRow } from '../../lib/economics/allocation.ts'
import type { CostRow } from '../../lib/economics/financial-basis.ts'
import type { MeasureEntry, Phase } from '../../lib/risk/factor.ts'
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
} from '../columns.ts'
import { createdAt, id } from './key-columns.ts'

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
    /** Ids of the direct conditions that hold; null until somebody has examined them. */
    directConditions: json().$type<string[]>(),
    socialDiscountRate: real().notNull(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [index('assessments_updated_idx').on(t.updatedAt)],
)

/** The first column of everything that belongs to an assessment and goes with it. */
export const assessmentId = () =>
  text()
    .notNull()
    .references(() => assessments.id, { onDelete: 'cascade' })

/** The first column of what outlives every wish to delete: while a row of it is there, so is its assessment. */
export const assessmentIdKept = () =>
  text()
    .notNull()
    .references(() => assessments.id, { onDelete: 'restrict' })

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
    revenue: bigInteger().notNull(),
  },
  (t) => [primaryKey({ columns: [t.assessmentId, t.year] })],
)

/** Who bears or receives which part of a row of the cash-flow table. */
export const cashFlowShares = table(
  'cash_flow_shares',
  {
    assessmentId: assessmentId(),
    row: text().$type<AllocatedRow>().notNull(),
    /** The id of a stakeholder group, or a party that every project has. */
    party: text().notNull(),
    share: real().notNull(),
  },
  (t) => [primaryKey({ columns: [t.assessmentId, t.row, t.party] })],
)

/** No row: no financial appraisal is made. */
export const financialBases = table('financial_bases', {
  assessmentId: assessmentId().primaryKey(),
  benchmarkRate: real().notNull(),
  benchmarkSource: text().notNull(),
  costRows: json().$type<CostRow[]>().notNull(),
})
