/**
 * Agreement beyond chance: kappa.
 *
 * Two readers who both call nine of ten opinions "unimportant" agree often without having looked. Kappa takes the
 * agreement seen, subtracts what the two habits would produce by chance, and divides by what was left to gain:
 * κ = (p_o - p_e)/(1 - p_e). Cohen's κ is for two readers, optionally with partial credit for near misses (linear or
 * quadratic weights on ordered categories); Fleiss' κ is for a fixed number of interchangeable readers per item.
 * Where chance alone agrees completely (everybody always says the same), κ is undefined, not 1.
 */
import { fail, ok, type Result } from '../../result.ts'
import { sum } from '../descriptive.ts'

export type KappaReason =
  /** fewer than two categories, or (Fleiss) no item */
  | 'too-few-categories'
  /** the table is not square, or (Fleiss) the rows differ in length; details.row */
  | 'ragged-table'
  /** a count is negative or not a number; details.row and details.column */
  | 'count-out-of-range'
  /** nothing was rated */
  | 'no-observations'
  /** Fleiss: an item has another number of ratings than the first, or fewer than two; details.row */
  | 'unequal-raters'

export interface CohenKappa {
  /** Null where chance agreement is complete. */
  readonly unweighted: number | null
  readonly linear: number | null
  readonly quadratic: number | null
  readonly observed: number
  readonly expectedAgreement: number
}

/** Cohen's κ (1960) and weighted κ (1968) from the square table of first reader (rows) by second reader (columns). */
export function cohenKappa(table: readonly (readonly number[])[]): Result<CohenKappa, KappaReason> {
  const k = table.length
  if (k < 2) return fail('too-few-categories')
  const refusal = refuseCounts(table, k)
  if (refusal) return refusal
  const n = sum(table.flat())
  if (n === 0) return fail('no-observations')
  const rows = table.map((counts) => sum(counts) / n)
  const columns = table.map((_, j) => sum(table.map((counts) => counts[j]!)) / n)
  const over = (weight: (i: number, j: number) => number, share: (i: number, j: number) => number) =>
    sum(rows.flatMap((_, i) => columns.map((__, j) => weight(i, j) * share(i, j))))
  const found = (i: number, j: number) => table[i]![j]! / n
  const byChance = (i: number, j: number) => rows[i]! * columns[j]!
  // Disagreement weights: κ = 1 - Σw·found/Σw·chance keeps its digits when agreement is nearly complete.
  const kappa = (weight: (i: number, j: number) => number) => {
    const chance = over(weight, byChance)
    return chance > 0 ? 1 - over(weight, found) / chance : null
  }
  const differs = (i: number, j: number) => (i === j ? 0 : 1)
  return ok({
    unweighted: kappa(differs),
    linear: kappa((i, j) => Math.abs(i - j) / (k - 1)),
    quadratic: kappa((i, j) => ((i - j) / (k - 1)) ** 2),
    observed: 1 - over(differs, found),
    expectedAgreement: 1 - over(differs, byChance),
  })
}

export interface FleissKappa {
  readonly kappa: number | null
  readonly observed: number
  readonly expectedAgreement: number
}

/** Fleiss' κ (1971): `counts[item][category]` = how many readers chose the category; the same number for every item. */
export function fleissKappa(counts: readonly (readonly number[])[]): Result<FleissKappa, KappaReason> {
  const k = counts[0]?.length ?? 0
  if (k < 2) return fail('too-few-categories')
  const refusal = refuseCounts(counts, k)
  if (refusal) return refusal
  const raters = sum(counts[0]!)
  const row = counts.findIndex((item) => sum(item) !== raters)
  if (row >= 0) return fail('unequal-raters', { row })
  if (raters < 2) return fail('unequal-raters', { row: 0 })
  const perItem = counts.map((item) => sum(item.map((c) => c * (c - 1))) / (raters * (raters - 1)))
  const observed = sum(perItem) / counts.length
  const shares = counts[0]!.map((_, j) => sum(counts.map((item) => item[j]!)) / (counts.length * raters))
  const expectedAgreement = sum(shares.map((share) => share * share))
  const constant = shares.some((share) => share === 1)
  return ok({
    kappa: constant ? null : (observed - expectedAgreement) / (1 - expectedAgreement),
    observed,
    expectedAgreement,
  })
}

function refuseCounts(table: readonly (readonly number[])[], width: number) {
  for (const [row, counts] of table.entries()) {
    if (counts.length !== width) return fail('ragged-table', { row })
    const column = counts.findIndex((count) => !(count >= 0 && Number.isFinite(count)))
    if (column >= 0) return fail('count-out-of-range', { row, column })
  }
  return null
}
