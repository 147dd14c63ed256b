/**
 * How much of the variation in scores lies between the things scored, and how much between the scorers?
 *
 * Four experts score six factors. The intraclass correlation is the share of variance that belongs to the factors;
 * the rest is experts' severity and noise. There are six published forms, and a report must name the one it uses:
 * ICC1 (each factor scored by other experts), ICC2 (the experts are a random sample of experts; severity counts as
 * error: the usual choice), ICC3 (just these experts; severity does not count), each for a single expert's score (1)
 * or the mean of all k experts (k).
 */
import { fail, ok, type Result } from '../../result.ts'
import { sum } from '../descriptive.ts'
import { fQuantile, fUpper } from '../distributions.ts'
import { checkRatings, type RatingMatrixReason } from './rating-matrix.ts'

export type IccForm = 'ICC1_1' | 'ICC2_1' | 'ICC3_1' | 'ICC1_k' | 'ICC2_k' | 'ICC3_k'

export interface Icc {
  /** Null where it is 0/0 or has no finite value. May be negative: fewer differences between factors than by chance. */
  readonly icc: number | null
  /** Mean square between factors over its error; null when the error is zero (F is infinite, p is 0). */
  readonly f: number | null
  readonly df1: number
  readonly df2: number
  readonly p: number
  /** Null where no finite interval exists. */
  readonly interval: readonly [low: number, high: number] | null
}

export type IccReason =
  | RatingMatrixReason
  /** every score is the same */
  | 'no-variation'
  | 'confidence-out-of-range'

/**
 * The six intraclass correlations with F-test and interval (Shrout & Fleiss 1979; McGraw & Wong 1996), from the
 * two-way analysis of variance without replication. `rows` are the things scored, columns the scorers; no missing.
 */
export function intraclassCorrelations(
  rows: readonly (readonly number[])[],
  options: { readonly confidence?: number } = {},
): Result<Readonly<Record<IccForm, Icc>>, IccReason> {
  const { confidence = 0.95 } = options
  if (!(confidence > 0 && confidence < 1)) return fail('confidence-out-of-range', { confidence })
  const size = checkRatings(rows, { rows: 2, columns: 2 })
  if (!size.ok) return size
  const { rows: n, columns: k } = size.value
  const squares = meanSquares(rows, n, k)
  if (squares === null) return fail('no-variation')
  const upper = (1 + confidence) / 2
  const { between, within, scorers, error } = squares
  const dfBetween = n - 1
  const dfWithin = n * (k - 1)
  const dfError = (n - 1) * (k - 1)

  const single = (noise: number, df2: number): Icc => ({
    icc: divide(between - noise, between + (k - 1) * noise),
    ...testOf(between, noise, dfBetween, df2),
    interval: limits(between, noise, dfBetween, df2, upper, (f) => (f - 1) / (f + (k - 1)), 1),
  })
  const average = (noise: number, df2: number): Icc => ({
    icc: divide(between - noise, between),
    ...testOf(between, noise, dfBetween, df2),
    interval: between === 0 ? null : limits(between, noise, dfBetween, df2, upper, (f) => 1 - 1 / f, 1),
  })

  const icc2 = divide(between - error, between + (k - 1) * error + (k * (scorers - error)) / n)
  const interval2 = icc2 === null ? null : absoluteLimits(squares, icc2, n, k, upper)
  const stepUp = (r: number) => (r * k) / (1 + r * (k - 1))
  return ok({
    ICC1_1: single(within, dfWithin),
    ICC2_1: { icc: icc2, ...testOf(between, error, dfBetween, dfError), interval: interval2 },
    ICC3_1: single(error, dfError),
    ICC1_k: average(within, dfWithin),
    ICC2_k: {
      icc: divide(between - error, between + (scorers - error) / n),
      ...testOf(between, error, dfBetween, dfError),
      interval: interval2 && finitePair(stepUp(interval2[0]), stepUp(interval2[1])),
    },
    ICC3_k: average(error, dfError),
  })
}

interface MeanSquares {
  readonly between: number
  readonly within: number
  readonly scorers: number
  readonly error: number
}

function meanSquares(rows: readonly (readonly number[])[], n: number, k: number): MeanSquares | null {
  const rough = sum(rows.flat()) / (n * k)
  // Centred before anything else, so that rounding is relative to the spread and not to the level of the scores.
  const centred = rows.map((row) => row.map((value) => value - rough))
  const grand = sum(centred.flat()) / (n * k)
  const rowMeans = centred.map((row) => sum(row) / k)
  const columnMeans = centred[0]!.map((_, j) => sum(centred.map((row) => row[j]!)) / n)
  const total = sum(centred.flat().map((value) => (value - grand) ** 2))
  const first = rows[0]![0]!
  if (rows.every((row) => row.every((value) => value === first))) return null
  const clean = (squares: number) => (squares <= total * 1e-24 ? 0 : squares)
  const between = clean(k * sum(rowMeans.map((m) => (m - grand) ** 2)))
  const scorers = clean(n * sum(columnMeans.map((m) => (m - grand) ** 2)))
  const error = clean(
    sum(
      centred.flatMap((row, i) =>
        row.map((value, j) => (value - rowMeans[i]! - columnMeans[j]! + grand) ** 2),
      ),
    ),
  )
  return {
    between: between / (n - 1),
    within: (scorers + error) / (n * (k - 1)),
    scorers: scorers / (k - 1),
    error: error / ((n - 1) * (k - 1)),
  }
}

function testOf(between: number, noise: number, df1: number, df2: number) {
  const f = noise > 0 ? between / noise : null
  return { f, df1, df2, p: f === null ? (between > 0 ? 0 : 1) : fUpper(f, df1, df2) }
}

/** Interval of a function of F: F divided and multiplied by the F quantiles, then mapped; without noise it is a point. */
function limits(
  between: number,
  noise: number,
  df1: number,
  df2: number,
  upper: number,
  map: (f: number) => number,
  certain: number,
): readonly [number, number] | null {
  if (noise === 0) return between > 0 ? [certain, certain] : null
  const f = between / noise
  return finitePair(map(f / fQuantile(upper, df1, df2)), map(f * fQuantile(upper, df2, df1)))
}

/** McGraw & Wong's interval for absolute agreement, with Satterthwaite's degrees of freedom. */
function absoluteLimits(
  { between, scorers, error }: MeanSquares,
  icc: number,
  n: number,
  k: number,
  upper: number,
): readonly [number, number] | null {
  if (error === 0) return scorers === 0 ? [1, 1] : null
  const a = k * icc * (scorers / error)
  const b = n * (1 + (k - 1) * icc) - k * icc
  const df = ((k - 1) * (n - 1) * (a + b) ** 2) / ((n - 1) * a ** 2 + b ** 2)
  if (!(df > 0 && Number.isFinite(df))) return null
  const fLow = fQuantile(upper, n - 1, df)
  const fHigh = fQuantile(upper, df, n - 1)
  const rest = k * scorers + (k * n - k - n) * error
  return finitePair(
    (n * (between - fLow * error)) / (fLow * rest + n * between),
    (n * (fHigh * between - error)) / (rest + n * fHigh * between),
  )
}

function divide(numerator: number, denominator: number): number | null {
  const ratio = numerator / denominator
  return Number.isFinite(ratio) ? ratio : null
}

function finitePair(low: number, high: number): readonly [number, number] | null {
  return Number.isFinite(low) && Number.isFinite(high) ? [low, high] : null
}
