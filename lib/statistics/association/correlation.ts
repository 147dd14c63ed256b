/**
 * Do two answers go together?
 *
 * Pearson's r measures how closely the pairs lie to a straight line; Spearman's ρ is r of the ranks and asks only
 * whether one rises when the other does; Kendall's τ_b counts pairs of people who agree in order against those who
 * disagree, corrected for ties. All lie between -1 and 1. For opinion scales with many equal answers ρ and τ_b are the
 * honest choices, and ρ must be computed from mid-ranks: the school shortcut 1 - 6Σd²/(n³-n) is wrong with ties.
 * A list without any variation has no correlation with anything; that is refused, not reported as 0.
 */
import { fail, ok, type Result } from '../../result.ts'
import { sumOfProducts } from '../descriptive.ts'
import { normalCritical, tUpper } from '../distributions.ts'
import { rank } from '../ranks.ts'

export type CorrelationReason =
  /** the two lists differ in length */
  | 'length-mismatch'
  /** a value is NaN or infinite; details.index says where */
  | 'not-a-number'
  /** fewer than two complete pairs */
  | 'too-few-pairs'
  /** one of the lists is constant */
  | 'no-variation'
  /** the squares exceed the largest double */
  | 'too-large'
  /** the confidence is not strictly between 0 and 1 */
  | 'confidence-out-of-range'

/** A missing answer is null; a pair counts only when both are there (pairwise complete). */
export type Answers = readonly (number | null)[]

export interface CorrelationTest {
  /** Complete pairs. */
  readonly n: number
  readonly coefficient: number
  /** r·√(df/(1-r²)); null where it has no finite value (|r| = 1) or no degrees of freedom (n = 2). */
  readonly t: number | null
  /** n - 2. */
  readonly df: number
  /** Two-sided p against no correlation; null for n = 2. */
  readonly p: number | null
}

export interface PearsonTest extends CorrelationTest {
  /** Fisher's z interval tanh(atanh r ± z/√(n-3)); null below four pairs. */
  readonly interval: readonly [low: number, high: number] | null
}

/** Pearson's product-moment correlation with its t-test and Fisher interval (Fisher 1921). Not weighted. */
export function pearson(
  x: Answers,
  y: Answers,
  options: { readonly confidence?: number } = {},
): Result<PearsonTest, CorrelationReason> {
  const { confidence = 0.95 } = options
  if (!(confidence > 0 && confidence < 1)) return fail('confidence-out-of-range', { confidence })
  const pairs = completePairs(x, y)
  if (!pairs.ok) return pairs
  const r = productMoment(pairs.value.x, pairs.value.y)
  if (!r.ok) return r
  const n = pairs.value.x.length
  const half = n > 3 ? normalCritical(confidence) / Math.sqrt(n - 3) : null
  // tanh(atanh(±1)) is ±1 in the limit, but atanh(1) is infinite and an interval must not depend on that.
  const end = (sign: 1 | -1) =>
    Math.abs(r.value) === 1 ? r.value : Math.tanh(Math.atanh(r.value) + sign * (half ?? 0))
  return ok({ ...testOf(r.value, n), interval: half === null ? null : [end(-1), end(1)] })
}

/** Spearman's ρ: Pearson's r of the mid-ranks, tested with the t approximation (as R with exact = FALSE). */
export function spearman(x: Answers, y: Answers): Result<CorrelationTest, CorrelationReason> {
  const pairs = completePairs(x, y)
  if (!pairs.ok) return pairs
  const rho = productMoment([...rank(pairs.value.x).ranks], [...rank(pairs.value.y).ranks])
  return rho.ok ? ok(testOf(rho.value, pairs.value.x.length)) : rho
}

/**
 * Kendall's τ_b = (C - D)/√((n₀ - n₁)(n₀ - n₂)), C and D concordant and discordant pairs, n₀ all pairs, n₁ and n₂ those
 * tied in x and y (Kendall 1945). Knight's (1966) sort makes it n·log n, so 100,000 answers are no burden.
 */
export function kendallTauB(x: Answers, y: Answers): Result<{ n: number; tau: number }, CorrelationReason> {
  const pairs = completePairs(x, y)
  if (!pairs.ok) return pairs
  const { x: xs, y: ys } = pairs.value
  const n = xs.length
  const order = xs.map((_, i) => i).sort((a, b) => xs[a]! - xs[b]! || ys[a]! - ys[b]!)
  const tiedX = tiedPairs(order, (i, j) => xs[i] === xs[j])
  const tiedBoth = tiedPairs(order, (i, j) => xs[i] === xs[j] && ys[i] === ys[j])
  const byY = order.map((i) => ys[i]!)
  const discordant = sortCountingSwaps(byY)
  const tiedY = tiedPairs(byY, (a, b) => a === b)
  const all = (n * (n - 1)) / 2
  if (all === tiedX || all === tiedY) return fail('no-variation')
  const score = all - tiedX - tiedY + tiedBoth - 2 * discordant
  return ok({ n, tau: clamp(score / Math.sqrt(all - tiedX) / Math.sqrt(all - tiedY)) })
}

function completePairs(
  x: Answers,
  y: Answers,
): Result<{ x: number[]; y: number[] }, 'length-mismatch' | 'not-a-number' | 'too-few-pairs'> {
  if (x.length !== y.length) return fail('length-mismatch', { x: x.length, y: y.length })
  const pairs = { x: [] as number[], y: [] as number[] }
  for (const [index, a] of x.entries()) {
    const b = y[index]!
    if ((a !== null && !Number.isFinite(a)) || (b !== null && !Number.isFinite(b))) {
      return fail('not-a-number', { index })
    }
    if (a === null || b === null) continue
    pairs.x.push(a)
    pairs.y.push(b)
  }
  return pairs.x.length < 2 ? fail('too-few-pairs', { n: pairs.x.length }) : ok(pairs)
}

function productMoment(x: number[], y: number[]): Result<number, 'no-variation' | 'too-large'> {
  if (x.every((value) => value === x[0]) || y.every((value) => value === y[0])) return fail('no-variation')
  const xx = sumOfProducts(x, x)
  const yy = sumOfProducts(y, y)
  const xy = sumOfProducts(x, y)
  if (!Number.isFinite(xx) || !Number.isFinite(yy) || !Number.isFinite(xy)) return fail('too-large')
  if (!(xx > 0 && yy > 0)) return fail('no-variation')
  return ok(clamp(xy / Math.sqrt(xx) / Math.sqrt(yy)))
}

function testOf(coefficient: number, n: number): CorrelationTest {
  const df = n - 2
  if (df === 0) return { n, coefficient, t: null, df, p: null }
  const unexplained = (1 - coefficient) * (1 + coefficient)
  if (unexplained === 0) return { n, coefficient, t: null, df, p: 0 }
  const t = coefficient * Math.sqrt(df / unexplained)
  return { n, coefficient, t, df, p: 2 * tUpper(Math.abs(t), df) }
}

/** Within rounding of ±1 it is ±1: a t of a hundred million would be made of rounding errors only. */
function clamp(r: number): number {
  return Math.abs(r) > 1 - 4 * Number.EPSILON ? Math.sign(r) : r
}

/** Number of pairs within runs of equal neighbours. */
function tiedPairs(sorted: readonly number[], equal: (a: number, b: number) => boolean): number {
  let pairs = 0
  let run = 0
  for (let k = 1; k < sorted.length; k++) {
    run = equal(sorted[k - 1]!, sorted[k]!) ? run + 1 : 0
    pairs += run
  }
  return pairs
}

/** Sorts in place by merging and returns how many pairs stood in the wrong order. */
function sortCountingSwaps(values: number[]): number {
  let swaps = 0
  let from = values
  let into = new Array<number>(values.length)
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) {
      const middle = Math.min(start + width, values.length)
      const end = Math.min(start + 2 * width, values.length)
      let left = start
      let right = middle
      for (let k = start; k < end; k++) {
        if (right >= end || (left < middle && from[left]! <= from[right]!)) into[k] = from[left++]!
        else {
          swaps += middle - left
          into[k] = from[right++]!
        }
      }
    }
    ;[from, into] = [into, from]
  }
  if (from !== values) for (let k = 0; k < values.length; k++) values[k] = from[k]!
  return swaps
}
