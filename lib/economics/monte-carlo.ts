/**
 * 概率分析: how likely is it that the project loses money for society?
 *
 * Estimates of cost and benefit are off, and not evenly: costs overrun more often than they fall short. Here the analyst
 * says by how much a whole row may turn out different from what was entered, as a least, a most likely and a greatest
 * multiple (0.9, 1, 1.4), every row draws its multiple, and ENPV is worked out again: 100,000 times. The share of draws
 * with ENPV < 0 is the probability asked for. ENPV is linear in the multiples, ENPV = Σ ± mᵣ·PVᵣ, so its mean and
 * standard deviation need no simulation and are exact.
 *
 * Rows are drawn independently unless the plan correlates them. Where two rows fail together (a delay that raises
 * investment and cuts benefits: a negative correlation of the two), ENPV spreads wider than independent draws say, and the
 * loss of a project that is expected to pay becomes more probable.
 * Source: 建设项目经济评价方法与参数（第三版）, 2006, 概率分析; Vose, Risk Analysis, 3rd ed., 2008.
 */
import { fail, ok, type Result } from '../result.ts'
import { type CorrelationRefusal, rankCorrelationRoot } from '../statistics/monte-carlo/correlation.ts'
import {
  type Distribution,
  type DistributionRefusal,
  distributionOf,
} from '../statistics/monte-carlo/distribution.ts'
import { linearMoments } from '../statistics/monte-carlo/linear-combination.ts'
import { shareBelow, simulate, sortedQuantile } from '../statistics/monte-carlo/simulation.ts'
import {
  type AppraisalInput,
  type AppraisalRefusal,
  appraisalRefusal,
  FLOW_ROWS,
  type FlowRow,
  rowPresentValues,
} from './appraisal.ts'

/** How far a row may turn out from what was entered, as multiples of it: 1 is "as entered". */
export interface RowUncertainty {
  readonly row: FlowRow
  /** PERT leans more on the most likely value than the triangle does. */
  readonly shape: 'triangular' | 'pert'
  readonly min: number
  readonly mode: number
  readonly max: number
}

export interface EnpvPlan {
  /** Any whole number; part of the result, so that anybody can draw the same again. Default 1. */
  readonly seed?: number
  /** Default 100,000: a probability is then known to 0.3 percentage points (two standard errors). */
  readonly draws?: number
  /**
   * Spearman's rank correlations of the multiples, in the order of the uncertain rows; absent: independent. Ranks, because
   * that is what one can ask an expert: does the one tend to be high where the other is?
   */
  readonly rankCorrelation?: readonly (readonly number[])[]
}

export interface EnpvSimulation {
  readonly seed: number
  readonly draws: number
  /** P(ENPV < 0), the share of draws below zero. */
  readonly probabilityNegative: number
  /** √(p(1 − p)/draws), the error of the simulation itself; with no draw below zero p is still only < 3/draws. */
  readonly standardError: number
  /** Exact mean and standard deviation in fen. A mean unlike ENPV says that the multiples lean to one side. */
  readonly meanFen: number
  readonly sdFen: number
  /** Simulated quantiles (type 7) in fen. */
  readonly quantiles: readonly { readonly p: number; readonly enpvFen: number }[]
  /**
   * Each uncertain row's part of the variance, Cov(its part of ENPV, ENPV) / Var(ENPV), in the order given, summing to 1;
   * below 0 for a row that offsets others; null where nothing varies.
   */
  readonly varianceShares: readonly { readonly row: FlowRow; readonly share: number | null }[]
}

export type EnpvSimulationRefusal =
  | AppraisalRefusal
  | DistributionRefusal
  | CorrelationRefusal
  | 'no-uncertain-row'
  | 'duplicate-row'
  | 'multiple-negative'
  | 'draws-out-of-range'
  | 'seed-not-whole'
  | 'correlation-of-other-rows'

export const ENPV_QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95] as const
const MOST_DRAWS = 1_000_000
/** An ENPV of exactly zero may come out as −1e-7 fen: below zero is what would be so after the rounding of `appraise`. */
const BALANCED = 0.5e-9

function multiplesOf(
  uncertain: readonly RowUncertainty[],
): Result<Distribution[], DistributionRefusal | 'no-uncertain-row' | 'duplicate-row' | 'multiple-negative'> {
  if (uncertain.length === 0) return fail('no-uncertain-row')
  const found: Distribution[] = []
  const seen = new Set<FlowRow>()
  for (const { row, shape, min, mode, max } of uncertain) {
    if (seen.has(row)) return fail('duplicate-row', { row })
    seen.add(row)
    const made = distributionOf({ kind: shape, min, mode, max })
    if (!made.ok) return fail(made.reason, { ...made.details, row })
    // A negative multiple would turn a cost into a benefit.
    if (min < 0) return fail('multiple-negative', { row, min })
    found.push(made.value)
  }
  return ok(found)
}

/**
 * Simulates ENPV with uncertain rows; rows that are not named stay as entered. The same input, plan and engine give the
 * same numbers. Fails as `appraise` does, for multiples that are no distribution (`details.row` names the row),
 * and for correlations that no set of quantities can have.
 */
export function simulateEnpv(
  input: AppraisalInput,
  uncertain: readonly RowUncertainty[],
  { seed = 1, draws = 100_000, rankCorrelation }: EnpvPlan = {},
): Result<EnpvSimulation, EnpvSimulationRefusal> {
  const unusable = appraisalRefusal(input)
  if (unusable) return unusable
  if (!(Number.isInteger(draws) && draws >= 1 && draws <= MOST_DRAWS)) {
    return fail('draws-out-of-range', { draws: String(draws) })
  }
  if (!Number.isSafeInteger(seed)) return fail('seed-not-whole', { seed: String(seed) })
  const multiples = multiplesOf(uncertain)
  if (!multiples.ok) return multiples
  if (rankCorrelation && rankCorrelation.length !== uncertain.length) {
    return fail('correlation-of-other-rows', { rows: uncertain.length, given: rankCorrelation.length })
  }
  const joint = rankCorrelation ? rankCorrelationRoot(rankCorrelation) : null
  if (joint && !joint.ok) return joint
  const worth = rowPresentValues(input)
  const signed = (row: FlowRow) => (row === 'benefit' ? worth.benefit : -worth[row])
  const named = new Set(uncertain.map(({ row }) => row))
  const certain = FLOW_ROWS.reduce((sum, row) => sum + (named.has(row) ? 0 : signed(row)), 0)
  const coefficients = uncertain.map(({ row }) => signed(row))
  const { mean, variance, contributions } = linearMoments(
    coefficients,
    multiples.value,
    certain,
    joint?.value.scores,
  )
  const enpvs = simulate(
    multiples.value,
    (draw) => {
      let sum = certain
      for (let i = 0; i < draw.length; i++) sum += coefficients[i]! * draw[i]!
      return sum
    },
    { draws, seed, ...(joint ? { root: joint.value.cholesky } : {}) },
  ).sort()
  const allCosts = worth.investment + worth.operation + worth.compensation + worth.mitigation
  const probabilityNegative = shareBelow(enpvs, -BALANCED * allCosts)
  return ok({
    seed,
    draws,
    probabilityNegative,
    standardError: Math.sqrt((probabilityNegative * (1 - probabilityNegative)) / draws),
    meanFen: mean,
    sdFen: Math.sqrt(variance),
    quantiles: ENPV_QUANTILES.map((p) => ({ p, enpvFen: sortedQuantile(enpvs, p) })),
    varianceShares: uncertain.map(({ row }, i) => ({
      row,
      share: variance === 0 ? null : contributions[i]! / variance,
    })),
  })
}
