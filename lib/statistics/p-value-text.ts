/**
 * P-values in print. Three decimals are enough, unless rounding would carry the value over a line that the sentence beside
 * it speaks of: 0.00996 is below 0.01 and must not be printed as 0.010.
 */
export const LINES = [0.001, 0.01, 0.05] as const
const LEAST_DIGITS = 3
const MOST_DIGITS = 8

/** Decimals at which a p-value stays on its side of every line; three to eight. */
export function pValueDigits(p: number): number {
  for (let digits = LEAST_DIGITS; digits < MOST_DIGITS; digits += 1) {
    const printed = Number(p.toFixed(digits))
    if (LINES.every((line) => printed < line === p < line)) return digits
  }
  return MOST_DIGITS
}

/** Below 0.001 the tail of a model is not known to more digits. */
export function pValueText(p: number): string {
  return p < 0.001 ? '< 0.001' : p.toFixed(pValueDigits(p))
}
