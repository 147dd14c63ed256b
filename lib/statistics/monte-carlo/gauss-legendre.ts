/**
 * Numerical integration by Gauss–Legendre panels of eight points, exact for polynomials of degree 15 on each panel.
 * Source: Abramowitz & Stegun, Handbook of Mathematical Functions, 25.4.29–30 and table 25.4.
 */

const NODES = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363] as const
const WEIGHTS = [0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763] as const

/** Calls `add(x, weight)` at every node of [from, to], cut into equal panels no wider than `width`. */
export function eachNode(
  from: number,
  to: number,
  width: number,
  add: (x: number, weight: number) => void,
): void {
  const panels = Math.max(1, Math.ceil((to - from) / width - 1e-9))
  const half = (to - from) / panels / 2
  for (let panel = 0; panel < panels; panel++) {
    const middle = from + (2 * panel + 1) * half
    for (let i = 0; i < NODES.length; i++) {
      add(middle - half * NODES[i]!, half * WEIGHTS[i]!)
      add(middle + half * NODES[i]!, half * WEIGHTS[i]!)
    }
  }
}

/** ∫ f over [from, to]. */
export function integrate(f: (x: number) => number, from: number, to: number, width: number): number {
  let sum = 0
  eachNode(from, to, width, (x, weight) => {
    sum += weight * f(x)
  })
  return sum
}
