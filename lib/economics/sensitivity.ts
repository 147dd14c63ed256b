/**
 * 敏感性分析: how the result moves when one assumption moves.
 *
 * 敏感度系数 (elasticity) is the relative change of NPV per relative change of the variable; 临界点 (switching value) is the
 * relative change at which NPV becomes zero. With a negative base NPV the sign of an elasticity flips, so the swing (the
 * width between the two NPVs) is what orders a tornado diagram.
 * Source: 建设项目经济评价方法与参数（第三版）, 2006, 敏感性分析.
 */

export interface OneWay<Name extends string = string> {
  readonly variable: Name
  readonly npvUp: number
  readonly npvDown: number
  /** (ΔNPV / NPV) / (Δx / x), signed; null when the base NPV is zero. */
  readonly elasticityUp: number | null
  readonly elasticityDown: number | null
  /** The same in the limit of a small change. */
  readonly elasticityPoint: number | null
  /** Relative change nearest to zero that makes NPV zero; null when none is found. */
  readonly switchingChange: number | null
  readonly swing: number
}

/** Central difference by Richardson extrapolation; the functions here are smooth, so twelve digits are within reach. */
function slopeAtZero(f: (change: number) => number): number {
  const central = (h: number) => (f(h) - f(-h)) / (2 * h)
  const [a, b, c] = [central(0.02), central(0.01), central(0.005)]
  const [ab, bc] = [(4 * b - a) / 3, (4 * c - b) / 3]
  return (16 * bc - ab) / 15
}

function bisect(f: (x: number) => number, low: number, high: number): number {
  const rising = f(high) > 0
  let [a, b] = [low, high]
  for (let i = 0; i < 200 && a !== b; i++) {
    const middle = (a + b) / 2
    if (middle === a || middle === b) break
    if (f(middle) > 0 === rising) b = middle
    else a = middle
  }
  return (a + b) / 2
}

/** Changes beyond ten-thousand-fold are no answer to "how far may it move". */
const FARTHEST = 10_000

/** The root of f nearest to zero, searched outwards on both sides in widening steps, not below `lowest`. */
function nearestRoot(f: (change: number) => number, lowest: number): number | null {
  const base = Math.sign(f(0))
  if (base === 0) return 0
  const roots: number[] = []
  for (const end of [lowest, FARTHEST]) {
    const direction = Math.sign(end)
    for (let before = 0, step = 0.05; Math.abs(before) < Math.abs(end); step *= 1.3) {
      const next = direction * Math.min(Math.abs(before) + step, Math.abs(end))
      const value = f(next)
      if (!Number.isFinite(value)) break
      if (Math.sign(value) !== base) {
        roots.push(value === 0 ? next : bisect(f, before, next))
        break
      }
      before = next
    }
  }
  return roots.sort((a, b) => Math.abs(a) - Math.abs(b))[0] ?? null
}

/**
 * Moves one variable by ±delta (relative).
 * @param npv NPV when the variable is multiplied by 1 + change.
 * @param lowest the smallest change that makes sense; below −1 an amount would change its sign and mean something else.
 */
export function oneWay<Name extends string>(
  variable: Name,
  npv: (change: number) => number,
  delta: number,
  lowest = -1,
): OneWay<Name> {
  const base = npv(0)
  const [npvUp, npvDown] = [npv(delta), npv(-delta)]
  const elasticity = (value: number, change: number) => (base === 0 ? null : (value - base) / base / change)
  return {
    variable,
    npvUp,
    npvDown,
    elasticityUp: elasticity(npvUp, delta),
    elasticityDown: elasticity(npvDown, -delta),
    elasticityPoint: base === 0 ? null : slopeAtZero(npv) / base,
    switchingChange: nearestRoot(npv, lowest),
    swing: Math.abs(npvUp - npvDown),
  }
}

/** The widest swing first; equal swings keep their order. */
export function tornadoOrder<Name extends string>(rows: readonly OneWay<Name>[]): OneWay<Name>[] {
  return [...rows].sort((a, b) => b.swing - a.swing)
}

export interface TwoWay {
  readonly changes: readonly number[]
  /** npv[i][j]: the first variable changed by changes[i], the second by changes[j]. */
  readonly npv: readonly (readonly number[])[]
}

export function twoWay(npv: (first: number, second: number) => number, changes: readonly number[]): TwoWay {
  return { changes, npv: changes.map((first) => changes.map((second) => npv(first, second))) }
}
