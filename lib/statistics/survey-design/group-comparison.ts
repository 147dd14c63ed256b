/**
 * Do two groups differ? Women and men, core and edge of the affected area.
 *
 * Two domains of one sample are not independent: women and men of one village share its troubles. The difference is
 * therefore estimated as one quantity, with the influence of group A minus that of group B, and the covariance through
 * shared PSUs is kept without being computed apart. The t statistic has PSUs - strata degrees of freedom; the regression
 * form of the same test (one coefficient for the group) spends one more.
 *
 * Sources: Lumley (2010), §2.4, §5.2; Korn & Graubard (1999), §3.3.
 */
import { fail, ok, type Result } from '../../result.ts'
import { tUpper } from '../distributions.ts'
import { categoriesOf, rowsLabelled } from './categories.ts'
import type { Label, SurveyDesign } from './design.ts'
import {
  type Answers,
  type EstimationOptions,
  influenceOf,
  type Selection,
  selectRows,
} from './domain-rows.ts'
import { type Interval, withIntervals } from './interval.ts'
import { linearisedVariance } from './linearised-variance.ts'
import { type EstimateReason, weightedMean } from './means-and-totals.ts'

export interface GroupDifference {
  /** Mean of A minus mean of B. */
  readonly estimate: number
  readonly se: number
  readonly df: number
  /** estimate/se; null if the standard error is 0. */
  readonly t: number | null
  /** Two-sided; null without t or without a degree of freedom. */
  readonly p: number | null
  readonly interval: Interval | null
}

export type ComparisonReason =
  | EstimateReason
  /** there are not exactly two groups; details.groups */
  | 'not-two-groups'

/**
 * Difference of the means of `values` between the rows labelled `groupA` and `groupB` in `groups`.
 * Rows with another or no label belong to neither. Fails with `empty-domain` when a group has nobody.
 */
export function compareGroups(
  design: SurveyDesign,
  values: Answers,
  groups: readonly Label[],
  [groupA, groupB]: readonly [Label, Label],
  options: EstimationOptions = {},
): Result<GroupDifference, EstimateReason> {
  const selected = selectGroups(design, values, groups, [groupA, groupB], options)
  if (!selected.ok) return selected
  return difference(design, values, groups, [groupA, groupB], selected.value, selected.value.df)
}

/**
 * Design-based two-sample t-test in the form of a regression on the group: second group minus first, in the order of
 * `categoriesOf`, with one degree of freedom less than PSUs - strata (both counted where there is an answer).
 * Fails with `not-two-groups` when the labels are not exactly two.
 */
export function groupTTest(
  design: SurveyDesign,
  values: Answers,
  groups: readonly Label[],
  options: EstimationOptions = {},
): Result<GroupDifference, ComparisonReason> {
  const names = categoriesOf(groups)
  const [first, second] = names
  if (first === undefined || second === undefined || names.length > 2)
    return fail('not-two-groups', { groups: names.length })
  const selected = selectGroups(design, values, groups, [first, second], options)
  if (!selected.ok) return selected
  return difference(design, values, groups, [second, first], selected.value, selected.value.dfDomain - 1)
}

function selectGroups(
  design: SurveyDesign,
  values: Answers,
  groups: readonly Label[],
  names: readonly [Label, Label],
  options: EstimationOptions,
): Result<Selection, EstimateReason> {
  if (groups.length !== design.rows)
    return fail('length-mismatch', { length: groups.length, rows: design.rows })
  const [inA, inB] = [rowsLabelled(groups, names[0]), rowsLabelled(groups, names[1])]
  const domain = groups.map((_, row) => (inA[row]! || inB[row]!) && (options.domain?.[row] ?? true))
  return selectRows(design, [values], { ...options, domain })
}

function difference(
  design: SurveyDesign,
  values: Answers,
  groups: readonly Label[],
  names: readonly [Label, Label],
  selection: Selection,
  df: number,
): Result<GroupDifference, EstimateReason> {
  const influences: number[][] = []
  const means: number[] = []
  for (const name of names) {
    const members = rowsLabelled(groups, name)
    const domain = selection.domain.map((inside, row) => inside && members[row]!)
    const group = selectRows(design, [values], { domain })
    if (!group.ok) return group
    const mean = weightedMean(design, group.value, values)
    if (mean === null) return fail('empty-domain', { group: String(name) })
    means.push(mean)
    influences.push(influenceOf(group.value, (row) => (values[row]! - mean) / group.value.weightSum))
  }
  const influence = influences[0]!.map((u, row) => u - influences[1]![row]!)
  const variance = linearisedVariance(design, influence, selection.domain)
  if (!variance.ok) return variance
  const { estimate, se, interval } = withIntervals(
    means[0]! - means[1]!,
    variance.value,
    df,
    selection.confidence,
  )
  const t = se > 0 ? estimate / se : null
  return ok({ estimate, se, df, t, p: t !== null && df > 0 ? 2 * tUpper(Math.abs(t), df) : null, interval })
}
