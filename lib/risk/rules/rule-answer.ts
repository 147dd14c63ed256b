/**
 * What one rule says about the level.
 *
 * A rule answers with a level, or with none and a reason when something it needs is missing. It never answers "low"
 * because nothing was asked. A rule that a scheme does not have gives no answer at all.
 */
import { RISK_LEVELS, type RiskLevel } from '../../scheme/level-rules.ts'
import { reaches, type Threshold } from '../../scheme/threshold.ts'

export const LEVEL_RULES = [
  'index',
  'single-factor',
  'opposition',
  'expected-event',
  'direct',
  'penalty',
] as const
export type LevelRule = (typeof LEVEL_RULES)[number]

/** Why a rule has no answer. */
export type SilentReason =
  | 'no-weights'
  | 'wrong-number-of-weights'
  | 'weight-out-of-range'
  | 'weights-not-normalised'
  | 'no-survey'
  | 'no-valid-answers'
  | 'event-not-judged'
  | 'conditions-not-examined'
  | 'penalty-not-scored'
  | 'penalty-item-unanswered'

export interface RuleAnswer {
  readonly rule: LevelRule
  /** Null: not assessable, see `reason`. */
  readonly level: RiskLevel | null
  readonly reason?: SilentReason
  /** The numbers the answer rests on, by name; shares are shares of one. */
  readonly statistics: Readonly<Record<string, number>>
  /** What decided: names of factors or strata, ids of direct conditions or penalty items. */
  readonly places?: readonly string[]
}

/** Rank of a level, 0 to 2. */
export function rankOf(level: RiskLevel): number {
  return RISK_LEVELS.indexOf(level)
}

/** The worst of some levels; low for none. */
export function worstOf(levels: readonly RiskLevel[]): RiskLevel {
  return levels.reduce((worst, level) => (rankOf(level) > rankOf(worst) ? level : worst), 'low')
}

/** The level of a number under two thresholds. */
export function levelAt(
  value: number,
  thresholds: Readonly<Record<'medium' | 'high', Pick<Threshold, 'value' | 'begins'>>>,
): RiskLevel {
  if (reaches(value, thresholds.high)) return 'high'
  return reaches(value, thresholds.medium) ? 'medium' : 'low'
}
