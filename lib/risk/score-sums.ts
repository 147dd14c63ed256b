/**
 * The level as a function of three sums over the factors: T, the number of 重大 factors and the number of 较大 or worse.
 *
 * Robustness asks for the level thousands of times with one score or one weight changed. The rules that look at people
 * (opposition, event, direct conditions, penalty points) do not move with the scores, so their worst answer is taken once,
 * and each question costs one pass over numbers. The rules themselves are the same data and the same comparisons as in
 * rules/; T is rounded to 1e-9 before it meets a threshold there and here.
 */
import type { RiskLevel } from '../scheme/level-rules.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { degreeOf, riskDegree, type WeightedScore } from './composite-index.ts'
import type { LevelVerdict } from './level.ts'
import { levelAt, worstOf } from './rules/rule-answer.ts'

export interface FactorScore {
  /** W·p·q. */
  readonly contribution: number
  readonly critical: 0 | 1
  readonly majorOrWorse: 0 | 1
}

export function scoreFactor({ weight, probability, impact }: WeightedScore, scheme: Scheme): FactorScore {
  const band = degreeOf(riskDegree(probability, impact), scheme)
  return {
    contribution: weight * probability * impact,
    critical: band === 'critical' ? 1 : 0,
    majorOrWorse: band === 'critical' || band === 'major' ? 1 : 0,
  }
}

/** Everything about a verdict that scores do not move. */
export interface Surroundings {
  /** The worst answer of the rules that do not look at scores. */
  readonly fixed: RiskLevel
  /** False: the weights give no T, and the index rule keeps silent. */
  readonly weighed: boolean
}

export function surroundingsOf(verdict: LevelVerdict): Surroundings {
  const others = verdict.answers.filter(({ rule }) => rule !== 'index' && rule !== 'single-factor')
  return {
    fixed: worstOf(others.flatMap(({ level }) => level ?? [])),
    weighed: verdict.answers.some(({ rule, level }) => rule === 'index' && level !== null),
  }
}

export interface ScoreSums {
  /** T. */
  readonly index: number
  readonly critical: number
  readonly majorOrWorse: number
}

const reached = (
  { critical, majorOrWorse }: ScoreSums,
  from: { readonly critical: number; readonly majorOrWorse: number },
) => critical >= from.critical || majorOrWorse >= from.majorOrWorse

/** The level with these sums; equal to `judgeLevel` of the factors they were added up from. */
export function levelOfSums(sums: ScoreSums, { fixed, weighed }: Surroundings, scheme: Scheme): RiskLevel {
  const { medium, high } = scheme.singleFactorRule
  const single = reached(sums, high) ? 'high' : reached(sums, medium) ? 'medium' : 'low'
  return worstOf([fixed, single, weighed ? levelAt(sums.index, scheme.indexRule) : 'low'])
}
