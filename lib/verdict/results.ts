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
import type { Distribution, DistributionRefusal } from '../economics/distribution.ts'
import type { FinancialAppraisal, FinancialRefusal } from '../economics/financial-appraisal.ts'
import type { EnpvSimulation, EnpvSimulationRefusal } from '../economics/monte-carlo.ts'
import type { Result } from '../result.ts'
import type { LevelVerdict, RiskLevel } from '../risk/level.ts'
import { PROCEDURE_RULES, type ProcedureRule } from '../scheme/procedure-rule.ts'
import type { Decision, RiskDegreeBand } from '../scheme/scheme.ts'
import type { CredibilityReport } from '../survey/credibility/check.ts'
import type { SurveyResults } from '../survey/results.ts'
import type { LevelRobustness } from './robustness.ts'

export interface FactorResult {
  readonly factorId: string
  /** R = p·q. */
  readonly initialDegree: number
  readonly initialBand: RiskDegreeBand
  readonly residualDegree: number
  readonly residualBand: RiskDegreeBand
}

export interface RiskStageResult {
  /** T = Σ W·R, rounded to 1e-9; null when the weights or values are not valid. */
  readonly index: number | null
  readonly level: Result<LevelVerdict>
  readonly robustness: LevelRobustness
}

export const MISSING = [
  'groups',
  'dimensions',
  'factors',
  'weights',
  'event-size',
  'survey',
  'survey-open',
  'survey-counting',
  'survey-empty',
  'sample-insufficient',
  'groups-unheard',
  'opposition-item',
  'opinions-unanswered',
  'economics',
  ...PROCEDURE_RULES,
] as const
/** What a verdict waits for; of the rules of procedure those that withhold it by the scheme. */
export type Missing = (typeof MISSING)[number]

export type Verdict =
  | {
      readonly status: 'given'
      readonly initialLevel: RiskLevel
      /** After the measures. */
      readonly level: RiskLevel
      readonly economic: EconomicVerdict
      readonly decisions: readonly Decision[]
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
  /** What stands today: each factor has moved from initial to residual only as far as its measures are proven. */
  readonly evidenced: Omit<RiskStageResult, 'robustness'>
  /** As promised, without the measures whose day has passed without proof by the day of the case, or that were given up. */
  readonly kept: Omit<RiskStageResult, 'robustness'>
  /** Null until a survey is closed. */
  readonly survey: SurveyResults | null
  /** Null until a closed survey has an item that measures opposition. The checks cannot be switched off. */
  readonly credibility: Result<CredibilityReport> | null
  readonly economics: Result<Appraisal, AppraisalRefusal>
  /** ENPV with every row of the cash flows off by up to a fifth at once. */
  readonly economicRisk: Result<EnpvSimulation, EnpvSimulationRefusal>
  /** FNPV and FIRR, beside the economic verdict and no part of it. */
  readonly financial: Result<FinancialAppraisal, FinancialRefusal>
  /** Who gains and who pays; no part of any verdict either. */
  readonly distribution: Result<Distribution, DistributionRefusal>
  /** Faults of procedure that do not withhold the verdict and are printed beside it. */
  readonly reservations: readonly ProcedureRule[]
  readonly verdict: Verdict
}
