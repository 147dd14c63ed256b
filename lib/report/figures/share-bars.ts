import type { ShareEstimate } from '../../survey/shares.ts'
import type { BarChart, Tick } from '../blocks.ts'
import { interval, percent } from '../format.ts'

export interface ShareBar {
  readonly text: string
  readonly estimate: ShareEstimate
}

/** Scales on which shares are drawn: the smallest that holds everything, and always from zero. */
const SCALES = [
  { top: 0.2, step: 0.05 },
  { top: 0.5, step: 0.1 },
  { top: 1, step: 0.2 },
]

/** Shares as bars, their 95 % intervals as whiskers, thresholds as lines across. */
export function shareBars(
  caption: string,
  label: string,
  shares: readonly ShareBar[],
  thresholds: readonly number[] = [],
): BarChart {
  const most = Math.max(...shares.map(({ estimate }) => estimate.high), ...thresholds)
  const scale = SCALES.find(({ top }) => most <= top) ?? { top: 1, step: 0.2 }
  const steps = Math.round(scale.top / scale.step)
  return {
    kind: 'bar-chart',
    caption,
    label,
    alt: `${caption}：${shares.map(({ text, estimate }) => `${text}${percent(estimate.share)}`).join('，')}。`,
    note: '横条为比例，线段为95%置信区间（威尔逊法）。',
    ticks: Array.from({ length: steps + 1 }, (_, i) => tick(i * scale.step)),
    bars: shares.map(({ text, estimate }) => ({
      text,
      detail: `${percent(estimate.share, thresholds)}（n＝${estimate.n}）\n${interval(estimate.low, estimate.high, thresholds)}`,
      share: estimate.share,
      low: estimate.low,
      high: estimate.high,
    })),
    lines: thresholds.map((threshold) => ({ at: threshold, text: `${Math.round(threshold * 1000) / 10}%` })),
  }
}

function tick(at: number): Tick {
  return { at, text: `${Math.round(at * 100)}%` }
}
