/**
 * What is shown of answers that are not single options: numbers, months, rankings, matrices.
 *
 * Everything is computed from the stored counts. A number that one person gave may be known in the village, so single values
 * are never shown: classes instead, the mean from k answers on, and the quartiles only from 4·k on, when a quarter of the
 * answers is at least k people.
 */
import type { Question, Questionnaire } from './questionnaire.ts'
import { estimateShare, type ShareEstimate } from './shares.ts'
import { pooled, type QuestionTally, type Tally } from './tally.ts'
import { binLabel, type CountedValue, countedValues, monthText, valueBins } from './value-bins.ts'

export interface SummaryBar {
  readonly id: string
  readonly label: string
  /** Null when nobody answered. */
  readonly estimate: ShareEstimate | null
}

export type AnswerSummary =
  | {
      readonly kind: 'values'
      readonly bars: readonly SummaryBar[]
      /** The number, or the month in words; null below k. */
      readonly mean: number | null
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
        readonly shares: readonly (ShareEstimate | null)[]
      }[]
    }

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

/** Null for questions whose options speak for themselves and for those that are not counted. */
export function answerSummary(
  question: Question,
  tally: QuestionTally,
  fewest: number,
): AnswerSummary | null {
  switch (question.type) {
    case 'number':
    case 'date':
      return valueSummary(question, tally, fewest)
    case 'ranking':
      return {
        kind: 'ranking',
        places: question.places,
        bars: question.options.map(({ id, label }) => ({
          id,
          label,
          estimate: estimateShare(tally.options[`${id}#1`] ?? 0, tally.answered),
          meanRank: meanRank(id, question.places, question.options.length, tally),
        })),
      }
    case 'matrix':
      return {
        kind: 'matrix',
        options: question.options.map(({ label }) => label),
        rows: question.rows.map((row) => {
          const answered = tally.options[`${row.id}:answered`] ?? 0
          return {
            id: row.id,
            label: row.label,
            answered,
            shares: question.options.map(({ id }) =>
              answered < fewest ? null : estimateShare(tally.options[`${row.id}:${id}`] ?? 0, answered),
            ),
          }
        }),
      }
    default:
      return null
  }
}

function valueSummary(
  question: Extract<Question, { type: 'number' | 'date' }>,
  tally: QuestionTally,
  fewest: number,
): AnswerSummary {
  const values = countedValues(question, tally.options)
  const enough = tally.answered >= fewest && values.length > 0
  const written = (value: number) =>
    question.type === 'date'
      ? monthText(Math.round(value))
      : String(Number(value.toFixed(question.decimals + 1)))
  const quartile = (p: number) => written(quantileOfCounted(values, p))
  return {
    kind: 'values',
    bars: enough
      ? valueBins(question, tally.options, fewest).map((bin, i) => ({
          id: `bin${i + 1}`,
          label: binLabel(question, bin),
          estimate: estimateShare(bin.n, tally.answered),
        }))
      : [],
    mean: enough && question.type === 'number' ? meanOfCounted(values) : null,
    quartiles:
      enough && tally.answered >= 4 * fewest ? [quartile(0.25), quartile(0.5), quartile(0.75)] : null,
    months: question.type === 'date',
    unit: question.type === 'number' ? (question.unit ?? '') : '',
  }
}

/** The summaries of all questions that have one. */
export function answerSummaries(
  { questions }: Questionnaire,
  tally: Tally,
  fewest: number,
): Record<string, AnswerSummary> {
  const all = pooled(tally)
  return Object.fromEntries(
    questions.flatMap((question) => {
      const counted = all.questions[question.id]
      const summary = counted && answerSummary(question, counted, fewest)
      return summary ? [[question.id, summary]] : []
    }),
  )
}
