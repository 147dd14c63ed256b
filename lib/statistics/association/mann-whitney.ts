/**
 * Do the people of one group answer higher than those of another?
 *
 * Mann and Whitney compare every person of the first group with every person of the second: U₁ counts the comparisons
 * the first group wins, a draw counting half. Under "no difference" U₁ lies around n₁n₂/2. Five-point answers bring
 * many draws, which shrink the spread of U; leaving that out makes differences look smaller than they are.
 * For small groups the probability is counted exactly over all ways to divide the same answers into two groups.
 */
import { fail, ok, type Result } from '../../result.ts'
import { sum } from '../descriptive.ts'
import { normalUpper } from '../distributions.ts'
import { rank } from '../ranks.ts'

export type MannWhitneyReason =
  /** one of the groups is empty */
  | 'empty-group'
  /** a value is NaN or infinite; details.index counts through both groups */
  | 'not-a-number'

export interface MannWhitneyTest {
  readonly u1: number
  readonly u2: number
  /** Standard deviation of U under no difference, with tie correction; 0 when all answers are equal. */
  readonly sigma: number
  /** (U₁ - n₁n₂/2)/σ without and with continuity correction; null when σ = 0. */
  readonly zNoCorrection: number | null
  readonly z: number | null
  /** Two-sided normal approximations; 1 when all answers are equal, because nothing then speaks for a difference. */
  readonly pNoCorrection: number
  readonly p: number
  /** Exact two-sided p over all divisions of the answers; null when the groups are too large to count (see source). */
  readonly pExact: number | null
  readonly hasTies: boolean
  /** (U₁ - U₂)/(n₁n₂): share of comparisons won minus share lost, -1 … 1. */
  readonly rankBiserial: number
}

/** Additions the exact count may cost: about a second. Two groups of 60 with ties stay below it. */
const EXACT_BUDGET = 2e8

/**
 * Mann–Whitney U test, equivalent to Wilcoxon's rank sum (Mann & Whitney 1947; tie correction as in Lehmann 1975).
 * The exact p counts divisions whose U is at least as far from n₁n₂/2 as the observed one.
 */
export function mannWhitney(
  x: readonly number[],
  y: readonly number[],
): Result<MannWhitneyTest, MannWhitneyReason> {
  if (x.length === 0 || y.length === 0) return fail('empty-group')
  const all = [...x, ...y]
  const index = all.findIndex((value) => !Number.isFinite(value))
  if (index >= 0) return fail('not-a-number', { index })
  const n1 = x.length
  const n2 = y.length
  const n = n1 + n2
  const { ranks, tieSum } = rank(all)
  const rankSum = sum(ranks.slice(0, n1))
  const u1 = rankSum - (n1 * (n1 + 1)) / 2
  const u2 = n1 * n2 - u1
  const distance = u1 - (n1 * n2) / 2
  const allEqual = tieSum === n ** 3 - n
  const sigma = allEqual ? 0 : Math.sqrt(((n1 * n2) / 12) * (n + 1 - tieSum / (n * (n - 1))))
  const zNoCorrection = allEqual ? null : distance / sigma
  // Half a comparison towards the middle, but never past it: U = n₁n₂/2 is no evidence at all.
  const z = allEqual ? null : (distance - 0.5 * Math.sign(distance)) / sigma
  return ok({
    u1,
    u2,
    sigma,
    zNoCorrection,
    z,
    pNoCorrection: twoSided(zNoCorrection),
    p: twoSided(z),
    pExact: allEqual ? 1 : exactP(ranks, n1, rankSum),
    hasTies: tieSum > 0,
    rankBiserial: (u1 - u2) / (n1 * n2),
  })
}

function twoSided(z: number | null): number {
  return z === null ? 1 : Math.min(1, 2 * normalUpper(Math.abs(z)))
}

/**
 * How many ways to pick n₁ of the ranks give each rank sum: the classical knapsack count, on ranks doubled where
 * mid-ranks are halves. The smaller group is counted, because both groups tell the same story.
 */
function exactP(ranks: readonly number[], n1: number, rankSum: number): number | null {
  const n = ranks.length
  const scale = ranks.some((r) => !Number.isInteger(r)) ? 2 : 1
  const places = ranks.map((r) => r * scale).sort((a, b) => a - b)
  const total = sum(places)
  const size = Math.min(n1, n - n1)
  const observed = n1 <= n - n1 ? rankSum * scale : total - rankSum * scale
  const largest = sum(places.slice(n - size))
  // Beyond a thousand answers the number of divisions itself exceeds the largest double.
  if (n > 1000 || n * size * largest > EXACT_BUDGET) return null
  const ways = Array.from({ length: size + 1 }, () => new Float64Array(largest + 1))
  ways[0]![0] = 1
  let reach = 0
  for (const [seen, place] of places.entries()) {
    reach = Math.min(largest, reach + place)
    for (let picked = Math.min(size, seen + 1); picked >= 1; picked--) {
      const into = ways[picked]!
      const from = ways[picked - 1]!
      for (let s = reach; s >= place; s--) into[s]! += from[s - place]!
    }
  }
  const centre = (total * size) / n
  const distance = Math.abs(observed - centre)
  let far = 0
  let divisions = 0
  for (const [s, count] of ways[size]!.entries()) {
    divisions += count
    if (Math.abs(s - centre) >= distance - 1e-9) far += count
  }
  return Math.min(1, far / divisions)
}
