/**
 * Do the experts put things in the same order?
 *
 * Each of m experts ranks n risk factors. If they agree, the same factor is near the top with everybody and the rank
 * sums lie far apart; if they do not, all rank sums are alike. Kendall's W is the spread of the rank sums as a share
 * of the largest possible spread: 0 is no agreement, 1 is perfect. Equal scores share mid-ranks and the largest
 * possible spread is corrected for them.
 */
import { square } from '../../elementary.ts'
import { fail, ok, type Result } from '../../result.ts'
import { sum, sumOfProducts } from '../descriptive.ts'
import { chiSquareUpper } from '../distributions.ts'
import { rank } from '../ranks.ts'
import { checkRatings, type RatingMatrixReason } from './rating-matrix.ts'

export interface KendallW {
  readonly w: number
  /** Without tie correction, for comparison with older reports. */
  readonly wWithoutTieCorrection: number
  /** m(n-1)W, approximately chi-square with n - 1 degrees of freedom. */
  readonly chiSquare: number
  readonly df: number
  readonly p: number
  /** Mean of Spearman's ρ over all pairs of experts; null when some expert ranks nothing apart. */
  readonly meanSpearman: number | null
  readonly rankSums: readonly number[]
  /** Σ(R_j - R̄)². */
  readonly squares: number
}

/**
 * Kendall's coefficient of concordance (Kendall & Babington Smith 1939; Siegel & Castellan 1988). `ratings` holds one
 * row per expert and one column per object; scores are ranked here, smallest first. Fails with `no-variation` when
 * every expert gives all objects the same score.
 */
export function kendallW(
  ratings: readonly (readonly number[])[],
): Result<KendallW, RatingMatrixReason | 'no-variation'> {
  const size = checkRatings(ratings, { rows: 2, columns: 2 })
  if (!size.ok) return size
  const { rows: m, columns: n } = size.value
  const rankings = ratings.map((row) => rank(row))
  const ties = sum(rankings.map((ranking) => ranking.tieSum))
  const possible = m * m * (n * n * n - n)
  if (possible === m * ties) return fail('no-variation')
  const rankSums = ratings[0]!.map((_, j) => sum(rankings.map((ranking) => ranking.ranks[j]!)))
  const squares = sum(rankSums.map((total) => square(total - (m * (n + 1)) / 2)))
  const w = (12 * squares) / (possible - m * ties)
  const df = n - 1
  const chiSquare = m * df * w
  return ok({
    w,
    wWithoutTieCorrection: (12 * squares) / possible,
    chiSquare,
    df,
    p: chiSquareUpper(chiSquare, df),
    meanSpearman: meanPairwise(rankings.map((ranking) => ranking.ranks)),
    rankSums,
    squares,
  })
}

/** With ties the textbook shortcut (mW - 1)/(m - 1) is only close, so every pair is correlated. */
function meanPairwise(rankings: readonly (readonly number[])[]): number | null {
  const squares = rankings.map((ranks) => sumOfProducts(ranks, ranks))
  if (squares.includes(0)) return null
  const rhos = rankings.flatMap((a, i) =>
    rankings
      .slice(i + 1)
      .map((b, k) => sumOfProducts(a, b) / Math.sqrt(squares[i]!) / Math.sqrt(squares[i + 1 + k]!)),
  )
  return sum(rhos) / rhos.length
}
