/**
 * 综合风险指数: one number for all factors, and what it is made of.
 *
 * Each factor has a likelihood p and an impact q, both 0–1; their product R = p·q is its risk degree (风险程度), which has a
 * name: 微小, 较小, 一般, 较大 or 重大. The composite index T = Σ W·R is the weighted mean of the degrees. Being a mean it
 * hides what is rare and severe, so it is one of several rules and never decides alone.
 */
import { fail, ok, type Result } from '../result.ts'
import { bandAt, type RiskDegreeBand } from '../scheme/band.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { comparable } from '../scheme/threshold.ts'
import { checkWeights, type WeightsReason } from './weights/direct-weights.ts'

export interface ScoredFactor {
  readonly id: string
  readonly name: string
  /** W, share of one. */
  readonly weight: number
  /** p in [0, 1]. */
  readonly probability: number
  /** q in [0, 1]. */
  readonly impact: number
}

type Score = Pick<ScoredFactor, 'probability' | 'impact'>
export type WeightedScore = Score & Pick<ScoredFactor, 'weight'>

/** R = p·q, rounded to 1e-9: 0.8·0.8 is 0.6400000000000001 in binary fractions, and 0.64 here. */
export function riskDegree(p: number, q: number): number {
  return comparable(p * q)
}

/** The name of a risk degree under a scheme's bands. */
export function degreeOf(degree: number, scheme: Pick<Scheme, 'riskDegreeBands'>): RiskDegreeBand {
  return bandAt(degree, scheme.riskDegreeBands).degree
}

export type ScoreReason =
  | 'no-factors'
  /** details.factor is the id of the factor, or its place in the list. */
  | 'probability-out-of-range'
  | 'impact-out-of-range'

/** Whether there are factors and every p and q lies in [0, 1]. Returns their number. */
export function checkScores(
  factors: readonly (Score & { readonly id?: string })[],
): Result<number, ScoreReason> {
  if (factors.length === 0) return fail('no-factors')
  const inRange = (value: number) => value >= 0 && value <= 1
  for (const [i, { id, probability, impact }] of factors.entries()) {
    const factor = id ?? i
    if (!inRange(probability)) return fail('probability-out-of-range', { factor })
    if (!inRange(impact)) return fail('impact-out-of-range', { factor })
  }
  return ok(factors.length)
}

export type IndexReason = ScoreReason | WeightsReason

export interface IndexAnalysis {
  /** T = Σ W·p·q, not rounded. */
  readonly index: number
  readonly weightSum: number
  /** R of each factor. */
  readonly degrees: readonly number[]
  /** W·R of each factor. */
  readonly contributions: readonly number[]
  /** W·R/T; null when T is zero. */
  readonly shares: readonly (number | null)[]
  /** ∂T/∂p = W·q: what one unit less likelihood is worth. */
  readonly byProbability: readonly number[]
  /** ∂T/∂q = W·p. */
  readonly byImpact: readonly number[]
}

/**
 * T and what it is made of: where reducing a likelihood or an impact would lower it most. Fails without factors, for p
 * or q outside [0, 1], and for weights outside [0, 1] or that do not add up to one within 1e-6.
 */
export function analyseIndex(
  factors: readonly (WeightedScore & { readonly id?: string })[],
): Result<IndexAnalysis, IndexReason> {
  const scores = checkScores(factors)
  if (!scores.ok) return scores
  const weights = checkWeights(factors.map(({ weight }) => weight))
  if (!weights.ok) return weights
  const contributions = factors.map((factor) => factor.weight * factor.probability * factor.impact)
  // Added up in rising order, so that T is the same to the last bit whatever the order of the factors.
  const index = contributions.toSorted((a, b) => a - b).reduce((sum, contribution) => sum + contribution, 0)
  return ok({
    index,
    weightSum: weights.value,
    degrees: factors.map(({ probability, impact }) => probability * impact),
    contributions,
    shares: contributions.map((contribution) => (index > 0 ? contribution / index : null)),
    byProbability: factors.map(({ weight, impact }) => weight * impact),
    byImpact: factors.map(({ weight, probability }) => weight * probability),
  })
}

/** T = Σ W·R rounded to 1e-9, ready for thresholds. Fails as `analyseIndex` does. */
export function compositeIndex(
  factors: readonly (WeightedScore & { readonly id?: string })[],
): Result<number, IndexReason> {
  const analysis = analyseIndex(factors)
  return analysis.ok ? ok(comparable(analysis.value.index)) : analysis
}

/** (T - T')/T, the share of the index that measures take away; null when there was no risk to begin with. */
export function indexReduction(before: number, after: number): number | null {
  return before > 0 ? (before - after) / before : null
}
