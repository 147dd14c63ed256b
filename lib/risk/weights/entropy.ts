/**
 * 熵权法: weights from the data themselves.
 *
 * An indicator that is the same everywhere tells nothing apart and gets the weight 0; one that differs much gets a large
 * one. It knows nothing about importance: an indicator can differ little and still matter most. The entropy of a column
 * of proportions p is e = -Σ p ln p / ln m (with 0·ln 0 = 0), its divergence d = 1 - e, and the weights are d/Σd.
 */
import { fail, ok, type Result } from '../../result.ts'
import type { Matrix } from './comparison-matrix.ts'
import { checkTable, columnOf, type IndicatorKind, type TableReason } from './indicator-table.ts'

/**
 * `sum`: x/Σx, for benefit indicators ≥ 0. `minmax`: (x - min)/(max - min), turned round for cost indicators, and then
 * divided by its sum; no small number is added to the zeros this makes.
 */
export type EntropyNormalisation = 'sum' | 'minmax'

export type EntropyReason =
  | TableReason
  /** ln 1 = 0: entropy needs two rows. */
  | 'needs-two-rows'
  /** Proportions of a sum need values ≥ 0 (details.column). */
  | 'negative-value'
  /** Proportions of a sum cannot turn a cost round; take `minmax` (details.column). */
  | 'cost-needs-minmax'

export interface EntropyWeights {
  /** Rows × columns; each column sums to one. A constant column has equal proportions. */
  readonly proportions: Matrix
  readonly entropy: readonly number[]
  readonly divergence: readonly number[]
  readonly weights: readonly number[]
  /** Σ w·p of each row. */
  readonly scores: readonly number[]
  /** True: no indicator tells anything apart, so the weights are equal for want of anything better. */
  readonly undetermined: boolean
}

/** Entropy weights of the columns of a table. Kinds default to benefit. */
export function entropyWeights(
  table: Matrix,
  options: {
    readonly kinds?: readonly IndicatorKind[] | null
    readonly normalisation?: EntropyNormalisation
  } = {},
): Result<EntropyWeights, EntropyReason> {
  const normalisation = options.normalisation ?? 'sum'
  const kinds = options.kinds ?? (table[0] ?? []).map(() => 'benefit' as const)
  const checked = checkTable(table, kinds)
  if (!checked.ok) return checked
  if (table.length < 2) return fail('needs-two-rows')
  const columns = kinds.map((kind, column) => ({ kind, values: columnOf(table, column) }))
  if (normalisation === 'sum') {
    for (const [column, { kind, values }] of columns.entries()) {
      if (values.some((value) => value < 0)) return fail('negative-value', { column })
      if (kind === 'cost') return fail('cost-needs-minmax', { column })
    }
  }
  const shares = columns.map(({ kind, values }) => proportions(values, kind, normalisation))
  const entropy = shares.map(entropyOf)
  const divergence = entropy.map((value) => Math.max(0, 1 - value))
  const total = divergence.reduce((sum, value) => sum + value, 0)
  const weights = divergence.map((value) => (total > 0 ? value / total : 1 / divergence.length))
  return ok({
    proportions: table.map((_, row) => shares.map((column) => column[row] ?? 0)),
    entropy,
    divergence,
    weights,
    scores: table.map((_, row) =>
      shares.reduce((sum, column, j) => sum + (weights[j] ?? 0) * (column[row] ?? 0), 0),
    ),
    undetermined: total === 0,
  })
}

function proportions(
  values: readonly number[],
  kind: IndicatorKind,
  normalisation: EntropyNormalisation,
): number[] {
  const low = Math.min(...values)
  const high = Math.max(...values)
  if (low === high) return values.map(() => 1 / values.length)
  const scaled =
    normalisation === 'sum'
      ? values
      : values.map((value) => (kind === 'benefit' ? value - low : high - value) / (high - low))
  const total = scaled.reduce((sum, value) => sum + value, 0)
  return scaled.map((value) => value / total)
}

/** In units of ln m. Exactly 1 for equal proportions, where rounding would leave a spurious divergence. */
function entropyOf(shares: readonly number[]): number {
  if (shares.every((share) => share === shares[0])) return 1
  const nats = shares.reduce((sum, share) => sum - (share > 0 ? share * Math.log(share) : 0), 0)
  return Math.min(1, nats / Math.log(shares.length))
}
