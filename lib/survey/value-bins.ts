/**
 * Classes of numbers and months: what is shown of answers whose every single value may be one person's.
 *
 * Classes begin at round values and are equally wide as far as that leaves none of one to `fewest` − 1 answers: such a class is
 * joined with its emptier neighbour. The first and the last are open, so that neither the smallest nor the largest answer
 * can be read off the edge of the picture.
 */
import type { Question } from './question.ts'

export interface CountedValue {
  readonly value: number
  readonly n: number
}

export interface ValueBin {
  /** From here on; null: from the smallest on. */
  readonly from: number | null
  /** Up to here, this value not included; null: without end. */
  readonly below: number | null
  /** The cells counted in it. */
  readonly cells: readonly string[]
  readonly n: number
}

const MOST_BINS = 10
const MONTHS = [1, 3, 6, 12, 24, 60, 120, 240, 600]

type Valued = Extract<Question, { type: 'number' | 'date' }>

/** A month as a number: months since year 0. */
const monthOf = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1

/** The month of such a number, YYYY-MM. */
export function monthText(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
}

/** What was answered to a question of numbers or months, smallest first. */
export function countedValues(
  question: Valued,
  options: Readonly<Record<string, number>>,
): (CountedValue & { cell: string })[] {
  return Object.entries(options)
    .filter(([cell, n]) => n > 0 && cell.startsWith(question.type === 'number' ? 'v:' : 'm:'))
    .map(([cell, n]) => ({
      cell,
      n,
      value: question.type === 'number' ? Number(cell.slice(2)) : monthOf(cell.slice(2)),
    }))
    .sort((a, b) => a.value - b.value)
}

/** Read as a numeral, which every engine does alike. */
const tenTo = (exponent: number) => Number(`1e${exponent}`)

/** 1, 2 or 5 times a power of ten, at least the width asked for and no finer than the question's own steps. */
function roundWidth(least: number, step: number): number {
  const power = tenTo(Number(least.toExponential().split('e')[1]))
  const width = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= least * 0.9999)
  return Math.max(width ?? least, step)
}

export function valueBins(
  question: Valued,
  options: Readonly<Record<string, number>>,
  fewest: number,
): ValueBin[] {
  const values = countedValues(question, options)
  const first = values[0]
  const last = values.at(-1)
  if (!first || !last) return []
  const range = last.value - first.value
  const step = question.type === 'number' ? tenTo(-question.decimals) : 1
  const width =
    question.type === 'number'
      ? roundWidth(Math.max(range / MOST_BINS, step), step)
      : (MONTHS.find((months) => range / months < MOST_BINS) ?? 1200)
  const place = (value: number) => Math.floor(value / width + 1e-9)
  const bins: { from: number; below: number; cells: string[]; n: number }[] = []
  // Three decimals at most: rounding takes away what multiplying by a tenth has left behind.
  const edge = (at: number) => Number((at * width).toFixed(6))
  for (let at = place(first.value); at <= place(last.value); at += 1)
    bins.push({ from: edge(at), below: edge(at + 1), cells: [], n: 0 })
  for (const { value, cell, n } of values) {
    const bin = bins[place(value) - place(first.value)]!
    bin.cells.push(cell)
    bin.n += n
  }
  const join = (at: number) => {
    const [a, b] = bins.slice(at, at + 2) as [(typeof bins)[0], (typeof bins)[0]]
    bins.splice(at, 2, { from: a.from, below: b.below, cells: [...a.cells, ...b.cells], n: a.n + b.n })
  }
  while (bins.length > 1 && bins[0]!.n < fewest) join(0)
  while (bins.length > 1 && bins.at(-1)!.n < fewest) join(bins.length - 2)
  for (;;) {
    const small = bins.findIndex(({ n }) => n > 0 && n < fewest)
    if (small < 0 || bins.length === 1) break
    const [before, after] = [bins[small - 1], bins[small + 1]]
    join(!after || (before && before.n <= after.n) ? small - 1 : small)
  }
  return bins.map((bin, i) => ({
    ...bin,
    from: i === 0 ? null : bin.from,
    below: i === bins.length - 1 ? null : bin.below,
  }))
}

/** 3～5, 小于3, 不小于5 without words: "< 3", "3 – < 5", "≥ 5"; months as YYYY-MM, the last one included. */
export function binLabel(question: Valued, { from, below }: ValueBin): string {
  if (question.type === 'date') {
    const [a, b] = [from === null ? null : monthText(from), below === null ? null : monthText(below - 1)]
    if (a === null) return b === null ? '…' : `≤ ${b}`
    if (b === null) return `≥ ${a}`
    return a === b ? a : `${a} – ${b}`
  }
  if (from === null) return below === null ? '…' : `< ${below}`
  if (below === null) return `≥ ${from}`
  const step = tenTo(-question.decimals)
  return below - from <= step * 1.0001 ? `${from}` : `${from} – < ${below}`
}
