/**
 * Do the counts follow given shares?
 *
 * Of 250 respondents 3 % are over fifty, while 30 % of the village are. Pearson's X² measures the distance between the
 * counts and what the given shares would lead to, and the chi-square curve with (categories - 1) degrees of freedom
 * says how often chance alone makes it that large.
 */
import { fail, ok, type Result } from '../../result.ts'
import { sum } from '../descriptive.ts'
import { chiSquareUpper } from '../distributions.ts'

export type GoodnessOfFitReason =
  /** fewer than two categories, or lists of different length */
  | 'too-few-categories'
  | 'length-mismatch'
  /** a count is negative or not a number; details.index */
  | 'count-out-of-range'
  /** nobody was counted */
  | 'no-observations'
  /** a probability is not in (0, 1]; details.index */
  | 'probability-out-of-range'
  /** the probabilities do not add up to 1 within 1e-6; details.sum */
  | 'probabilities-do-not-add-up'

export interface GoodnessOfFit {
  readonly statistic: number
  readonly df: number
  readonly p: number
  readonly expected: readonly number[]
  readonly smallestExpected: number
}

/** Chi-square goodness of fit to fully specified probabilities (Pearson 1900); none are estimated from the data. */
export function goodnessOfFit(
  observed: readonly number[],
  probabilities: readonly number[],
): Result<GoodnessOfFit, GoodnessOfFitReason> {
  if (observed.length !== probabilities.length) return fail('length-mismatch')
  if (observed.length < 2) return fail('too-few-categories')
  const badCount = observed.findIndex((count) => !(count >= 0 && Number.isFinite(count)))
  if (badCount >= 0) return fail('count-out-of-range', { index: badCount })
  const badShare = probabilities.findIndex((p) => !(p > 0 && p <= 1))
  if (badShare >= 0) return fail('probability-out-of-range', { index: badShare })
  const all = sum(probabilities)
  if (Math.abs(all - 1) > 1e-6) return fail('probabilities-do-not-add-up', { sum: all })
  const n = sum(observed)
  if (n === 0) return fail('no-observations')
  const expected = probabilities.map((p) => n * p)
  const statistic = sum(observed.map((count, k) => (count - expected[k]!) ** 2 / expected[k]!))
  const df = observed.length - 1
  return ok({
    statistic,
    df,
    p: chiSquareUpper(statistic, df),
    expected,
    smallestExpected: Math.min(...expected),
  })
}
