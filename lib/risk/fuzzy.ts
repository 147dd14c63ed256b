/**
 * 模糊综合评价: the second method, where a factor may belong to several grades at once.
 *
 * Each factor has a row of memberships in the grades (from votes or measurements), the rows stand under each other as R,
 * and with weights W the result is the vector B = W ∘ R. The operator ∘ decides what is lost: M(·,+) is the weighted
 * mean and keeps everything, M(∧,∨) keeps one entry per grade and often ends in ties. The grade with the largest entry
 * is the result; a near tie is a tie, and every grade in it is returned.
 */
import { fail, ok, type Result } from '../result.ts'
import { comparable } from '../scheme/threshold.ts'
import { checkWeights, type WeightsReason } from './weights/direct-weights.ts'

export const FUZZY_OPERATORS = ['min-max', 'product-max', 'min-bounded-sum', 'weighted-average'] as const
/** M(∧,∨), M(·,∨), M(∧,⊕), M(·,+). */
export type FuzzyOperator = (typeof FUZZY_OPERATORS)[number]

const OPERATORS: Readonly<
  Record<
    FuzzyOperator,
    { both: (weight: number, grade: number) => number; join: (a: number, b: number) => number }
  >
> = {
  'min-max': { both: Math.min, join: Math.max },
  'product-max': { both: (weight, grade) => weight * grade, join: Math.max },
  'min-bounded-sum': { both: Math.min, join: (a, b) => Math.min(1, a + b) },
  'weighted-average': { both: (weight, grade) => weight * grade, join: (a, b) => a + b },
}

export type FuzzyReason =
  | WeightsReason
  | 'empty'
  | 'not-rectangular'
  /** A membership outside [0, 1] (details.row, details.column). */
  | 'membership-out-of-range'
  /** Not one value for each grade, or a value that is not a number. */
  | 'grade-values-invalid'

export interface FuzzyEvaluation {
  /** B, one entry per grade. */
  readonly vector: readonly number[]
  /** B divided by its sum; null when B is zero. */
  readonly normalised: readonly number[] | null
  /** Indices of the grades with the largest entry, equal to 1e-9. */
  readonly grades: readonly number[]
  /** Σ normalised·value; null without values of the grades, or when B is zero. */
  readonly score: number | null
  /** Rows whose memberships do not add up to one within 0.001: votes are missing or were printed wrong. */
  readonly incompleteRows: readonly number[]
}

/** B = W ∘ R by one operator. Weights must add up to one; memberships lie in [0, 1]. */
export function fuzzyEvaluation(
  weights: readonly number[],
  rows: readonly (readonly number[])[],
  options: { readonly operator?: FuzzyOperator; readonly gradeValues?: readonly number[] | null } = {},
): Result<FuzzyEvaluation, FuzzyReason> {
  const { operator = 'weighted-average', gradeValues = null } = options
  const grades = rows[0]?.length ?? 0
  if (grades === 0) return fail('empty')
  const checked = checkWeights(weights, rows.length)
  if (!checked.ok) return checked
  for (const [row, memberships] of rows.entries()) {
    if (memberships.length !== grades) return fail('not-rectangular', { row })
    const column = memberships.findIndex((value) => !(value >= 0 && value <= 1))
    if (column >= 0) return fail('membership-out-of-range', { row, column })
  }
  if (gradeValues && !(gradeValues.length === grades && gradeValues.every(Number.isFinite))) {
    return fail('grade-values-invalid')
  }

  const { both, join } = OPERATORS[operator]
  const vector = Array.from({ length: grades }, (_, j) =>
    rows.reduce((joined, memberships, i) => join(joined, both(weights[i] ?? 0, memberships[j] ?? 0)), 0),
  )
  const sum = total(vector)
  const normalised = sum > 0 ? vector.map((value) => value / sum) : null
  const largest = comparable(Math.max(...vector))
  return ok({
    vector,
    normalised,
    grades: vector.flatMap((value, j) => (comparable(value) === largest ? [j] : [])),
    score:
      normalised && gradeValues ? total(normalised.map((share, j) => share * (gradeValues[j] ?? 0))) : null,
    incompleteRows: rows.flatMap((memberships, i) => (Math.abs(total(memberships) - 1) > 1e-3 ? [i] : [])),
  })
}

export interface FuzzyGroup {
  /** Weights of the factors within the group; they add up to one. */
  readonly weights: readonly number[]
  readonly membership: readonly (readonly number[])[]
}

export interface TwoLevelEvaluation {
  /** One evaluation per group. */
  readonly firstLevel: readonly FuzzyEvaluation[]
  readonly overall: FuzzyEvaluation
}

/**
 * Two levels: each group is evaluated by itself and its vector is the group's row in the second evaluation. A refusal
 * within a group names it in `details.group`.
 */
export function twoLevelEvaluation(
  weights: readonly number[],
  groups: readonly FuzzyGroup[],
  options: { readonly operator?: FuzzyOperator; readonly gradeValues?: readonly number[] | null } = {},
): Result<TwoLevelEvaluation, FuzzyReason> {
  const firstLevel: FuzzyEvaluation[] = []
  for (const [group, { weights: own, membership }] of groups.entries()) {
    const evaluation = fuzzyEvaluation(own, membership, options)
    if (!evaluation.ok) return fail(evaluation.reason, { ...evaluation.details, group })
    firstLevel.push(evaluation.value)
  }
  const rows = firstLevel.map(({ vector }) => vector.map((value) => Math.min(1, value)))
  const overall = fuzzyEvaluation(weights, rows, options)
  return overall.ok ? ok({ firstLevel, overall: overall.value }) : overall
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
