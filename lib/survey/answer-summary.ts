/**
 * What is shown of the answers to one question, all groups together.
 *
 * Every count and share comes from the released tables (suppression/released.ts), and what is hidden there is absent here: these
 * summaries go to the browser as they are. A number that one person gave may be known in the village, so single values are
 * never shown: classes instead. The mean times n is a sum, which would tell how the people of a class are spread over it, so
 * it is rounded to what leaves k − 1 people a choice. Quartiles are given from 4·k answers on, when a quarter of them is at
 * least k people; mean places of a ranking only where no place of an option was given by one to k − 1 people.
 */
import type { Question } from './questionnaire.ts'
import { estimateShare, type ShareEstimate } from './shares.ts'
import type { ReleasedRow, ReleasedTable } from './suppression/released.ts'
import type { QuestionTally } from './tally.ts'
import { type CountedValue, countedValues, monthText } from './value-bins.ts'

export interface SummaryBar {
  readonly id: string
  readonly label: string
  /** Null where the count is hidden. */
  readonly estimate: ShareEstimate | null
}

export type AnswerSummary =
  | { readonly kind: 'options'; readonly bars: readonly SummaryBar[] }
  | {
      readonly kind: 'values'
      readonly bars: readonly SummaryBar[]
      /** To as many decimals as may be told; null for months. */
      readonly mean: string | null
      /** Lower quartile, median, upper quartile: numbers or months; null below 4·k. */
      readonly quartiles: readonly [string, string, string] | null
      readonly unit: string
      /** True: months, not numbers. */
      readonly months: boolean
    }
  | {
      readonly kind: 'ranking'
      readonly places: number
      /** First choices; `meanRank` over everybody who answered. */
      readonly bars: readonly (SummaryBar & { readonly meanRank: number | null })[]
    }
  | {
      readonly kind: 'matrix'
      readonly options: readonly string[]
      readonly rows: readonly {
        readonly id: string
        readonly label: string
        readonly answered: number
        /** In the order of the options; null where the count is hidden. */
        readonly shares: readonly (ShareEstimate | null)[]
      }[]
    }

/** Why there is no summary. */
export type NoSummary = 'nobody-answered' | 'too-few' | 'hidden'

/** Σ n·x / Σ n; the values must not be empty. */
export function meanOfCounted(values: readonly CountedValue[]): number {
  const n = values.reduce((sum, counted) => sum + counted.n, 0)
  return values.reduce((sum, { value, n: times }) => sum + value * times, 0) / n
}

/**
 * The quantile of counted values, smallest first: position (n − 1)·p, between two values linearly (type 7 of Hyndman & Fan
 * 1996, as statistics packages have it by default). The values must not be empty.
 */
export function quantileOfCounted(values: readonly CountedValue[], p: number): number {
  const n = values.reduce((sum, counted) => sum + counted.n, 0)
  const position = (n - 1) * p
  const at = (place: number) => {
    let passed = 0
    for (const { value, n: times } of values) {
      passed += times
      if (place < passed) return value
    }
    return values.at(-1)!.value
  }
  const below = Math.floor(position)
  const low = at(below)
  return low + (position - below) * (at(Math.min(below + 1, n - 1)) - low)
}

/**
 * The mean place of each option over all who answered. Whoever gave fewer places than there are options is taken to rank the
 * rest alike, at the mean of the places left over; so the mean places of all options add up to 1 + 2 + … + K.
 */
function meanRank(optionId: string, places: number, of: number, { answered, options }: QuestionTally) {
  if (answered === 0) return null
  const leftOver = (places + 1 + of) / 2
  let ranked = 0
  let sum = 0
  for (let place = 1; place <= places; place += 1) {
    const n = options[`${optionId}#${place}`] ?? 0
    ranked += n
    sum += n * place
  }
  return (sum + (answered - ranked) * leftOver) / answered
}

const shareOf = ({ answered, counts }: ReleasedRow, j: number) => {
  const count = counts[j] ?? null
  return count === null || answered === null ? null : estimateShare(count, answered)
}

const barsOf = ({ categories, all }: ReleasedTable): SummaryBar[] =>
  categories.map(({ id, label }, j) => ({ id, label, estimate: shareOf(all, j) }))

/**
 * The summary of one question from its released tables.
 * @param tally its counts over all groups: for mean, quartiles and mean places, which no table holds.
 * @param fewest k.
 * @returns null for texts and information.
 */
export function answerSummary(
  question: Question,
  tables: readonly ReleasedTable[],
  tally: QuestionTally,
  fewest: number,
): AnswerSummary | NoSummary | null {
  const [table] = tables
  if (!table) return null
  if (tally.answered === 0) return 'nobody-answered'
  if (tables.every(({ all }) => all.answered === null)) return 'hidden'
  if (tally.answered < fewest) return 'too-few'
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'scale':
      return { kind: 'options', bars: barsOf(table) }
    case 'number':
    case 'date':
      return valueSummary(question, table, tally, fewest)
    case 'ranking':
      return rankingSummary(question, table, tally, fewest)
    case 'matrix':
      return {
        kind: 'matrix',
        options: question.options.map(({ label }) => label),
        rows: tables.map(({ part, all }) => ({
          id: part?.id ?? '',
          label: part?.label ?? '',
          answered: all.answered ?? 0,
          shares: question.options.map((_, j) => shareOf(all, j)),
        })),
      }
    case 'text':
    case 'info':
      return null
  }
}

function rankingSummary(
  question: Extract<Question, { type: 'ranking' }>,
  table: ReleasedTable,
  tally: QuestionTally,
  fewest: number,
): AnswerSummary {
  const places = question.options.flatMap(({ id }) =>
    Array.from({ length: question.places }, (_, place) => tally.options[`${id}#${place + 1}`] ?? 0),
  )
  const told = table.all.counts.every((n) => n !== null) && places.every((n) => n === 0 || n >= fewest)
  return {
    kind: 'ranking',
    places: question.places,
    bars: barsOf(table).map((bar) => ({
      ...bar,
      meanRank: told ? meanRank(bar.id, question.places, question.options.length, tally) : null,
    })),
  }
}

/**
 * Decimals of a mean that leave k − 1 people a choice: moving them by one step of the answers changes the mean by (k − 1)·step/n,
 * and half a unit of its last digit must be at least that.
 */
function decimalsOfMean(n: number, step: number, fewest: number): number {
  return Math.max(0, Math.min(2, Math.floor(Math.log10(n / (2 * (fewest - 1 || 1) * step)) + 1e-9)))
}

function valueSummary(
  question: Extract<Question, { type: 'number' | 'date' }>,
  table: ReleasedTable,
  tally: QuestionTally,
  fewest: number,
): AnswerSummary {
  const values = countedValues(question, tally.options)
  const written = (value: number) =>
    question.type === 'date'
      ? monthText(Math.round(value))
      : String(Number(value.toFixed(question.decimals + 1)))
  const quartile = (p: number) => written(quantileOfCounted(values, p))
  const known = values.length > 0
  return {
    kind: 'values',
    bars: barsOf(table),
    mean:
      known && question.type === 'number'
        ? meanOfCounted(values).toFixed(decimalsOfMean(tally.answered, 10 ** -question.decimals, fewest))
        : null,
    quartiles: known && tally.answered >= 4 * fewest ? [quartile(0.25), quartile(0.5), quartile(0.75)] : null,
    months: question.type === 'date',
    unit: question.type === 'number' ? (question.unit ?? '') : '',
  }
}
