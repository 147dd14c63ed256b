/**
 * Do the questions of a scale measure the same thing?
 *
 * Five questions about trust are added up to one trust score. If they really ask about one thing, people who score
 * high on one score high on the others, and the variance of the sum exceeds the sum of the variances. Cronbach's α is
 * that excess, between 0 and 1 for sensible scales; 0.7 is the customary floor. It may be negative (a question worded
 * the other way round and not recoded), and then it must be shown as negative.
 */
import { fail, ok, type Result } from '../../result.ts'
import { covarianceOf, sum, varianceOf } from '../descriptive.ts'
import { checkRatings, type RatingMatrixReason } from './rating-matrix.ts'

export type CronbachReason =
  | RatingMatrixReason
  /** a scale of one question has no internal consistency */
  | 'one-item'
  /** the total score is the same for everybody */
  | 'no-variation'

export interface CronbachAlpha {
  readonly alpha: number
  /** k·r̄/(1 + (k-1)·r̄); null when a question is answered alike by all or the denominator is 0. */
  readonly standardizedAlpha: number | null
  readonly items: number
  /** People who answered every question. */
  readonly n: number
  /** α of the scale without each question; null for two questions, an entry null where undefined. */
  readonly alphaIfDeleted: readonly (number | null)[] | null
  /** Correlation of each question with the sum of the others; null where one of them is constant. */
  readonly correctedItemTotal: readonly (number | null)[]
  readonly meanInterItemCorrelation: number | null
}

/**
 * Cronbach's α = k/(k-1)·(1 - Σs²ᵢ/s²_T) (Cronbach 1951) with the item statistics of a reliability table. `rows` are
 * people, columns are questions; a person with a missing answer (null) is left out (listwise).
 */
export function cronbachAlpha(
  rows: readonly (readonly (number | null)[])[],
): Result<CronbachAlpha, CronbachReason> {
  const complete = rows.filter((row): row is number[] => !row.includes(null))
  if ((rows[0]?.length ?? 0) === 1) return fail('one-item')
  const size = checkRatings(complete, { rows: 2, columns: 2 })
  if (!size.ok) return size
  const { rows: n, columns: k } = size.value
  const items = Array.from({ length: k }, (_, j) => complete.map((row) => row[j]!))
  const covariances = items.map((a, i) => items.map((b, j) => (i === j ? varianceOf(a) : covarianceOf(a, b))))
  const all = items.map((_, i) => i)
  const alpha = alphaOf(covariances, all)
  if (alpha === null) return fail('no-variation')
  const correlations = all.flatMap((i) =>
    all.slice(i + 1).map((j) => correlation(covariances[i]![j]!, covariances[i]![i]!, covariances[j]![j]!)),
  )
  const meanR = correlations.every((r) => r !== null) ? sum(correlations) / correlations.length : null
  const without = (i: number) => all.filter((j) => j !== i)
  const denominator = meanR === null ? 0 : 1 + (k - 1) * meanR
  return ok({
    alpha,
    standardizedAlpha: meanR === null || Math.abs(denominator) < 1e-12 ? null : (k * meanR) / denominator,
    items: k,
    n,
    alphaIfDeleted: k === 2 ? null : all.map((i) => alphaOf(covariances, without(i))),
    correctedItemTotal: all.map((i) => {
      const others = without(i)
      return correlation(
        sum(others.map((j) => covariances[i]![j]!)),
        covariances[i]![i]!,
        totalVariance(covariances, others),
      )
    }),
    meanInterItemCorrelation: meanR,
  })
}

/** Sum of all entries of the covariance matrix over the given items: the variance of their sum. */
function totalVariance(covariances: readonly (readonly number[])[], items: readonly number[]): number {
  return sum(items.flatMap((i) => items.map((j) => covariances[i]![j]!)))
}

function alphaOf(covariances: readonly (readonly number[])[], items: readonly number[]): number | null {
  const k = items.length
  const own = sum(items.map((i) => covariances[i]![i]!))
  const total = totalVariance(covariances, items)
  // Covariances that cancel leave rounding noise of the size of the variances' last digits.
  return total <= own * 1e-13 ? null : (k / (k - 1)) * (1 - own / total)
}

function correlation(covariance: number, variance1: number, variance2: number): number | null {
  if (!(variance1 > 0 && variance2 > variance1 * 1e-13)) return null
  return Math.min(1, Math.max(-1, covariance / Math.sqrt(variance1) / Math.sqrt(variance2)))
}
