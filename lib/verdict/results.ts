/**
 * Everything the report states as a number or a verdict, computed from a CaseFile.
 *
 * 双评估 means two verdicts with a veto each. The economic verdict and the stability level stand side by side and are
 * never netted into one score. A verdict is given only when every part it rests on is there; otherwise the result says
 * what is missing, because an assessment with a hole in it must not look like one without.
 */

import type { DimensionConclusion } from '../dimensions/finding.ts'
import type { Dimension } from '../dimensions/indicators.ts'
import type { Appraisal, AppraisalRefusal, EconomicVerdict } from '../economics/appraisal.ts'
import type { Result } from '../result.ts'
import type { LevelVerdict, RiskLevel } from '../risk/level.ts'
import type { IndexName } from '../survey/questionnaire.ts'
import type { ShareEstimate } from '../survey/shares.ts'

export interface FactorResult {
  readonly factorId: string
  readonly initialDegree: number
  readonly initialBand: string
  readonly residualDegree: number
  readonly residualBand: string
}

export interface RiskStageResult {
  /** T = Σ W·R, rounded to 1e-9; null when the weights or values are not valid. */
  readonly index: number | null
  readonly level: Result<LevelVerdict>
}

export interface QuestionResult {
  readonly questionId: string
  readonly answered: number
  readonly options: readonly { optionId: string; label: string; estimate: ShareEstimate }[]
}

export interface IndexResult {
  readonly index: IndexName
  /** Null: the questionnaire names no item for this index. */
  readonly estimate: ShareEstimate | null
  readonly questionIds: readonly string[]
  readonly optionLabels: readonly string[]
}

export interface SurveyResults {
  /** All responses, and those with at least one valid answer (which is all of them: others are refused on receipt). */
  readonly responses: number
  readonly byGroup: readonly { groupId: string; name: string; responses: number; households: number }[]
  readonly questions: readonly QuestionResult[]
  readonly indices: Readonly<Record<IndexName, IndexResult>>
  readonly oppositionByGroup: readonly {
    groupId: string
    name: string
    opposed: number
    valid: number
    estimate: ShareEstimate | null
  }[]
}

export const MISSING = [
  'groups',
  'dimensions',
  'factors',
  'weights',
  'event-size',
  'survey',
  'survey-open',
  'survey-empty',
  'opposition-item',
  'economics',
] as const
export type Missing = (typeof MISSING)[number]

export type DecisionOption = 'implement' | 'partial' | 'defer' | 'reject'

export type Verdict =
  | {
      readonly status: 'given'
      readonly initialLevel: RiskLevel
      readonly level: RiskLevel
      readonly economic: EconomicVerdict
      readonly decisions: readonly DecisionOption[]
      /** Dimensions that fail: a veto of their own, whatever the level. */
      readonly failedDimensions: readonly Dimension[]
    }
  | { readonly status: 'cannot-be-given'; readonly missing: readonly Missing[] }

export interface Results {
  /** Raised whenever the same CaseFile would give another number. */
  readonly engineVersion: string
  readonly dimensions: Readonly<Record<Dimension, DimensionConclusion>>
  readonly factors: readonly FactorResult[]
  readonly weightSum: number
  readonly initial: RiskStageResult
  readonly residual: RiskStageResult
  /** Null until a survey is closed. */
  readonly survey: SurveyResults | null
  readonly economics: Result<Appraisal, AppraisalRefusal>
  readonly verdict: Verdict
}
