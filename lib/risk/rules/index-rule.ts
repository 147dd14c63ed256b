/**
 * 综合风险指数规则: T against two thresholds.
 *
 * The oldest rule and the weakest. T is a mean, so that every trifle entered beside a grave factor lowers it: two factors
 * of R = 0.81 among eight of 0.04 give T = 0.194. Where factors of negligible degree have lowered T, the dilution finding
 * states what it would be without them.
 */
import type { RiskLevel } from '../../scheme/level-rules.ts'
import type { Scheme } from '../../scheme/scheme.ts'
import { compositeIndex, degreeOf, riskDegree, type ScoredFactor } from '../composite-index.ts'
import { checkWeights } from '../weights/direct-weights.ts'
import { levelAt, type RuleAnswer } from './rule-answer.ts'

/** Statistics: `index` (T), `weightSum`. Silent when the weights are no weights. Scores must have been checked. */
export function judgeIndex(factors: readonly ScoredFactor[], scheme: Scheme): RuleAnswer {
  const weights = checkWeights(factors.map(({ weight }) => weight))
  if (!weights.ok) {
    const sum = weights.details?.sum
    const statistics: Record<string, number> = typeof sum === 'number' ? { weightSum: sum } : {}
    return { rule: 'index', level: null, reason: weights.reason, statistics }
  }
  const index = indexOf(factors)
  return {
    rule: 'index',
    level: levelAt(index, scheme.indexRule),
    statistics: { index, weightSum: weights.value },
  }
}

export interface Dilution {
  /** T without the factors of negligible degree, the other weights scaled to sum to one. */
  readonly index: number
  /** What the index rule would say of it. */
  readonly level: RiskLevel
  /** Names. */
  readonly removedFactors: readonly string[]
}

/**
 * T without its 微小 factors, where that raises T; null where it does not, where there are none or nothing else, or where
 * T cannot be computed.
 */
export function dilutionOf(factors: readonly ScoredFactor[], scheme: Scheme): Dilution | null {
  const whole = compositeIndex(factors)
  if (!whole.ok) return null
  const isTrifle = ({ probability, impact }: ScoredFactor) =>
    degreeOf(riskDegree(probability, impact), scheme) === 'negligible'
  const trifles = factors.filter(isTrifle)
  const others = factors.filter((factor) => !isTrifle(factor))
  const weight = others.reduce((sum, factor) => sum + factor.weight, 0)
  if (trifles.length === 0 || !(weight > 0)) return null
  const index = indexOf(others.map((factor) => ({ ...factor, weight: factor.weight / weight })))
  if (index <= whole.value) return null
  return {
    index,
    level: levelAt(index, scheme.indexRule),
    removedFactors: trifles.map(({ name }) => name),
  }
}

function indexOf(factors: readonly ScoredFactor[]): number {
  const index = compositeIndex(factors)
  if (!index.ok) throw new Error(`scores and weights were checked before: ${index.reason}`)
  return index.value
}
