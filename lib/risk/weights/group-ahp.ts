/**
 * Several experts' comparisons as one.
 *
 * Two ways are sound. AIJ takes the weighted geometric mean of the judgements, entry by entry, and derives weights from
 * that; AIP derives weights from every expert and takes their mean. The arithmetic mean of judgements is not sound: of
 * "three times" and "a third" it makes 1.67 in both directions, which is no reciprocal matrix any more, and the report
 * of how far it breaks is all that is computed of it here.
 */
import { fail, ok, type Result } from '../../result.ts'
import { type AhpWeights, weightsOf } from './ahp.ts'
import {
  type ComparisonMatrix,
  type ComparisonReason,
  comparisonMatrix,
  entry,
  fromUpperTriangle,
  type Matrix,
  normalised,
} from './comparison-matrix.ts'
import { checkWeights, type WeightsReason } from './direct-weights.ts'
import { type RandomIndexTable, SAATY_1980 } from './random-index.ts'

export type GroupReason = ComparisonReason | WeightsReason | 'no-experts' | 'sizes-differ'

export interface GroupWeights {
  /** Weighted geometric mean of the experts' matrices, and its weights and consistency. */
  readonly judgements: { readonly matrix: Matrix; readonly result: AhpWeights }
  /** Means of the experts' eigenvector weights; each sums to one. */
  readonly priorities: { readonly geometric: readonly number[]; readonly arithmetic: readonly number[] }
  /** Every expert's own weights and consistency, in their order. */
  readonly experts: readonly AhpWeights[]
  /** max |mᵢⱼ·mⱼᵢ - 1| of the arithmetic mean of judgements: how far it is from being usable. */
  readonly arithmeticMeanBreak: number
}

/**
 * Aggregates experts' matrices of the same items. `expertWeights` must be as many as experts and add up to one; without
 * them all experts count the same. A matrix that is refused is named by `details.expert`.
 */
export function groupWeights(
  matrices: readonly Matrix[],
  expertWeights: readonly number[] | null = null,
  randomIndex: RandomIndexTable = SAATY_1980,
): Result<GroupWeights, GroupReason> {
  const checked: ComparisonMatrix[] = []
  for (const [expert, matrix] of matrices.entries()) {
    const comparisons = comparisonMatrix(matrix)
    if (!comparisons.ok) return fail(comparisons.reason, { ...comparisons.details, expert })
    if (comparisons.value.n !== (checked[0]?.n ?? comparisons.value.n))
      return fail('sizes-differ', { expert })
    checked.push(comparisons.value)
  }
  const n = checked[0]?.n
  if (n === undefined) return fail('no-experts')
  const shares = expertWeights ?? checked.map(() => 1 / checked.length)
  const weights = checkWeights(shares, checked.length)
  if (!weights.ok) return weights

  const mean = (measure: (comparisons: ComparisonMatrix) => number) =>
    checked.reduce((sum, comparisons, k) => sum + (shares[k] ?? 0) * measure(comparisons), 0)
  const joint = fromUpperTriangle(n, (i, j) => Math.exp(mean(({ rows }) => Math.log(entry(rows, i, j)))))
  const experts = checked.map((comparisons) => weightsOf(comparisons, randomIndex))
  const items = Array.from({ length: n }, (_, i) => i)
  const priority = (expert: AhpWeights, i: number) => expert.weights.eigenvector[i] ?? Number.NaN
  const overExperts = (measure: (expert: AhpWeights) => number) =>
    experts.reduce((sum, expert, k) => sum + (shares[k] ?? 0) * measure(expert), 0)
  return ok({
    judgements: { matrix: joint.rows, result: weightsOf(joint, randomIndex) },
    priorities: {
      geometric: normalised(
        items.map((i) => Math.exp(overExperts((expert) => Math.log(priority(expert, i))))),
      ),
      arithmetic: normalised(items.map((i) => overExperts((expert) => priority(expert, i)))),
    },
    experts,
    arithmeticMeanBreak: Math.max(
      ...items.flatMap((i) =>
        items.map((j) =>
          Math.abs(mean(({ rows }) => entry(rows, i, j)) * mean(({ rows }) => entry(rows, j, i)) - 1),
        ),
      ),
    ),
  })
}
