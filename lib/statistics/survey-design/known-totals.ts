/**
 * What is known of the population, in the words of an office, turned into the variables of calibration.
 *
 * Two forms occur. *Margins*: a table of counts for one question ("women 4,650, men 4,350"), or several such tables.
 * *A model with totals*: an intercept (the size of the population), categories with their first one left out as the
 * reference, and numbers ("total area 1.4 million m²"), the form of regression software.
 */
import { fail, ok, type Result } from '../../result.ts'
import {
  type CalibratedDesign,
  type CalibrationOptions,
  type CalibrationReason,
  calibrate,
  type KnownTotal,
} from './calibration.ts'
import { categoriesOf } from './categories.ts'
import type { Label, SurveyDesign } from './design.ts'
import type { Answers } from './domain-rows.ts'

/** The population counts of the categories of one variable. */
export interface Margin {
  readonly name: string
  /** The category of every row. */
  readonly labels: readonly Label[]
  /** category → count in the population */
  readonly counts: Readonly<Record<string, number>>
}

/** One variable of a calibration model: categories (one column for all but the first) or a number. */
export type ModelVariable =
  | { readonly name: string; readonly labels: readonly Label[] }
  | { readonly name: string; readonly numbers: Answers }

export type KnownTotalsReason =
  /** a row has no value of a calibration variable; details.name, details.row */
  | 'missing-values'
  /** rows of the sample belong to a category without a count; details.name, details.category */
  | 'unknown-category'
  /** a count is given for a category that nobody in the sample belongs to; details.name, details.category */
  | 'empty-category'
  /** a count is negative or not a number; details.name, details.category */
  | 'invalid-count'
  /** a column of the model has no total, or a total no column; details.name */
  | 'totals-mismatch'

/**
 * Weights whose sums over every category of every margin equal the known counts: post-stratification with one margin,
 * raking with several. Fails if a margin is incomplete, counts contradict each other, or cannot be reached.
 */
export function calibrateToMargins(
  design: SurveyDesign,
  margins: readonly Margin[],
  options: CalibrationOptions = {},
): Result<CalibratedDesign, CalibrationReason | KnownTotalsReason> {
  const totals: KnownTotal[] = []
  for (const margin of margins) {
    const known = marginTotals(margin)
    if (!known.ok) return known
    totals.push(...known.value)
  }
  // With one margin every distance gives the same weights, and the linear one gives them in one step.
  return calibrate(design, totals, { distance: margins.length > 1 ? 'raking' : 'linear', ...options })
}

/**
 * Weights that reproduce the totals of a model. `totals` maps column names to population totals: `(Intercept)` for the
 * size of the population, the name of a number, and name + category for every category but the first.
 */
export function calibrateToModel(
  design: SurveyDesign,
  variables: readonly ModelVariable[],
  totals: Readonly<Record<string, number>>,
  options: CalibrationOptions = {},
): Result<CalibratedDesign, CalibrationReason | KnownTotalsReason> {
  const columns = modelColumns(design, variables, '(Intercept)' in totals)
  if (!columns.ok) return columns
  const known: KnownTotal[] = []
  for (const [name, values] of columns.value) {
    const total = totals[name]
    if (total === undefined) return fail('totals-mismatch', { name })
    known.push({ name, values, total })
  }
  const surplus = Object.keys(totals).find((name) => !columns.value.has(name))
  if (surplus !== undefined) return fail('totals-mismatch', { name: surplus })
  return calibrate(design, known, options)
}

function marginTotals({ name, labels, counts }: Margin): Result<KnownTotal[], KnownTotalsReason> {
  const row = labels.findIndex((label) => label === null || label === '')
  if (row >= 0) return fail('missing-values', { name, row })
  const sampled = new Set(labels.map(String))
  for (const category of sampled)
    if (!Object.hasOwn(counts, category)) return fail('unknown-category', { name, category })
  const totals: KnownTotal[] = []
  for (const [category, count] of Object.entries(counts)) {
    if (!(count >= 0 && count < Infinity)) return fail('invalid-count', { name, category })
    if (sampled.has(category))
      totals.push({ name: `${name}=${category}`, values: indicator(labels, category), total: count })
    else if (count > 0) return fail('empty-category', { name, category })
  }
  return ok(totals)
}

function modelColumns(
  design: SurveyDesign,
  variables: readonly ModelVariable[],
  intercept: boolean,
): Result<Map<string, number[]>, KnownTotalsReason> {
  const columns = new Map<string, number[]>()
  if (intercept) columns.set('(Intercept)', new Array<number>(design.rows).fill(1))
  // Without an intercept the first set of categories keeps all of them: together they are the intercept.
  let reference = intercept
  for (const variable of variables) {
    const { name } = variable
    const values = 'labels' in variable ? variable.labels : variable.numbers
    const row = values.findIndex((value) => value === null || value === '')
    if (row >= 0) return fail('missing-values', { name, row })
    if ('numbers' in variable) columns.set(name, variable.numbers.map(Number))
    else {
      const categories = categoriesOf(variable.labels)
      for (const category of reference ? categories.slice(1) : categories)
        columns.set(`${name}${category}`, indicator(variable.labels, category))
      reference = true
    }
  }
  return ok(columns)
}

function indicator(labels: readonly Label[], category: string): number[] {
  return labels.map((label) => Number(String(label) === category))
}
