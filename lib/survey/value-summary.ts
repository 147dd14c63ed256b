/**
 * Numbers and months that residents gave, from the counts of each value: middle, spread and a histogram. The counts are exact, so
 * nothing is lost against the answers themselves.
 */
import { quantileOfSorted } from '../statistics/descriptive.ts'

export interface ValueCount {
  readonly value: number
  readonly n: number
}

export interface Bin {
  /** From, included, up to, excluded; the last bin includes its end. */
  readonly from: number
  readonly to: number
  readonly n: number
}

export interface ValueSummary {
  readonly n: number
  readonly mean: number
  readonly lowerQuartile: number
  readonly median: number
  readonly upperQuartile: number
  readonly bins: readonly Bin[]
}

/** Values of a number question by their cells `v:12.5`, smallest first. */
export function valuesOf(cells: Readonly<Record<string, number>>): ValueCount[] {
  return Object.entries(cells)
    .filter(([cell, n]) => cell.startsWith('v:') && n > 0)
    .map(([cell, n]) => ({ value: Number(cell.slice(2)), n }))
    .sort((a, b) => a.value - b.value)
}

/** More bars than this are not told apart on a telephone. */
const MOST_BINS = 12

/** The widths people count in: 1, 2 and 5 times a power of ten. */
function niceWidth(span: number): number {
  const rough = span / MOST_BINS
  const power = 10 ** Math.floor(Math.log10(rough))
  return power * ([1, 2, 5, 10].find((step) => step * power >= rough) ?? 10)
}

function binsOf(values: readonly ValueCount[]): Bin[] {
  const [low, high] = [values[0]?.value ?? 0, values.at(-1)?.value ?? 0]
  if (low === high) return [{ from: low, to: high, n: values.reduce((sum, { n }) => sum + n, 0) }]
  const width = niceWidth(high - low)
  const first = Math.floor(low / width)
  const last = Math.max(first + 1, Math.ceil(high / width))
  // Edges are counted in whole widths and rounded: 0.1 added thrice is not 0.3, and a value of 0.3 would miss its bar.
  const edge = (step: number) => Number((step * width).toPrecision(12))
  return Array.from({ length: last - first }, (_, i) => {
    const [from, to] = [edge(first + i), edge(first + i + 1)]
    const inside = values.filter(({ value }) => value >= from && (value < to || first + i + 1 === last))
    return { from, to, n: inside.reduce((sum, { n }) => sum + n, 0) }
  })
}

/** Null where nobody gave a value. Quantiles of type 7. */
export function summaryOf(values: readonly ValueCount[]): ValueSummary | null {
  const all = values.flatMap(({ value, n }) => new Array<number>(n).fill(value))
  if (all.length === 0) return null
  const total = values.reduce((sum, { value, n }) => sum + value * n, 0)
  return {
    n: all.length,
    mean: total / all.length,
    lowerQuartile: quantileOfSorted(all, 0.25),
    median: quantileOfSorted(all, 0.5),
    upperQuartile: quantileOfSorted(all, 0.75),
    bins: binsOf(values),
  }
}

export interface RankedOption {
  readonly optionId: string
  readonly label: string
  /** How often it was put first, second, …; as long as there are places. */
  readonly places: readonly number[]
  /** Those who gave it a place. */
  readonly ranked: number
  /** 1 is best; null where nobody ranked it. An option that was left out has no place and does not count here. */
  readonly meanPlace: number | null
}

/** The options of a ranking by how often they were put first, then by their mean place. */
export function rankedOptions(
  options: readonly { readonly id: string; readonly label: string }[],
  places: number,
  cells: Readonly<Record<string, number>>,
): RankedOption[] {
  return options
    .map(({ id, label }) => {
      const counts = Array.from({ length: places }, (_, i) => cells[`${id}#${i + 1}`] ?? 0)
      const ranked = counts.reduce((sum, n) => sum + n, 0)
      const sum = counts.reduce((total, n, i) => total + n * (i + 1), 0)
      return { optionId: id, label, places: counts, ranked, meanPlace: ranked === 0 ? null : sum / ranked }
    })
    .sort(
      (a, b) =>
        (b.places[0] ?? 0) - (a.places[0] ?? 0) ||
        b.ranked - a.ranked ||
        (a.meanPlace ?? places) - (b.meanPlace ?? places),
    )
}
