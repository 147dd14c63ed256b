/** A box around its centre, in the unit square. */
export interface Spot {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const ROUNDS = 80

/**
 * Moves boxes that cover each other apart, as little as it takes and always the same way, and keeps them inside the
 * square. Boxes that touch nobody stay where they are.
 */
export function spread<S extends Spot>(spots: readonly S[]): S[] {
  const moved = spots.map((spot) => ({ ...spot })) as (S & { x: number; y: number })[]
  for (let round = 0; round < ROUNDS; round++) {
    let calm = true
    for (const [i, a] of moved.entries()) {
      for (const b of moved.slice(i + 1)) calm = !push(a, b) && calm
    }
    for (const spot of moved) {
      spot.x = Math.min(1 - spot.width / 2, Math.max(spot.width / 2, spot.x))
      spot.y = Math.min(1 - spot.height / 2, Math.max(spot.height / 2, spot.y))
    }
    if (calm) break
  }
  return moved
}

/** Parts two boxes along the axis on which they overlap less; says whether they overlapped. */
function push(a: { x: number; y: number; width: number; height: number }, b: typeof a): boolean {
  const overlapX = (a.width + b.width) / 2 - Math.abs(a.x - b.x)
  const overlapY = (a.height + b.height) / 2 - Math.abs(a.y - b.y)
  // A thousandth of the square is thinner than a line.
  if (overlapX <= 0.001 || overlapY <= 0.001) return false
  if (overlapX < overlapY) {
    const step = (overlapX / 2) * (a.x <= b.x ? 1 : -1)
    a.x -= step
    b.x += step
  } else {
    const step = (overlapY / 2) * (a.y <= b.y ? 1 : -1)
    a.y -= step
    b.y += step
  }
  return true
}
