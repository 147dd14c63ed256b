/**
 * 层次分析法 (AHP): weights from pairwise comparisons, and whether the comparisons agree with each other.
 *
 * Three recipes are in use in China and differ in the third decimal, so the recipe is stored with the weights:
 * - 特征根法: the principal eigenvector (Saaty), the recipe λmax and CR are defined by;
 * - 方根法: the geometric mean of each row, normalised;
 * - 和积法: columns normalised, then the mean of each row.
 * If A is three times B and B twice C, A should be six times C. CI = (λmax - n)/(n - 1) measures how far the answers
 * are from that, CR = CI/RI in units of chance; CR < 0.1 is accepted. With two items nothing can contradict: CR is 0.
 */
import { ok, type Result } from '../../result.ts'
import { comparable } from '../../scheme/threshold.ts'
import {
  type ComparisonMatrix,
  type ComparisonReason,
  comparisonMatrix,
  entry,
  type Matrix,
  normalised,
} from './comparison-matrix.ts'
import { principalEigenpair, times } from './principal-eigenvector.ts'
import { type RandomIndexTable, SAATY_1980 } from './random-index.ts'

export const WEIGHT_METHODS = ['eigenvector', 'geometric-mean', 'column-mean'] as const
export type WeightMethod = (typeof WEIGHT_METHODS)[number]

/** Comparisons are consistent enough below this CR. */
export const MAX_CONSISTENCY_RATIO = 0.1

export interface Consistency {
  readonly n: number
  readonly lambdaMax: number
  /** (λmax - n)/(n - 1), at least 0. */
  readonly ci: number
  /** Null where the table has no value for n. */
  readonly ri: number | null
  /** CI/RI; 0 for n ≤ 2; null without an RI. */
  readonly cr: number | null
  /** CR < 0.1, after rounding to 1e-9; null without an RI. */
  readonly consistent: boolean | null
}

export interface AhpWeights extends Consistency {
  /** By recipe; each sums to one. */
  readonly weights: Readonly<Record<WeightMethod, readonly number[]>>
  /** Geometric consistency index (Aguarón & Moreno-Jiménez 2003), the measure that belongs to 方根法. */
  readonly gci: number
  /** Comparisons beyond Saaty's 1/9 … 9. */
  readonly outsideScale: ComparisonMatrix['outsideScale']
}

/** Weights by all three recipes and the consistency of a matrix of comparisons. Fails as `comparisonMatrix` does. */
export function ahpWeights(
  matrix: Matrix,
  randomIndex: RandomIndexTable = SAATY_1980,
): Result<AhpWeights, ComparisonReason> {
  const checked = comparisonMatrix(matrix)
  return checked.ok ? ok(weightsOf(checked.value, randomIndex)) : checked
}

/** The same for a matrix that has been checked. */
export function weightsOf(
  comparisons: ComparisonMatrix,
  randomIndex: RandomIndexTable = SAATY_1980,
): AhpWeights {
  const { n, rows, outsideScale } = comparisons
  const { lambdaMax, vector } = principalEigenpair(rows)
  const geometric = geometricMeanWeights(comparisons)
  return {
    ...consistencyOf(n, lambdaMax, randomIndex),
    weights: {
      eigenvector: vector,
      'geometric-mean': geometric,
      'column-mean': columnMeanWeights(comparisons),
    },
    gci: geometricConsistency(comparisons, geometric),
    outsideScale,
  }
}

/** CI, RI and CR from λmax; tiny negative CI (rounding of a consistent matrix) become 0. */
export function consistencyOf(n: number, lambdaMax: number, randomIndex: RandomIndexTable): Consistency {
  const ci = n > 1 ? Math.max(0, (lambdaMax - n) / (n - 1)) : 0
  const ri = n <= 2 ? 0 : (randomIndex[n] ?? null)
  const cr = n <= 2 ? 0 : ri === null ? null : ci / ri
  return {
    n,
    lambdaMax,
    ci,
    ri,
    cr,
    consistent: cr === null ? null : comparable(cr) < MAX_CONSISTENCY_RATIO,
  }
}

/** λmax as hand calculations estimate it from any weights: the mean of (A·w)ᵢ/wᵢ. Never below n. */
export function estimatedLambdaMax({ n, rows }: ComparisonMatrix, weights: readonly number[]): number {
  const ratios = times(rows, weights).map((value, i) => value / (weights[i] ?? Number.NaN))
  return ratios.reduce((sum, ratio) => sum + ratio, 0) / n
}

function geometricMeanWeights({ n, rows }: ComparisonMatrix): number[] {
  // In logarithms: the product of fifteen nines would still fit, one of fifty would not.
  return normalised(rows.map((row) => Math.exp(row.reduce((sum, value) => sum + Math.log(value), 0) / n)))
}

function columnMeanWeights({ n, rows }: ComparisonMatrix): number[] {
  const columnSums = rows.map((_, j) => rows.reduce((sum, _, i) => sum + entry(rows, i, j), 0))
  return rows.map((row) => row.reduce((sum, value, j) => sum + value / (columnSums[j] ?? 1), 0) / n)
}

/** GCI = 2/((n-1)(n-2)) · Σ_{i<j} ln²(aᵢⱼ·wⱼ/wᵢ); 0 for n ≤ 2. */
function geometricConsistency(comparisons: ComparisonMatrix, weights: readonly number[]): number {
  const { n } = comparisons
  if (n <= 2) return 0
  const sum = contradictions(comparisons, weights).reduce(
    (total, { ratio }) => total + Math.log(ratio) ** 2,
    0,
  )
  return (2 * sum) / ((n - 1) * (n - 2))
}

export interface Contradiction {
  readonly i: number
  readonly j: number
  /** aᵢⱼ as compared. */
  readonly given: number
  /** wᵢ/wⱼ as all comparisons together imply. */
  readonly implied: number
  /** given/implied: 1 where the comparison agrees with the others. */
  readonly ratio: number
}

/**
 * The comparisons (i < j), the one that contradicts the others most first: a hint which question to ask the expert again
 * when CR is too high. It is a hint, not a correction; only the expert knows which answer was meant.
 */
export function contradictions({ n, rows }: ComparisonMatrix, weights: readonly number[]): Contradiction[] {
  const found: Contradiction[] = []
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const given = entry(rows, i, j)
      const implied = (weights[i] ?? Number.NaN) / (weights[j] ?? Number.NaN)
      found.push({ i, j, given, implied, ratio: given / implied })
    }
  }
  return found.sort((a, b) => Math.abs(Math.log(b.ratio)) - Math.abs(Math.log(a.ratio)))
}
