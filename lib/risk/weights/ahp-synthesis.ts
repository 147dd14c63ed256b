/**
 * Two levels of AHP: criteria are weighted, alternatives are compared under each criterion, and both are joined.
 *
 * The distributive mode adds up criterion weight × local weight; a copy of an alternative then takes weight from the
 * others. The ideal mode divides the local weights of a criterion by the best one first, which keeps the order when
 * copies are added. Both are given, normalised to one.
 */
import { fail, ok, type Result } from '../../result.ts'
import { type AhpWeights, ahpWeights } from './ahp.ts'
import { type ComparisonReason, type Matrix, normalised } from './comparison-matrix.ts'
import { type RandomIndexTable, SAATY_1980 } from './random-index.ts'
import { ranking } from './ranking.ts'

export type SynthesisReason =
  | ComparisonReason
  /** Not one matrix of alternatives for each criterion (details.criteria, details.matrices). */
  | 'wrong-number-of-matrices'
  | 'sizes-differ'

export interface Synthesis {
  readonly criteria: AhpWeights
  /** Under each criterion. */
  readonly local: readonly AhpWeights[]
  readonly distributive: readonly number[]
  readonly ideal: readonly number[]
  /** Indices of the alternatives, best first by the distributive weights; ties keep their order. */
  readonly ranking: readonly number[]
  /** Σ wCI / Σ wRI over the criteria (层次总排序一致性); null where an RI is missing, 0 where all are 0. */
  readonly totalCr: number | null
}

/**
 * Joins a matrix of criteria with one matrix of alternatives per criterion. Fails as `comparisonMatrix` does, with the
 * place of the refused matrix in `details.criterion` (absent for the matrix of criteria itself).
 */
export function synthesis(
  criteria: Matrix,
  alternatives: readonly Matrix[],
  randomIndex: RandomIndexTable = SAATY_1980,
): Result<Synthesis, SynthesisReason> {
  const top = ahpWeights(criteria, randomIndex)
  if (!top.ok) return top
  if (alternatives.length !== top.value.n) {
    return fail('wrong-number-of-matrices', { criteria: top.value.n, matrices: alternatives.length })
  }
  const local: AhpWeights[] = []
  for (const [criterion, matrix] of alternatives.entries()) {
    const weights = ahpWeights(matrix, randomIndex)
    if (!weights.ok) return fail(weights.reason, { ...weights.details, criterion })
    if (weights.value.n !== (local[0]?.n ?? weights.value.n)) return fail('sizes-differ', { criterion })
    local.push(weights.value)
  }
  const weightOf = top.value.weights.eigenvector
  const joined = (scale: (weights: readonly number[]) => readonly number[]) => {
    const scaled = local.map(({ weights }) => scale(weights.eigenvector))
    const sums = (scaled[0] ?? []).map((_, a) =>
      scaled.reduce((sum, weights, c) => sum + (weightOf[c] ?? 0) * (weights[a] ?? 0), 0),
    )
    return normalised(sums)
  }
  const distributive = joined((weights) => weights)
  const ideal = joined((weights) => {
    const best = Math.max(...weights)
    return weights.map((weight) => weight / best)
  })
  return ok({
    criteria: top.value,
    local,
    distributive,
    ideal,
    ranking: ranking(distributive),
    totalCr: totalCr(weightOf, local),
  })
}

function totalCr(weights: readonly number[], local: readonly AhpWeights[]): number | null {
  const total = (measure: (result: AhpWeights) => number) =>
    local.reduce((sum, result, c) => sum + (weights[c] ?? 0) * measure(result), 0)
  if (local.some(({ ri }) => ri === null)) return null
  const ri = total((result) => result.ri ?? 0)
  return ri === 0 ? 0 : total(({ ci }) => ci) / ri
}
