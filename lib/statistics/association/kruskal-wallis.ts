/**
 * Do several groups answer on different levels?
 *
 * Kruskal and Wallis rank all answers together and ask whether the mean ranks of the groups lie further apart than
 * chance would put them. It is the Mann–Whitney test for more than two groups; ties are corrected for.
 */
import { fail, ok, type Result } from '../../result.ts'
import { sum } from '../descriptive.ts'
import { chiSquareUpper } from '../distributions.ts'
import { rank } from '../ranks.ts'

export type KruskalWallisReason =
  /** fewer than two groups */
  | 'too-few-groups'
  /** a group is empty; details.group */
  | 'empty-group'
  /** a value is NaN or infinite; details.index counts through all groups */
  | 'not-a-number'
  /** all answers are equal */
  | 'no-variation'

/**
 * H = (12/(N(N+1))·Σ R_g²/n_g - 3(N+1)) / (1 - Σ(t³-t)/(N³-N)), compared with chi-square of (groups - 1) degrees of
 * freedom (Kruskal & Wallis 1952). Computed from centred mean ranks, which cannot come out negative.
 */
export function kruskalWallis(
  groups: readonly (readonly number[])[],
): Result<{ statistic: number; df: number; p: number }, KruskalWallisReason> {
  if (groups.length < 2) return fail('too-few-groups')
  const group = groups.findIndex((answers) => answers.length === 0)
  if (group >= 0) return fail('empty-group', { group })
  const all = groups.flat()
  const index = all.findIndex((value) => !Number.isFinite(value))
  if (index >= 0) return fail('not-a-number', { index })
  const n = all.length
  const { ranks, tieSum } = rank(all)
  if (tieSum === n ** 3 - n) return fail('no-variation')
  const centre = (n + 1) / 2
  let start = 0
  const terms = groups.map((answers) => {
    const own = ranks.slice(start, start + answers.length)
    start += answers.length
    return answers.length * (sum(own) / answers.length - centre) ** 2
  })
  const statistic = ((12 / (n * (n + 1))) * sum(terms)) / (1 - tieSum / (n ** 3 - n))
  const df = groups.length - 1
  return ok({ statistic, df, p: chiSquareUpper(statistic, df) })
}
