/**
 * 内部收益率 (IRR): the discount rate at which costs and benefits balance.
 *
 * Flows that change sign more than once can have several such rates, or none, and a solver that returns one of them
 * silently decides a project by its starting guess. Here all real rates above −100 % are found, with a status.
 *
 * With r = e^δ − 1 the present value is f(δ) = Σ aᵢ·e^(−δ·tᵢ). Take a moment t* between two flows of opposite sign: the
 * roots of f are those of g(δ) = e^(δ·t*)·f(δ), and g′ is a sum of the same kind with amounts aᵢ·(t* − tᵢ), which change
 * sign once less often. So the roots are isolated by recursion: between the roots of g′, g is monotone and has at most
 * one root; a sum that never changes sign has none. This is the proof of Descartes' rule for exponential sums, used as
 * an algorithm. It needs no guess, works for any dates (XIRR), is as deep as the flows have changes of sign and finds
 * double roots, where f touches zero without changing sign.
 * Source: Pólya & Szegő, Problems and Theorems in Analysis II, part V, no. 77.
 */
import { exp, expm1, log, log1p } from '../elementary.ts'
import { fail, ok, type Result } from '../result.ts'
import { checkFlows, type FlowsRefusal } from './present-value.ts'

export type RateStatus = 'unique' | 'multiple' | 'none' | 'undefined'

export interface InternalRates {
  /** undefined: all flows are zero; none: no rate balances them. */
  readonly status: RateStatus
  /** All rates above −1, ascending, each as a share. */
  readonly rates: readonly number[]
  readonly multiplicity: readonly number[]
  /** Changes of sign in the flows by date; more than one is a warning by itself. */
  readonly signChanges: number
}

interface Term {
  readonly amount: number
  /** Years from the first flow. */
  readonly time: number
}

interface Root {
  readonly at: number
  readonly multiplicity: number
}

/** Signs are compared and not multiplied: the product of two small amounts underflows to zero. */
const opposite = (a: Term, b: Term) => Math.sign(a.amount) === -Math.sign(b.amount)

function countSignChanges(terms: readonly Term[]): number {
  let changes = 0
  for (let i = 1; i < terms.length; i++) if (opposite(terms[i]!, terms[i - 1]!)) changes += 1
  return changes
}

/**
 * f(δ) and the sum of its terms' magnitudes, both divided by the largest exponential so that nothing overflows; the sign
 * and the ratio of the two are what the search needs.
 */
function evaluate(terms: readonly Term[], delta: number): { value: number; magnitude: number } {
  const anchor = delta >= 0 ? terms[0]!.time : terms[terms.length - 1]!.time
  let value = 0
  let magnitude = 0
  for (const { amount, time } of terms) {
    const term = amount * exp(-delta * (time - anchor))
    value += term
    magnitude += Math.abs(term)
  }
  return { value, magnitude }
}

/** A turning point counts as a root when f there is below rounding noise: 64 units in the last place of its terms. */
const TOUCHING = 64 * Number.EPSILON

function bisect(terms: readonly Term[], low: number, high: number): number {
  const rising = evaluate(terms, high).value > 0
  let [a, b] = [low, high]
  for (let i = 0; i < 200; i++) {
    const middle = (a + b) / 2
    if (middle === a || middle === b) break
    if (evaluate(terms, middle).value > 0 === rising) b = middle
    else a = middle
  }
  return (a + b) / 2
}

/** The first point beyond `from`, in steps that double, where f has the sign it has at infinity. */
function bracket(terms: readonly Term[], from: number, direction: 1 | -1, sign: number): number {
  for (let step = 0.5; step < 1e6; step *= 2) {
    const at = from + direction * step
    if (Math.sign(evaluate(terms, at).value) === sign) return at
  }
  throw new Error('an exponential sum did not take the sign of its dominant term')
}

/**
 * The same terms divided by the largest amount: only the ratios matter, and products of many amounts would overflow. What
 * then underflows to zero has no sign and is left out.
 */
function scaled(terms: readonly Term[]): Term[] {
  const largest = Math.max(...terms.map(({ amount }) => Math.abs(amount)))
  return terms
    .map(({ amount, time }) => ({ amount: amount / largest, time }))
    .filter(({ amount }) => amount !== 0)
}

/** The terms of g′. */
function derivative(terms: readonly Term[], between: number): Term[] {
  return scaled(terms.map(({ amount, time }) => ({ amount: amount * (between - time), time })))
}

function rootsOf(terms: readonly Term[]): Root[] {
  const change = terms.findIndex((term, i) => i > 0 && opposite(term, terms[i - 1]!))
  if (change < 0) return []
  const turning = rootsOf(derivative(terms, (terms[change - 1]!.time + terms[change]!.time) / 2))
  const roots: Root[] = []
  const touching = turning.filter(({ at }) => {
    const { value, magnitude } = evaluate(terms, at)
    return Math.abs(value) <= TOUCHING * magnitude
  })
  for (const { at, multiplicity } of touching) roots.push({ at, multiplicity: multiplicity + 1 })
  const signAt = (at: number) =>
    touching.some((root) => root.at === at) ? 0 : Math.sign(evaluate(terms, at).value)
  // For δ → −∞ the last flow dominates, for δ → ∞ the first.
  const leftSign = Math.sign(terms[terms.length - 1]!.amount)
  const rightSign = Math.sign(terms[0]!.amount)
  const points = turning.map(({ at }) => at)
  const start = points[0] ?? 0
  const end = points[points.length - 1] ?? 0
  if (points.length === 0) {
    if (leftSign !== rightSign) {
      roots.push({
        at: bisect(terms, bracket(terms, 0, -1, leftSign), bracket(terms, 0, 1, rightSign)),
        multiplicity: 1,
      })
    }
  } else {
    if (signAt(start) === -leftSign) {
      roots.push({ at: bisect(terms, bracket(terms, start, -1, leftSign), start), multiplicity: 1 })
    }
    for (let i = 1; i < points.length; i++) {
      if (signAt(points[i - 1]!) * signAt(points[i]!) < 0) {
        roots.push({ at: bisect(terms, points[i - 1]!, points[i]!), multiplicity: 1 })
      }
    }
    if (signAt(end) === -rightSign) {
      roots.push({ at: bisect(terms, end, bracket(terms, end, 1, rightSign)), multiplicity: 1 })
    }
  }
  return roots.sort((a, b) => a.at - b.at)
}

/**
 * All internal rates of flows at any times (in years); flows at the same time are added up first. A rate too large for a
 * double (a thousandfold gain overnight, by the year) or too close to −1 to differ from it is left out.
 * @throws RangeError for an amount, a sum of amounts or a time that is not a finite number: callers check before they ask.
 */
export function internalRatesAt(flows: readonly { amount: number; time: number }[]): InternalRates {
  const byTime = new Map<number, number>()
  for (const { amount, time } of flows) {
    const sum = (byTime.get(time) ?? 0) + amount
    if (!(Number.isFinite(sum) && Number.isFinite(time)))
      throw new RangeError('a flow is not a finite number')
    byTime.set(time, sum)
  }
  const sorted = [...byTime]
    .map(([time, amount]) => ({ time, amount }))
    .filter(({ amount }) => amount !== 0)
    .sort((a, b) => a.time - b.time)
  const signChanges = countSignChanges(sorted)
  if (sorted.length === 0) return { status: 'undefined', rates: [], multiplicity: [], signChanges }
  const roots = rootsOf(scaled(sorted))
    .map(({ at, multiplicity }) => ({ rate: Math.abs(at) < 1e-15 ? 0 : expm1(at), multiplicity }))
    .filter(({ rate }) => rate > -1 && rate < Infinity)
  return {
    status: roots.length === 0 ? 'none' : roots.length === 1 ? 'unique' : 'multiple',
    rates: roots.map(({ rate }) => rate),
    multiplicity: roots.map(({ multiplicity }) => multiplicity),
    signChanges,
  }
}

/** All internal rates of yearly flows, the first at t = 0. */
export function internalRates(flows: readonly number[]): InternalRates {
  return internalRatesAt(flows.map((amount, time) => ({ amount, time })))
}

/**
 * 修正内部收益率 (MIRR): negative flows financed at one rate, positive flows reinvested at another,
 * (FV of inflows / −PV of outflows)^(1/n) − 1. Null unless there are both inflows and outflows.
 */
export function modifiedInternalRate(
  flows: readonly number[],
  financeRate: number,
  reinvestRate: number,
): Result<number | null, FlowsRefusal> {
  for (const rate of [financeRate, reinvestRate]) {
    const checked = checkFlows(flows, rate)
    if (!checked.ok) return checked
  }
  const n = flows.length - 1
  let outflows = 0
  let inflows = 0
  flows.forEach((flow, t) => {
    if (flow < 0) outflows -= flow * exp(-t * log1p(financeRate))
    else inflows += flow * exp((n - t) * log1p(reinvestRate))
  })
  if (outflows === 0 || inflows === 0) return ok(null)
  const rate = expm1(log(inflows / outflows) / n)
  return Number.isFinite(rate) ? ok(rate) : fail('not-a-number')
}
