/**
 * Is the mean of one group larger than that of another?
 *
 * The difference of the two means is measured in units of its own standard error. Welch lets each group have its own
 * spread and is the default of this house; Student's pooled version assumes equal spread and is reported beside it
 * because handbooks still ask for it.
 */
import { fail, ok, type Result } from '../../result.ts'
import { meanOf, varianceOf } from '../descriptive.ts'
import { tCritical, tUpper } from '../distributions.ts'

export type TTestReason =
  /** a group has fewer than two members */
  | 'too-few-observations'
  /** a value is NaN or infinite; details.index counts through both groups */
  | 'not-a-number'
  /** both groups are constant: a difference without spread has no test */
  | 'no-variation'
  | 'too-large'
  | 'confidence-out-of-range'

export interface TTest {
  readonly t: number
  readonly df: number
  /** Two-sided. */
  readonly p: number
  /** Interval for the difference of means, first minus second. */
  readonly interval: readonly [low: number, high: number]
}

/**
 * Two-sample t-tests of independent groups: Welch (1947) with Satterthwaite's degrees of freedom, and Student's
 * pooled version with n₁ + n₂ - 2.
 */
export function tTest(
  x: readonly number[],
  y: readonly number[],
  options: { readonly confidence?: number } = {},
): Result<{ welch: TTest; pooled: TTest }, TTestReason> {
  const { confidence = 0.95 } = options
  if (!(confidence > 0 && confidence < 1)) return fail('confidence-out-of-range', { confidence })
  if (x.length < 2 || y.length < 2) return fail('too-few-observations', { x: x.length, y: y.length })
  const index = [...x, ...y].findIndex((value) => !Number.isFinite(value))
  if (index >= 0) return fail('not-a-number', { index })
  const difference = meanOf(x) - meanOf(y)
  const variance1 = varianceOf(x)
  const variance2 = varianceOf(y)
  const [part1, part2] = [variance1 / x.length, variance2 / y.length]
  if (!Number.isFinite(difference + part1 + part2)) return fail('too-large')
  if (part1 + part2 === 0) return fail('no-variation')
  const share1 = part1 / (part1 + part2)
  const welchDf = 1 / (share1 ** 2 / (x.length - 1) + (1 - share1) ** 2 / (y.length - 1))
  const pooledDf = x.length + y.length - 2
  const pooledVariance = ((x.length - 1) * variance1 + (y.length - 1) * variance2) / pooledDf
  const test = (error: number, df: number): TTest => {
    const t = difference / error
    const half = tCritical(confidence, df) * error
    return { t, df, p: 2 * tUpper(Math.abs(t), df), interval: [difference - half, difference + half] }
  }
  return ok({
    welch: test(Math.sqrt(part1 + part2), welchDf),
    pooled: test(Math.sqrt(pooledVariance * (1 / x.length + 1 / y.length)), pooledDf),
  })
}
