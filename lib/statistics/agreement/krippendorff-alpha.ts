/**
 * Do several people code the same material alike, whoever missed what?
 *
 * Opinions are coded by two or three readers, not all of whom read every item. Krippendorff's α compares the
 * disagreement seen within the items to the disagreement there would be if the codes were dealt out at random:
 * 1 is perfect, 0 is chance, below 0 is systematic disagreement. How much two codes disagree depends on the scale:
 * nominal (same or not), ordinal (how many ranks apart), interval (squared distance), ratio (squared distance
 * relative to the sum). Items coded by fewer than two readers say nothing about agreement and are left out.
 */
import { square } from '../../elementary.ts'
import { fail, ok, type Result } from '../../result.ts'
import { sum } from '../descriptive.ts'

export type Scale = 'nominal' | 'ordinal' | 'interval' | 'ratio'

export const SCALES = ['nominal', 'ordinal', 'interval', 'ratio'] as const satisfies readonly Scale[]

export type KrippendorffReason =
  /** the rows differ in length; details.row */
  | 'ragged-rows'
  /** a rating is NaN or infinite; details.row and details.column */
  | 'not-a-number'
  /** no item was rated twice */
  | 'no-pairs'

export interface KrippendorffAlpha {
  /** Null where it is undefined: no variation in the ratings, or negative ratings on a ratio scale. */
  readonly alpha: number | null
  /** Ratings that have a partner. */
  readonly pairableValues: number
  /** Items with at least two ratings. */
  readonly units: number
}

/**
 * α = 1 - D_o/D_e from the coincidence matrix (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability").
 * `ratings` holds one row per reader and one column per item, null where an item was not rated.
 */
export function krippendorffAlpha(
  ratings: readonly (readonly (number | null)[])[],
  scale: Scale,
): Result<KrippendorffAlpha, KrippendorffReason> {
  const width = ratings[0]?.length ?? 0
  for (const [row, values] of ratings.entries()) {
    if (values.length !== width) return fail('ragged-rows', { row })
    const column = values.findIndex((value) => value !== null && !Number.isFinite(value))
    if (column >= 0) return fail('not-a-number', { row, column })
  }
  const units = Array.from({ length: width }, (_, column) =>
    ratings.map((row) => row[column]!).filter((value) => value !== null),
  ).filter((unit) => unit.length >= 2)
  if (units.length === 0) return fail('no-pairs')
  const values = [...new Set(units.flat())].sort((a, b) => a - b)
  const place = new Map(values.map((value, i) => [value, i]))
  const coincidences = values.map(() => new Array<number>(values.length).fill(0))
  for (const unit of units) {
    const counts = values.map(() => 0)
    for (const value of unit) counts[place.get(value)!]!++
    for (const [i, a] of counts.entries()) {
      if (a === 0) continue
      for (const [j, b] of counts.entries()) {
        coincidences[i]![j]! += (a * (i === j ? b - 1 : b)) / (unit.length - 1)
      }
    }
  }
  const frequencies = values.map((value) => sum(units.map((unit) => unit.filter((v) => v === value).length)))
  const pairableValues = sum(frequencies)
  const distance = distanceOf(scale, values, frequencies)
  const over = (weight: (i: number, j: number) => number) =>
    sum(values.flatMap((_, i) => values.map((__, j) => weight(i, j) * distance(i, j))))
  const observed = over((i, j) => coincidences[i]![j]!)
  const expected = over((i, j) => frequencies[i]! * frequencies[j]!) / (pairableValues - 1)
  const defined = values.length > 1 && expected > 0 && !(scale === 'ratio' && values[0]! < 0)
  return ok({ alpha: defined ? 1 - observed / expected : null, pairableValues, units: units.length })
}

/** Squared difference δ² of the i-th and j-th value. */
function distanceOf(
  scale: Scale,
  values: readonly number[],
  frequencies: readonly number[],
): (i: number, j: number) => number {
  switch (scale) {
    case 'nominal':
      return (i, j) => (i === j ? 0 : 1)
    case 'ordinal': {
      // Mid-rank of each value among all pairable ratings; ranks apart = ratings in between.
      let before = 0
      const middles = frequencies.map((count) => {
        before += count
        return before - count / 2
      })
      return (i, j) => square(middles[i]! - middles[j]!)
    }
    case 'interval':
      return (i, j) => square(values[i]! - values[j]!)
    case 'ratio':
      return (i, j) => (i === j ? 0 : square((values[i]! - values[j]!) / (values[i]! + values[j]!)))
  }
}
