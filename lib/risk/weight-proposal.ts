/**
 * Weights that sum to one, proposed from weights that do not.
 *
 * Scores are collected factor by factor, so weights rarely sum to one at first. The proposal keeps their proportions
 * and changes nothing else; it is shown beside the old values and applied by a person, because a silent correction of
 * weights is a silent change of the index.
 */

/** Decimals of a proposed weight: what a table of 46 factors can still be read with. */
const UNITS = 1000

/**
 * Proportional weights in thousandths whose sum is exactly one, by largest remainder. Equal weights where nothing has
 * been weighed yet (all zero). An empty list stays empty.
 */
export function proposedWeights(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const shares = weights.map((weight) => (sum > 0 ? weight / sum : 1 / weights.length))
  // 1e-9: 0.3 · 1000 is 299.99999999999994 in binary fractions and must not lose a thousandth to rounding.
  const exact = shares.map((share) => share * UNITS + 1e-9)
  const units = exact.map(Math.floor)
  const byRemainder = exact
    .map((value, i) => ({ i, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i)
  const left = weights.length === 0 ? 0 : UNITS - units.reduce((total, unit) => total + unit, 0)
  for (const { i } of byRemainder.slice(0, left)) units[i] = (units[i] ?? 0) + 1
  return units.map((unit) => unit / UNITS)
}

/** A sum of weights without the noise of binary fractions. */
export function sumOfWeights(weights: readonly number[]): number {
  return Number(weights.reduce((total, weight) => total + weight, 0).toFixed(9))
}
