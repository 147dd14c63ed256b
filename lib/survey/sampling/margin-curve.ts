/** The margin of error against the number of answers: why a few more matter at first and hardly at all later. */
import type { FrameGroup } from '../frame/frame.ts'
import type { PlanEntry } from './plan.ts'
import { stratumMargin } from './planner.ts'
import { allocateSample, overallMargin } from './strata-sizes.ts'

export interface CurvePoint {
  readonly n: number
  readonly margin: number
}

const POINTS = 48

/** Whole numbers from 10 (or fewer) to all, denser where the curve is steep. */
function steps(size: number): number[] {
  const from = Math.min(10, size)
  const ratio = (size / from) ** (1 / (POINTS - 1))
  return [...new Set(Array.from({ length: POINTS }, (_, i) => Math.round(from * ratio ** i)))]
}

/** Over all groups as the plan allocates them, or within one group. */
export function marginCurve(
  entry: PlanEntry,
  groups: readonly FrameGroup[],
  groupId: string | null,
  fewest: number,
): CurvePoint[] {
  const precision = { confidence: Number(entry.confidence), designEffect: entry.designEffect }
  const strata = groups
    .filter((group) => group[entry.unit] > 0 && (groupId === null || group.id === groupId))
    .map((group) => ({
      size: group[entry.unit],
      share: (entry.groups.find((own) => own.groupId === group.id)?.sharePercent ?? entry.sharePercent) / 100,
    }))
  const size = strata.reduce((sum, stratum) => sum + stratum.size, 0)
  if (size === 0) return []
  return steps(size).flatMap((n) => {
    const only = strata.length === 1 ? strata[0] : undefined
    if (only) {
      const margin = stratumMargin(n, only.size, only.share, precision)
      return margin === null ? [] : [{ n, margin }]
    }
    const sizes = allocateSample(n, strata, entry.allocation, fewest)
    const margin = overallMargin(strata, sizes, precision)
    const total = sizes.reduce((sum, one) => sum + one, 0)
    return margin === null ? [] : [{ n: total, margin }]
  })
}
