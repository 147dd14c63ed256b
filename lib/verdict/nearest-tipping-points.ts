/**
 * The values that would turn the level if one of them alone were another, nearest to the present value first.
 *
 * A likelihood that need only be a tenth higher says more about a level than nine that would have to double.
 */
import type { TippingPoint } from '../risk/robustness.ts'

export interface LevelTurn {
  readonly factor: string
  readonly part: TippingPoint['part']
  readonly now: number
  readonly direction: 'worse' | 'better'
  /** From here on (worse) or down to here (better) the level is another. */
  readonly at: number
  /** at - now: positive for worse, negative for better. */
  readonly change: number
}

export function nearestTippingPoints(points: readonly TippingPoint[], most: number): LevelTurn[] {
  return points
    .flatMap(({ factor, part, now, worseFrom, betterUpTo }): LevelTurn[] => [
      ...(worseFrom === null ? [] : [turn({ factor, part, now, direction: 'worse', at: worseFrom })]),
      ...(betterUpTo === null ? [] : [turn({ factor, part, now, direction: 'better', at: betterUpTo })]),
    ])
    .toSorted((a, b) => Math.abs(a.change) - Math.abs(b.change))
    .slice(0, most)
}

/** Turning points are whole thousandths; a difference of binary fractions must not look finer than they are. */
function turn(point: Omit<LevelTurn, 'change'>): LevelTurn {
  return { ...point, change: Number((point.at - point.now).toFixed(9)) }
}
