/**
 * 风险等级: the worst answer of all rules, with the rule that decided.
 *
 * Every single rule can be made to say "low": T by adding trifles, a table of points by its weights, an opposition share
 * by whom one asks. So the level is the *worst* of the rules of a scheme, the rules that gave it are named, and what the
 * others said stands beside it. Two answers can't be netted, and more answers can only raise the level.
 *
 * 高风险: most people object and react very strongly. 中风险: some object strongly. 低风险: most understand and support, few
 * object, and effective work can resolve it (发改投资〔2012〕2492号).
 */
import { ok, type Result } from '../result.ts'
import type { RiskLevel } from '../scheme/level-rules.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { checkScores, type ScoredFactor, type ScoreReason } from './composite-index.ts'
import { checkDirectConditions, type DirectReason, judgeDirect } from './rules/direct.ts'
import { checkExpectedEvent, type EventReason, judgeExpectedEvent } from './rules/expected-event.ts'
import { type Dilution, dilutionOf, judgeIndex } from './rules/index-rule.ts'
import {
  checkOpposition,
  judgeOpposition,
  type OppositionInput,
  type OppositionReason,
} from './rules/opposition.ts'
import { checkPenalty, judgePenalty, type PenaltyAnswers, type PenaltyReason } from './rules/penalty.ts'
import { type LevelRule, type RuleAnswer, worstOf } from './rules/rule-answer.ts'
import { judgeSingleFactors } from './rules/single-factor.ts'

export type { RiskLevel } from '../scheme/level-rules.ts'
export type { LevelRule, RuleAnswer } from './rules/rule-answer.ts'

export interface LevelInput {
  readonly factors: readonly ScoredFactor[]
  /** Null until there is a closed survey. */
  readonly opposition: OppositionInput | null
  /** Persons in the largest credible event; null until judged. */
  readonly expectedEventPersons: number | null
  /** Ids of the scheme's direct conditions that hold; null until somebody has examined them. */
  readonly directConditions: readonly string[] | null
  /** Answers to the scheme's penalty table; null or absent until scored. */
  readonly penalty?: PenaltyAnswers | null
}

export interface LevelVerdict {
  /** At least this: `unassessed` rules could raise it, and nothing could lower it. */
  readonly level: RiskLevel
  /** Every rule that gives the worst level. */
  readonly decidingRules: readonly LevelRule[]
  /** One per rule the scheme has. */
  readonly answers: readonly RuleAnswer[]
  /** Rules the scheme has that could not be assessed; their answers say why. */
  readonly unassessed: readonly LevelRule[]
  /** T without the 微小 factors, where they have lowered it. */
  readonly dilution: Dilution | null
}

export type LevelReason =
  | ScoreReason
  | OppositionReason
  | EventReason
  | DirectReason
  | Exclude<PenaltyReason, 'penalty-item-unanswered'>

/**
 * The level under a scheme. What is missing silences the rule that needs it; what is wrong (a likelihood of 1.2, more
 * opposed than answers) is refused with its place, because a level from wrong input looks like any other. Weights that
 * do not add up to one silence the index rule only: the other rules do not need them. A matter without any factor has no
 * level: nobody has looked.
 */
export function judgeLevel(input: LevelInput, scheme: Scheme): Result<LevelVerdict, LevelReason> {
  const { factors, opposition, expectedEventPersons, directConditions, penalty = null } = input
  for (const check of [
    checkScores(factors),
    checkOpposition(opposition),
    checkExpectedEvent(expectedEventPersons),
    checkDirectConditions(directConditions, scheme),
    checkPenalty(penalty, scheme),
  ]) {
    if (!check.ok) return check
  }
  const answers = [
    judgeIndex(factors, scheme),
    judgeSingleFactors(factors, scheme),
    judgeOpposition(opposition, scheme),
    judgeExpectedEvent(expectedEventPersons, scheme),
    judgeDirect(directConditions, scheme),
    judgePenalty(penalty, scheme),
  ].filter((answer) => answer !== null)
  const level = worstOf(answers.flatMap((answer) => answer.level ?? []))
  return ok({
    level,
    decidingRules: answers.filter((answer) => answer.level === level).map(({ rule }) => rule),
    answers,
    unassessed: answers.filter((answer) => answer.level === null).map(({ rule }) => rule),
    dilution: dilutionOf(factors, scheme),
  })
}
