/** Decimals of R and T: what a table of factors can be read with. */
const LEAST = 3
/** Results are computed and compared to 1e-9. */
const MOST = 9

/**
 * How many decimals to write. Rounding may move a number across the very threshold it is judged by: 0.3596 is below 0.36
 * and must not be shown as 0.360. As many decimals as it takes to stay on the true side, at least three.
 */
export function decimalsFor(value: number, thresholds: readonly number[]): number {
  const exact = Number(value.toFixed(MOST))
  const sameSide = (digits: number) =>
    thresholds.every(
      (threshold) => Math.sign(Number(exact.toFixed(digits)) - threshold) === Math.sign(exact - threshold),
    )
  let digits = LEAST
  while (digits < MOST && !sameSide(digits)) digits += 1
  return digits
}
