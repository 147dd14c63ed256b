/**
 * Where factors stand in the risk matrix.
 *
 * Factors scored alike lie on the same spot and would hide each other, so a spot carries the numbers of all its factors.
 */
export interface Placed {
  /** Number of the factor in the list. */
  readonly n: number
  readonly initial: readonly [p: number, q: number]
  readonly residual: readonly [p: number, q: number]
}

export interface Spot {
  readonly p: number
  readonly q: number
  /**
   * Numbers of the factors on it, joined for the label. A factor that does not move is named once, after its measures.
   */
  readonly label: string
}

/** Spots of one stage in the order of the first factor on each. */
export function spotsOf(factors: readonly Placed[], stage: 'initial' | 'residual'): Spot[] {
  const spots = new Map<string, { p: number; q: number; numbers: number[] }>()
  for (const factor of factors) {
    const [p, q] = factor[stage]
    const key = `${p} ${q}`
    const spot = spots.get(key) ?? { p, q, numbers: [] }
    if (stage === 'residual' || moves(factor)) spot.numbers.push(factor.n)
    spots.set(key, spot)
  }
  return [...spots.values()].map(({ p, q, numbers }) => ({ p, q, label: numbers.join(', ') }))
}

/** Factors that the measures move: for each a line from the one spot to the other. */
export function movesOf(factors: readonly Placed[]): Placed[] {
  return factors.filter(moves)
}

function moves({ initial, residual }: Placed): boolean {
  return initial[0] !== residual[0] || initial[1] !== residual[1]
}

/**
 * The edge p·q = bound inside the unit square, as points from left (q = 1) to right (p = 1). Bands of R = p·q are bounded by
 * hyperbolas; a chessboard of rectangles would put factors into the wrong band near the edges.
 */
export function edgeOf(bound: number, steps = 48): [p: number, q: number][] {
  return Array.from({ length: steps + 1 }, (_, i) => {
    // Evenly along the curve in log p, so that the steep part is as smooth as the flat one.
    const p = bound ** (1 - i / steps)
    return [p, Math.min(1, bound / p)]
  })
}
