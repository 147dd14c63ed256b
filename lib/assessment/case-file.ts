/**
 * 案卷: everything known about one assessment, as one plain serialisable value.
 *
 * Sibling slices (四性, 风险, 民意调查, 经济效益) do not know each other; they meet here. Scoring, statistics, the state of the
 * task list and the report are pure functions of a CaseFile, which is why a number in a report can be recomputed by
 * anybody who holds one. It contains counts of answers, never answers.
 */
import type { DimensionComment, Finding } from '../dimensions/finding.ts'
import { type DisputeRegister, NO_DISPUTES } from '../disputes/dispute-register.ts'
import type { Allocation } from '../economics/allocation.ts'
import type { FinancialYear } from '../economics/financial-appraisal.ts'
import type { FinancialBasis } from '../economics/financial-basis.ts'
import { type FollowUp, NO_FOLLOW_UP } from '../follow-up/follow-up.ts'
import { NO_PARTICIPATION, type Participation } from '../participation/participation.ts'
import type { ExpertPanel } from '../risk/experts.ts'
import type { RiskFactor } from '../risk/factor.ts'
import { NO_CUSTODY, type SurveyCustody } from '../survey/custody.ts'
import { NO_SAMPLING, type SamplingRecord } from '../survey/sampling/sampling-record.ts'
import type { EarlierSurvey } from '../survey/survey-change.ts'
import type { SurveyRecord } from '../survey/survey-record.ts'
import type { Matter, StakeholderGroup } from './matter.ts'

export interface CaseFile {
  readonly id: string
  /** Raised by every change; a form that was opened on an older version is refused. */
  readonly version: number
  /** A worked example (示例), not a real assessment of this office. */
  readonly example: boolean
  readonly createdOn: string
  /** The rule set (评估方案参数) it is judged by. */
  readonly schemeId: string
  readonly matter: Matter
  readonly groups: readonly StakeholderGroup[]
  readonly findings: readonly Finding[]
  readonly dimensionComments: readonly DimensionComment[]
  readonly factors: readonly RiskFactor[]
  /** Several experts' p and q by factor id, the same order of experts everywhere; null until a panel has judged. */
  readonly expertPanel: ExpertPanel | null
  /** Persons in the largest event that is credible; null until judged. */
  readonly expectedEventPersons: number | null
  /** Ids of the scheme's direct conditions that hold; null until somebody has examined them. */
  readonly directConditions: readonly string[] | null
  readonly survey: SurveyRecord | null
  /** How many were to be asked and how they were drawn; no list numbers. */
  readonly sampling: SamplingRecord
  /** Codes and paper forms that went out, and what became of them; counts by group. */
  readonly custody: SurveyCustody
  /** The survey that was closed before the latest one was begun; null where only one was held. */
  readonly earlierSurvey: EarlierSurvey | null
  readonly economics: {
    /** Amounts in fen; empty until entered. */
    readonly years: readonly FinancialYear[]
    /** Share of one, e.g. 0.08. */
    readonly socialDiscountRate: number
    /** Who bears or receives which part of each row. */
    readonly shares: Allocation
    /** What counts financially and against which rate; null where no financial appraisal is made. */
    readonly financial: FinancialBasis | null
  }
  readonly participation: Participation
  readonly disputes: DisputeRegister
  readonly followUp: FollowUp
  /** What the office wrote into the chapters of its report, by chapter id: plain text with bound numbers `{{…}}`. */
  readonly narratives: Readonly<Record<string, string>>
}

/** The parts of a case that begin empty. */
export const NOTHING_ENTERED = {
  sampling: NO_SAMPLING,
  custody: NO_CUSTODY,
  earlierSurvey: null,
  participation: NO_PARTICIPATION,
  disputes: NO_DISPUTES,
  followUp: NO_FOLLOW_UP,
  narratives: {},
} as const satisfies Partial<CaseFile>
