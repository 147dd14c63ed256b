import { scaleLinear } from 'd3-scale'
import type { Appraisal } from './appraisal.ts'
import type { CashFlowRow } from './cash-flow-table.ts'

export interface TornadoBar {
  readonly row: CashFlowRow
  /** ENPV in fen when the row is lower or higher by the change. */
  readonly lowerFen: number
  readonly higherFen: number
}

/** The widest change that was tried on both sides; null when none was. */
export function widestChange(appraisal: Appraisal): number | null {
  const changes = appraisal.sensitivity.flatMap((item) => item.changes.map(({ change }) => change))
  const both = changes.filter((change) => change > 0 && changes.includes(-change))
  return both.length === 0 ? null : Math.max(...both)
}

/** ENPV at minus and plus a change by row, the row that swings it most first; rows without effect are left out. */
export function tornadoBars(appraisal: Appraisal, change: number): TornadoBar[] {
  return appraisal.sensitivity
    .map(({ row, changes }) => ({
      row,
      lowerFen: changes.find((found) => found.change === -change)?.enpvFen ?? appraisal.enpvFen,
      higherFen: changes.find((found) => found.change === change)?.enpvFen ?? appraisal.enpvFen,
    }))
    .filter((bar) => bar.lowerFen !== bar.higherFen)
    .sort((a, b) => Math.abs(b.higherFen - b.lowerFen) - Math.abs(a.higherFen - a.lowerFen))
}

/** Round values of ENPV that span all bars, for an axis. */
export function roundAxis(values: readonly number[], count = 5): number[] {
  const scale = scaleLinear()
    .domain([Math.min(...values), Math.max(...values)])
    .nice(count)
  return scale.ticks(count)
}
