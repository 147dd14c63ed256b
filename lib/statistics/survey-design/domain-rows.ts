/**
 * Which rows a question is about.
 *
 * "Satisfaction among women" has three kinds of rows: women who answered, women who did not, and everyone else. Only the
 * first kind enters the sums, but none is removed from the design: how many women a village holds, and how many of them
 * answer, would come out differently in another sample, and that belongs to the uncertainty. Leaving the rows in with
 * influence zero is what makes the standard error right (Lumley 2010, §2.4; Cochran 1977, §2.12).
 */
import { fail, ok, type Result } from '../../result.ts'
import { sum } from '../descriptive.ts'
import { degreesOfFreedom, type SurveyDesign } from './design.ts'

/** One answer per row of data; null where nobody answered. */
export type Answers = readonly (number | null)[]

export interface EstimationOptions {
  /** True for the rows the question is about; default all. */
  readonly domain?: readonly boolean[]
  /** `refuse` (default) fails on a missing answer inside the domain; `omit` narrows the domain to those who answered. */
  readonly missing?: 'refuse' | 'omit'
  /** Of the intervals; default 0.95. */
  readonly confidence?: number
}

export type SelectionReason =
  /** a list has another length than there are rows */
  | 'length-mismatch'
  /** an answer inside the domain is missing and `missing` is `refuse`; details.row */
  | 'missing-values'
  /** an answer is NaN or infinite; details.row */
  | 'not-a-number'
  /** the confidence is not strictly between 0 and 1 */
  | 'confidence-out-of-range'

export interface Selection {
  /** Rows of the domain with all answers present. */
  readonly domain: readonly boolean[]
  readonly confidence: number
  /** The number of selected rows with positive weight. */
  readonly n: number
  /** The sum of their weights: the estimated size of the domain. */
  readonly weightSum: number
  /** PSUs minus strata of the whole design. */
  readonly df: number
  /** PSUs minus strata among those that hold a selected row. */
  readonly dfDomain: number
}

/** The rows with all of `columns` present inside `options.domain`, with the counts every estimate reports. */
export function selectRows(
  design: SurveyDesign,
  columns: readonly Answers[],
  options: EstimationOptions,
): Result<Selection, SelectionReason> {
  const { domain, missing = 'refuse', confidence = 0.95 } = options
  if (!(confidence > 0 && confidence < 1)) return fail('confidence-out-of-range', { confidence })
  for (const list of [...columns, ...(domain ? [domain] : [])])
    if (list.length !== design.rows)
      return fail('length-mismatch', { length: list.length, rows: design.rows })

  const selected = new Array<boolean>(design.rows).fill(false)
  for (let row = 0; row < design.rows; row++) {
    if (domain && !domain[row]) continue
    let complete = true
    for (const column of columns) {
      const value = column[row]!
      if (value === null) {
        if (missing === 'refuse') return fail('missing-values', { row })
        complete = false
      } else if (!Number.isFinite(value)) return fail('not-a-number', { row })
    }
    selected[row] = complete
  }
  const weights = design.weights.filter((weight, row) => selected[row] && weight > 0)
  return ok({
    domain: selected,
    confidence,
    n: weights.length,
    weightSum: sum(weights),
    df: degreesOfFreedom(design),
    dfDomain: degreesOfFreedom(design, selected),
  })
}

/** Σ w·value(row) over the selected rows, compensated. */
export function weightedSum(
  design: SurveyDesign,
  selection: Selection,
  value: (row: number) => number,
): number {
  return sum(selection.domain.map((inside, row) => (inside ? design.weights[row]! * value(row) : 0)))
}

/** One influence per row of data: `value(row)` where selected, 0 elsewhere. */
export function influenceOf(selection: Selection, value: (row: number) => number): number[] {
  return selection.domain.map((inside, row) => (inside ? value(row) : 0))
}
