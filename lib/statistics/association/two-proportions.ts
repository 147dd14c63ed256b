/**
 * Is the share in one group larger than in the other?
 *
 * 56 of 80 in the eastern village support the matter, 40 of 80 in the western. The pooled z-test asks whether one
 * common share could have produced both; its square is the chi-square of the fourfold table. The difference itself
 * comes with two intervals: Wald's, which fails for small counts, and Newcombe's, built from the Wilson limits of
 * each share, which does not.
 */
import { fail, ok, type Result } from '../../result.ts'
import { normalCritical, normalUpper } from '../distributions.ts'
import { proportionInterval } from '../proportion-intervals.ts'
import { independenceTest } from './contingency.ts'

export type TwoProportionsReason =
  /** a group has nobody */
  | 'no-observations'
  /** a count of successes is negative, not a number or more than the group */
  | 'successes-out-of-range'
  | 'confidence-out-of-range'

export interface Group {
  readonly successes: number
  readonly n: number
}

export interface TwoProportionsTest {
  /** First share minus second. */
  readonly difference: number
  /** z with the pooled variance, its two-sided p and z²; null when nobody or everybody succeeded in both groups. */
  readonly pooled: { readonly z: number; readonly p: number; readonly chiSquare: number } | null
  /** z with separate variances (Wald); null when both are zero. */
  readonly unpooled: { readonly z: number; readonly p: number } | null
  /** p of the chi-square test with Yates' correction; null where `pooled` is. */
  readonly yatesP: number | null
  readonly wald: readonly [low: number, high: number]
  /** Newcombe's hybrid score interval, within [-1, 1]. */
  readonly newcombe: readonly [low: number, high: number]
  /** Cohen's h = 2·asin√p₁ - 2·asin√p₂: a size of the difference that is comparable across shares. */
  readonly cohensH: number
}

/** Compares two independent shares (Newcombe 1998, Statistics in Medicine 17:873–890, method 10; Cohen 1988). */
export function twoProportions(
  first: Group,
  second: Group,
  options: { readonly confidence?: number } = {},
): Result<TwoProportionsTest, TwoProportionsReason> {
  const { confidence = 0.95 } = options
  const a = scoreLimits(first, confidence)
  if (!a.ok) return a
  const b = scoreLimits(second, confidence)
  if (!b.ok) return b
  const { estimate: p1, low: low1, high: high1 } = a.value
  const { estimate: p2, low: low2, high: high2 } = b.value
  const difference = p1 - p2
  const shared = (first.successes + second.successes) / (first.n + second.n)
  const pooledError = Math.sqrt(shared * (1 - shared) * (1 / first.n + 1 / second.n))
  const separateError = Math.hypot(
    Math.sqrt((p1 * (1 - p1)) / first.n),
    Math.sqrt((p2 * (1 - p2)) / second.n),
  )
  const test = (error: number) => {
    const z = difference / error
    return { z, p: 2 * normalUpper(Math.abs(z)), chiSquare: z * z }
  }
  const table = independenceTest([
    [first.successes, first.n - first.successes],
    [second.successes, second.n - second.successes],
  ])
  const half = normalCritical(confidence) * separateError
  const unpooled = separateError > 0 ? test(separateError) : null
  return ok({
    difference,
    pooled: pooledError > 0 ? test(pooledError) : null,
    unpooled: unpooled && { z: unpooled.z, p: unpooled.p },
    yatesP: table.ok ? (table.value.yates?.p ?? null) : null,
    wald: [Math.max(-1, difference - half), Math.min(1, difference + half)],
    newcombe: [
      difference - Math.hypot(p1 - low1, high2 - p2),
      difference + Math.hypot(high1 - p1, p2 - low2),
    ],
    cohensH: 2 * Math.asin(Math.sqrt(p1)) - 2 * Math.asin(Math.sqrt(p2)),
  })
}

function scoreLimits({ successes, n }: Group, confidence: number) {
  const limits = proportionInterval(successes, n, { method: 'wilson', confidence })
  if (limits.ok) return limits
  switch (limits.reason) {
    case 'no-observations':
    case 'successes-out-of-range':
    case 'confidence-out-of-range':
      return fail(limits.reason, limits.details)
    case 'undefined-at-boundary':
      throw new Error('the score interval is defined at 0 % and 100 %')
  }
}
