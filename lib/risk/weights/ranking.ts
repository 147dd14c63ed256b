import { comparable } from '../../scheme/threshold.ts'

/**
 * Indices in falling order of their values. Values that agree to 1e-9 are a tie and keep their order: the noise of
 * binary fractions must not put one of two equal alternatives first. Without a value (null) an index comes last.
 */
export function ranking(values: readonly (number | null)[]): number[] {
  const compared = values.map((value) => (value === null ? Number.NEGATIVE_INFINITY : comparable(value)))
  const order = (a: number, b: number) => (a === b ? 0 : b - a)
  return values.map((_, i) => i).sort((i, j) => order(compared[i] ?? 0, compared[j] ?? 0))
}
