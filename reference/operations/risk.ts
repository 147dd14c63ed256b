/**
 * The operations `ahp.*`, `fce.*`, `entropy.*`, `topsis.*` and `risk.*`: weights, fuzzy evaluation and the risk index.
 */
import type { Result } from '../../lib/result.ts'
import { analyseIndex, indexReduction, type WeightedScore } from '../../lib/risk/composite-index.ts'
import {
  type FuzzyGroup,
  type FuzzyOperator,
  fuzzyEvaluation,
  twoLevelEvaluation,
} from '../../lib/risk/fuzzy.ts'
import { type MembershipFunction, membership, membershipFromVotes } from '../../lib/risk/membership.ts'
import { ahpWeights } from '../../lib/risk/weights/ahp.ts'
import { synthesis } from '../../lib/risk/weights/ahp-synthesis.ts'
import type { Matrix } from '../../lib/risk/weights/comparison-matrix.ts'
import { type EntropyNormalisation, entropyWeights } from '../../lib/risk/weights/entropy.ts'
import { groupWeights } from '../../lib/risk/weights/group-ahp.ts'
import { type IncompleteMatrix, incompleteWeights } from '../../lib/risk/weights/incomplete-comparisons.ts'
import type { IndicatorKind } from '../../lib/risk/weights/indicator-table.ts'
import {
  ALONSO_LAMATA,
  type RandomIndexTable,
  randomIndexByEnumeration,
  SAATY_1980,
  SAATY_FORMAN,
} from '../../lib/risk/weights/random-index.ts'
import { topsis } from '../../lib/risk/weights/topsis.ts'
import { bandAt, type ClosedSide } from '../../lib/scheme/band.ts'
import type { Operations } from '../operation.ts'

/** The engine's answer in the format's words; a refusal becomes its reason. */
function told<Value>(result: Result<Value>, tell: (value: Value) => unknown): unknown {
  return result.ok ? tell(result.value) : { error: result.reason }
}

/** A fraction as the format writes it: "1/9", "3" or a number. */
function fraction(text: string | number): number {
  if (typeof text === 'number') return text
  const [numerator = Number.NaN, denominator = 1] = text.split('/').map(Number)
  return numerator / denominator
}

/** The format's matrices may name their random index; without a name it is Saaty's of 1980. */
function tableOf(source: unknown): RandomIndexTable {
  if (typeof source !== 'string') return SAATY_1980
  if (/forman|later/i.test(source)) return SAATY_FORMAN
  return /alonso|lamata/i.test(source) ? ALONSO_LAMATA : SAATY_1980
}

interface Alternatives {
  readonly matrix: Matrix
}

const OPERATOR_NAMES = {
  minMax: 'min-max',
  productMax: 'product-max',
  minBoundedSum: 'min-bounded-sum',
  weightedAverage: 'weighted-average',
} as const satisfies Record<string, FuzzyOperator>

const KIND_NAMES: Readonly<Record<string, string>> = {
  halfRising: 'half-rising',
  halfFalling: 'half-falling',
}

function ahp(inputs: Record<string, unknown>): unknown {
  const { matrix, riSource } = inputs as { matrix: Matrix; riSource?: string }
  return told(ahpWeights(matrix, tableOf(riSource)), ({ weights, ...result }) => ({
    n: result.n,
    weights: weights.eigenvector,
    weightsGeometricMean: weights['geometric-mean'],
    weightsColumnMean: weights['column-mean'],
    lambdaMax: result.lambdaMax,
    ci: result.ci,
    ri: result.ri,
    cr: result.cr,
    consistent: result.consistent,
    gci: result.gci,
    accept: true,
    ...(result.outsideScale.length > 0 ? { warning: 'outside-saaty-scale' } : {}),
  }))
}

function ahpSynthesis(inputs: Record<string, unknown>): unknown {
  const { criteria, alternatives } = inputs as { criteria: Matrix; alternatives: Alternatives[] }
  const matrices = alternatives.map(({ matrix }) => matrix)
  return told(synthesis(criteria, matrices), (joined) => ({
    criteriaWeights: joined.criteria.weights.eigenvector,
    localWeights: joined.local.map(({ weights }) => weights.eigenvector),
    globalDistributive: joined.distributive,
    globalIdeal: joined.ideal,
    ranking: joined.ranking,
    totalCR: joined.totalCr,
  }))
}

function ahpGroup(inputs: Record<string, unknown>): unknown {
  const { matrices, expertWeights } = inputs as { matrices: Matrix[]; expertWeights?: number[] | null }
  return told(groupWeights(matrices, expertWeights), ({ judgements, priorities, experts, ...group }) => ({
    aijMatrix: judgements.matrix,
    aijWeights: judgements.result.weights.eigenvector,
    lambdaMax: judgements.result.lambdaMax,
    ci: judgements.result.ci,
    cr: judgements.result.cr,
    aipGeometric: priorities.geometric,
    aipArithmetic: priorities.arithmetic,
    individualCR: experts.map(({ cr }) => cr),
    arithmeticMeanReciprocityBreak: group.arithmeticMeanBreak,
  }))
}

function ahpIncomplete(inputs: Record<string, unknown>): unknown {
  const { matrix } = inputs as { matrix: IncompleteMatrix }
  return told(incompleteWeights(matrix), ({ harker, leastSquares, completion }) => ({
    harkerWeights: harker.weights,
    harkerLambdaMax: harker.lambdaMax,
    harkerCI: harker.ci,
    llsmWeights: leastSquares,
    minLambdaMax: completion.lambdaMax,
    completedValues: completion.values,
  }))
}

function randomIndex(inputs: Record<string, unknown>): unknown {
  const table = tableOf(inputs.source)
  return { n: Object.keys(table).map(Number), ri: Object.values(table) }
}

function randomIndexExact(inputs: Record<string, unknown>): unknown {
  const { n, scale } = inputs as { n: number; scale?: (string | number)[] }
  return told(randomIndexByEnumeration(n, scale?.map(fraction)), (ri) => ({ ri }))
}

function fceEvaluate(inputs: Record<string, unknown>): unknown {
  const { weights, membership, gradeValues } = inputs as unknown as FuzzyGroup & {
    gradeValues?: number[] | null
  }
  const answers: Record<string, unknown> = {}
  for (const [name, operator] of Object.entries(OPERATOR_NAMES)) {
    const result = fuzzyEvaluation(weights, membership, { operator, gradeValues: gradeValues ?? null })
    if (!result.ok) return { error: result.reason }
    const { vector, normalised, grades, score } = result.value
    answers[name] = { B: vector, normalised, grades, score }
  }
  return answers
}

function fceTwoLevel(inputs: Record<string, unknown>): unknown {
  const { weights, groups, gradeValues } = inputs as {
    weights: number[]
    groups: FuzzyGroup[]
    gradeValues?: number[] | null
  }
  const result = twoLevelEvaluation(weights, groups, { gradeValues: gradeValues ?? null })
  return told(result, ({ firstLevel, overall }) => ({
    firstLevel: firstLevel.map(({ vector }) => vector),
    B: overall.vector,
    normalised: overall.normalised,
    grades: overall.grades,
    score: overall.score,
  }))
}

function fceMembership(inputs: Record<string, unknown>): unknown {
  const { kind, params, x } = inputs as { kind: string; params: number[]; x: number[] }
  const fuzzy = { kind: KIND_NAMES[kind] ?? kind, params } as unknown as MembershipFunction
  const mu: number[] = []
  for (const value of x) {
    const result = membership(fuzzy, value)
    if (!result.ok) return { error: result.reason }
    mu.push(result.value)
  }
  return { mu }
}

function fceVotes(inputs: Record<string, unknown>): unknown {
  const { counts } = inputs as { counts: number[][] }
  return told(membershipFromVotes(counts), (rows) => ({ membership: rows }))
}

function entropy(inputs: Record<string, unknown>): unknown {
  const { matrix, kinds, normalisation } = inputs as {
    matrix: Matrix
    kinds?: IndicatorKind[] | null
    normalisation?: EntropyNormalisation
  }
  return told(
    entropyWeights(matrix, { kinds: kinds ?? null, normalisation: normalisation ?? 'sum' }),
    (w) => w,
  )
}

function topsisCloseness(inputs: Record<string, unknown>): unknown {
  const { matrix, weights, kinds } = inputs as { matrix: Matrix; weights: number[]; kinds: IndicatorKind[] }
  return told(topsis(matrix, weights, kinds), ({ toIdeal, toAntiIdeal, closeness, ranking }) => ({
    dPlus: toIdeal,
    dMinus: toAntiIdeal,
    closeness,
    ranking,
  }))
}

interface RiskInputs {
  readonly factors: readonly WeightedScore[]
  readonly thresholds: readonly { readonly upTo: number | null; readonly level: string }[]
  readonly boundary: 'upper-inclusive' | 'upper-exclusive'
  readonly after?: readonly Omit<WeightedScore, 'weight'>[]
}

function riskIndex(inputs: Record<string, unknown>): unknown {
  const { factors, thresholds, boundary, after } = inputs as unknown as RiskInputs
  const closed: ClosedSide = boundary === 'upper-exclusive' ? 'lower' : 'upper'
  const levelOf = (index: number) => bandAt(index, { closed, bands: thresholds }).level
  const before = analyseIndex(factors)
  if (!before.ok) return { error: before.reason }
  const { index, contributions, shares, degrees, weightSum, byProbability, byImpact } = before.value
  const answer = {
    index,
    level: levelOf(index),
    contributions,
    shares,
    single: degrees,
    weightSum,
    derivativeP: byProbability,
    derivativeQ: byImpact,
  }
  if (!after) return answer
  const residual = analyseIndex(
    factors.map(({ weight }, i) => ({ weight, probability: Number.NaN, impact: Number.NaN, ...after[i] })),
  )
  return told(residual, ({ index: indexAfter }) => ({
    ...answer,
    indexAfter,
    levelAfter: levelOf(indexAfter),
    reduction: indexReduction(index, indexAfter),
  }))
}

export const operations: Operations = {
  'ahp.weights': ahp,
  'ahp.synthesis': ahpSynthesis,
  'ahp.group': ahpGroup,
  'ahp.incomplete': ahpIncomplete,
  'ahp.randomIndex': randomIndex,
  'ahp.randomIndexExact': randomIndexExact,
  'fce.evaluate': fceEvaluate,
  'fce.twoLevel': fceTwoLevel,
  'fce.membership': fceMembership,
  'fce.membershipFromVotes': fceVotes,
  'entropy.weights': entropy,
  'topsis.closeness': topsisCloseness,
  'risk.index': riskIndex,
}
