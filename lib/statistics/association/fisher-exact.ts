/**
 * Fisher's exact test: independence in a table of small counts, without any approximation.
 *
 * Keep the row and column totals and imagine all tables that have them. If rows and columns were independent, each of
 * these tables has a known (hypergeometric) probability. The p-value is the probability of all tables that are no more
 * likely than the one observed. A fourfold table has at most a few thousand rivals; a 4 × 4 table of a hundred people
 * has millions, so larger tables are not listed but walked column by column: partial tables that leave the same row
 * totals and have the same probability so far share one node, and a node whose every completion is certainly in (or
 * out of) the tail is settled at once (the network algorithm of Mehta & Patel 1983).
 */
import { fail, ok, type Result } from '../../result.ts'
import { type ContingencyReason, marginsOf, type Table } from './contingency.ts'

export type FisherReason =
  | ContingencyReason
  /** a count is not a whole number */
  | 'count-not-whole'
  /** there are more rival tables than can be counted in about a second, or more people than `largestTotal` */
  | 'too-large'

/** Probabilities within this relative distance are ties; floating point must not split equals (R uses the same). */
const TIE = 1e-7

/** Steps the walk may take, about a second of work. */
const BUDGET = 4e6

/**
 * Two-sided p of Fisher's exact test (Fisher 1935; Freeman & Halton 1951 for r × c): the sum of the probabilities of
 * all tables with the observed margins that are at most as probable as the observed one.
 */
export function fisherExact(
  table: Table,
  options: { readonly largestTotal?: number } = {},
): Result<number, FisherReason> {
  const margins = marginsOf(table)
  if (!margins.ok) return margins
  for (const [row, counts] of table.entries()) {
    const column = counts.findIndex((count) => !Number.isInteger(count))
    if (column >= 0) return fail('count-not-whole', { row, column })
  }
  const { rows, columns, total } = margins.value
  if (total > (options.largestTotal ?? Number.MAX_SAFE_INTEGER)) return fail('too-large', { total })
  const p =
    rows.length === 2 && columns.length === 2
      ? fourfoldP(table[0]![0]!, rows[0]!, columns[0]!, total)
      : networkP(table, [...rows], [...columns], total)
  return p === null ? fail('too-large', { total }) : ok(Math.min(1, p))
}

/** The corner count a of a fourfold table fixes the rest; probabilities are built by ratios outwards from the mode. */
function fourfoldP(observed: number, row: number, column: number, total: number): number | null {
  const low = Math.max(0, row + column - total)
  const high = Math.min(row, column)
  if (high - low > BUDGET) return null
  const mode = Math.min(high, Math.max(low, Math.floor(((row + 1) * (column + 1)) / (total + 2))))
  const weights = new Float64Array(high - low + 1)
  weights[mode - low] = 1
  const ratioUp = (a: number) => ((row - a) * (column - a)) / ((a + 1) * (total - row - column + a + 1))
  for (let a = mode; a < high; a++) weights[a + 1 - low] = weights[a - low]! * ratioUp(a)
  for (let a = mode; a > low; a--) weights[a - 1 - low] = weights[a - low]! / ratioUp(a - 1)
  const limit = weights[observed - low]! * (1 + TIE)
  // Smallest first, so that a tail of many tiny probabilities is not lost beside a large one.
  const ascending = weights.toSorted()
  let tail = 0
  let all = 0
  for (const weight of ascending) {
    all += weight
    if (weight <= limit) tail = all
  }
  return tail / all
}

interface Reach {
  /** Largest and smallest Σ -ln x! over all completions of a node. */
  readonly most: number
  readonly least: number
}

function networkP(table: Table, rowTotals: number[], columnTotals: number[], total: number): number | null {
  // The shorter side becomes the state of the walk, the longer one its steps.
  const wide = rowTotals.length <= columnTotals.length
  const state = (wide ? rowTotals : columnTotals).sort((a, b) => b - a)
  const steps = (wide ? columnTotals : rowTotals).sort((a, b) => b - a)
  const lnFactorial = lnFactorials(total)
  const lnf = (n: number) => lnFactorial[n]!
  const sumLnf = (numbers: readonly number[]) => numbers.reduce((acc, n) => acc + lnf(n), 0)
  const constant = sumLnf(state) + sumLnf(steps) - lnf(total)
  const limit = -sumLnf(table.flat()) + Math.log1p(TIE)
  const radix = state[0]! + 1
  if (radix ** state.length > Number.MAX_SAFE_INTEGER) return null
  const keyOf = (left: readonly number[]) => left.reduce((key, n) => key * radix + n, 0)
  const remaining = steps.map((_, k) => steps.slice(k).reduce((acc, n) => acc + n, 0))
  let work = 0

  const memo = steps.map(() => new Map<number, Reach>())
  const reachOf = (left: readonly number[], k: number): Reach => {
    if (k === steps.length - 1) {
      const only = -sumLnf(left)
      return { most: only, least: only }
    }
    const key = keyOf(left)
    const known = memo[k]!.get(key)
    if (known) return known
    let most = -Infinity
    let least = Infinity
    eachSplit(left, steps[k]!, (spent, after) => {
      if (++work > BUDGET) return
      const own = -sumLnf(spent)
      const rest = reachOf(after, k + 1)
      most = Math.max(most, own + rest.most)
      least = Math.min(least, own + rest.least)
    })
    const reach = { most, least }
    memo[k]!.set(key, reach)
    return reach
  }

  interface Node {
    readonly left: readonly number[]
    /** Σ -ln x! so far, rounded to 1e-10 as key → number of partial tables. */
    readonly pasts: Map<number, { past: number; ways: number }>
  }
  let layer = new Map<number, Node>([
    [keyOf(state), { left: state, pasts: new Map([[0, { past: 0, ways: 1 }]]) }],
  ])
  let p = 0
  for (let k = 0; k < steps.length; k++) {
    const next = new Map<number, Node>()
    const ahead = sumLnf(steps.slice(k))
    for (const { left, pasts } of layer.values()) {
      const { most, least } = reachOf(left, k)
      if (work > BUDGET) return null
      // Σ over all completions of Π 1/x! is a multinomial coefficient, so a whole node is settled in one stroke.
      const completions = lnf(remaining[k]!) - sumLnf(left) - ahead
      const undecided: { past: number; ways: number }[] = []
      for (const entry of pasts.values()) {
        if (entry.past + most <= limit) p += entry.ways * Math.exp(constant + entry.past + completions)
        else if (entry.past + least <= limit) undecided.push(entry)
      }
      if (undecided.length === 0) continue
      eachSplit(left, steps[k]!, (spent, after) => {
        work += undecided.length
        if (work > BUDGET) return
        const key = keyOf(after)
        let node = next.get(key)
        if (!node) {
          node = { left: [...after], pasts: new Map() }
          next.set(key, node)
        }
        const own = -sumLnf(spent)
        for (const { past, ways } of undecided) {
          const mark = Math.round((past + own) * 1e10)
          const same = node.pasts.get(mark)
          if (same) same.ways += ways
          else node.pasts.set(mark, { past: past + own, ways })
        }
      })
      if (work > BUDGET) return null
    }
    layer = next
  }
  return p
}

/** Every way to take `amount` from the remaining totals; hands over what was taken and what is left, sorted down. */
function eachSplit(
  left: readonly number[],
  amount: number,
  visit: (spent: readonly number[], after: readonly number[]) => void,
): void {
  const spent = new Array<number>(left.length).fill(0)
  const behind = left.map((_, i) => left.slice(i + 1).reduce((acc, n) => acc + n, 0))
  const go = (i: number, rest: number): void => {
    if (i === left.length - 1) {
      spent[i] = rest
      visit(
        spent,
        left.map((n, h) => n - spent[h]!).sort((a, b) => b - a),
      )
      return
    }
    const from = Math.max(0, rest - behind[i]!)
    for (let take = from; take <= Math.min(left[i]!, rest); take++) {
      spent[i] = take
      go(i + 1, rest - take)
    }
  }
  go(0, amount)
}

function lnFactorials(n: number): Float64Array {
  const table = new Float64Array(n + 1)
  let lost = 0
  for (let k = 2; k <= n; k++) {
    // Compensated, because the last entries are compared with each other to nine digits.
    const term = Math.log(k) - lost
    const next = table[k - 1]! + term
    lost = next - table[k - 1]! - term
    table[k] = next
  }
  return table
}
