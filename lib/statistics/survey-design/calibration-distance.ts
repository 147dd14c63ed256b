/**
 * The adjustment g = F(u) that each distance of calibration leads to: by how much a row's weight is multiplied when
 * its calibration variables push with strength u. F(0) = 1 and F'(0) = 1 for all of them.
 *
 * Source: Deville & Särndal (1992), JASA 87:376, table 1.
 */

export type DistanceName = 'linear' | 'raking' | 'logit'

export interface Adjustment {
  /** F(u). */
  readonly factor: (u: number) => number
  /** F'(u), 0 where a bound holds F fast. */
  readonly slope: (u: number) => number
}

/** The adjustment for a distance; null if the bounds do not enclose 1 or `logit` lacks finite ones. */
export function adjustmentOf(
  name: DistanceName,
  bounds: readonly [number, number] | null,
): Adjustment | null {
  const [low, high] = bounds ?? [-Infinity, Infinity]
  if (!(low < 1 && high > 1)) return null
  if (name === 'linear')
    return truncated(
      (u) => 1 + u,
      () => 1,
      low,
      high,
    )
  if (name === 'raking') return truncated(Math.exp, Math.exp, low, high)
  if (!Number.isFinite(low) || !Number.isFinite(high)) return null
  return logistic(low, high)
}

function truncated(
  factor: (u: number) => number,
  slope: (u: number) => number,
  low: number,
  high: number,
): Adjustment {
  return {
    factor: (u) => Math.min(high, Math.max(low, factor(u))),
    slope: (u) => (factor(u) > low && factor(u) < high ? slope(u) : 0),
  }
}

/** [L(U-1) + U(1-L)eᴬᵘ] / [U-1 + (1-L)eᴬᵘ] with A = (U-L)/((1-L)(U-1)), written so that nothing overflows. */
function logistic(low: number, high: number): Adjustment {
  const steepness = (high - low) / ((1 - low) * (high - 1))
  const position = (u: number) => 1 / (1 + ((high - 1) / (1 - low)) * Math.exp(-steepness * u))
  return {
    factor: (u) => low + (high - low) * position(u),
    slope: (u) => steepness * (high - low) * position(u) * (1 - position(u)),
  }
}
