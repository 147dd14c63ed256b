/**
 * Fisher's exact test: independence in a table of small counts, without any approximation.
 *
 * Keep the row and column totals and imagine all tables that have them. If rows and columns were independent, each of
 * these tables has a known (hypergeometric) probability. The p-value is the probability of all tables that are no more
 * likely than the one observed. A fourfold table has at most a few thousand rivals; a 4 × 4 table of a hundred people
 * has millions, so larger tables are not listed but walked column by column: partial tables that leave the same row
 * totals share one node and, if they are equally probable, one entry (the network of Mehta & Patel 1983). Before
 * the last two columns the walk stops: the completions of each node are listed once, sorted by probability, and every
 * way to reach the node finds its share of the tail by bisection.
 */
import { fail, ok, type Result } from '../../result.ts'
import { sum } from '../descriptive.ts'
import { type ContingencyReason, marginsOf, type Table } from './contingency.ts'
import { ascendingSum, cornerWeights, type FourfoldMargins } from './fourfold.ts'

export type FisherReason =
  | ContingencyReason
  /** a count is not a whole number */
  | 'count-not-whole'
  /** there are more rival tables than can be counted in a few seconds, or more people than `largestTotal` */
  | 'too-large'

/** Probabilities within this relative distance are ties; floating point must not split equals (R uses the same). */
const TIE = 1e-7

/** Completions the walk may list, about three seconds; merging two partial tables costs as much as ten of them. */
const BUDGET = 2e7
const MERGE_COST = 10

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
      ? fourfoldP(table[0]![0]!, { row: rows[0]!, column: columns[0]!, total })
      : networkP(table, rows, columns)
  return p === null ? fail('too-large', { total }) : ok(Math.min(1, p))
}

function fourfoldP(observed: number, margins: FourfoldMargins): number | null {
  if (Math.min(margins.row, margins.column) > BUDGET) return null
  const { first, weights } = cornerWeights(margins)
  const limit = weights[observed - first]! * (1 + TIE)
  return ascendingSum(weights.filter((weight) => weight <= limit)) / ascendingSum(weights)
}

/** Partial tables of one probability: Σ -ln x! over their cells, and how many such tables there are. */
interface Bundle {
  readonly value: number
  amount: number
}

type Bundles = Map<number, Bundle>

/** Bundles are one when their values agree to 1e-10, far inside TIE and far outside rounding. */
function addTo(bundles: Bundles, value: number, amount: number): void {
  const mark = Math.round(value * 1e10)
  const same = bundles.get(mark)
  if (same) same.amount += amount
  else bundles.set(mark, { value, amount })
}

function networkP(
  table: Table,
  rowTotals: readonly number[],
  columnTotals: readonly number[],
): number | null {
  // The shorter side becomes the state of the walk, the longer one its steps, small steps first.
  const wide = rowTotals.length <= columnTotals.length
  const state = (wide ? rowTotals : columnTotals).toSorted((a, b) => b - a)
  const steps = (wide ? columnTotals : rowTotals).toSorted((a, b) => a - b)
  const total = sum(state)
  const lnFactorial = lnFactorials(total)
  const sumLnf = (numbers: readonly number[]) => numbers.reduce((acc, n) => acc + lnFactorial[n]!, 0)
  const limit = -sumLnf(table.flat()) + Math.log1p(TIE)
  const radix = state[0]! + 1
  if (radix ** state.length > Number.MAX_SAFE_INTEGER) return null
  const keyOf = (left: readonly number[]) => left.reduce((key, n) => key * radix + n, 0)
  const budget = { left: BUDGET }

  let layer = new Map<number, { left: readonly number[]; pasts: Bundles }>()
  layer.set(keyOf(state), { left: state, pasts: new Map([[0, { value: 0, amount: 1 }]]) })
  for (const step of steps.slice(0, -2)) {
    const next: typeof layer = new Map()
    for (const { left, pasts } of layer.values()) {
      eachSplit(left, step, budget, MERGE_COST * pasts.size, (spent) => {
        const after = left.map((n, h) => n - spent[h]!).sort((a, b) => b - a)
        const key = keyOf(after)
        const node = next.get(key) ?? { left: after, pasts: new Map() }
        next.set(key, node)
        const own = sumLnf(spent)
        for (const { value, amount } of pasts.values()) addTo(node.pasts, value - own, amount)
      })
      if (budget.left < 0) return null
    }
    layer = next
  }

  const constant = sumLnf(state) + sumLnf(steps) - lnFactorial[total]!
  let p = 0
  for (const { left, pasts } of layer.values()) {
    const found: number[] = []
    eachSplit(left, steps.at(-2)!, budget, 1, (spent) => {
      let value = 0
      for (let i = 0; i < left.length; i++) {
        value -= lnFactorial[spent[i]!]! + lnFactorial[left[i]! - spent[i]!]!
      }
      found.push(value)
    })
    if (budget.left < 0) return null
    const completions = Float64Array.from(found).sort()
    // Scaled by the most probable completion: the bare products of 1/x! underflow from about 170 people on.
    const scale = completions.at(-1)!
    let cumulative = 0
    const upTo = completions.map((value) => {
      cumulative += Math.exp(value - scale)
      return cumulative
    })
    for (const { value, amount } of pasts.values()) {
      const count = countAtMost(completions, limit - value)
      if (count > 0) p += amount * Math.exp(constant + value + scale) * upTo[count - 1]!
    }
  }
  return p
}

/** How many of the ascending values are at most `limit`. */
function countAtMost(ascending: Float64Array, limit: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ascending[middle]! <= limit) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Every way to take `amount` from the totals that are left; each costs `cost` from the budget, and when that is spent
 * the listing stops quietly.
 */
function eachSplit(
  left: readonly number[],
  amount: number,
  budget: { left: number },
  cost: number,
  visit: (spent: readonly number[]) => void,
): void {
  const spent = new Array<number>(left.length).fill(0)
  const behind = left.map((_, i) => sum(left.slice(i + 1)))
  const last = left.length - 1
  const take = (i: number, rest: number): void => {
    if (i === last) {
      budget.left -= cost
      if (budget.left < 0) return
      spent[i] = rest
      visit(spent)
      return
    }
    const most = Math.min(left[i]!, rest)
    for (let own = Math.max(0, rest - behind[i]!); own <= most && budget.left >= 0; own++) {
      spent[i] = own
      take(i + 1, rest - own)
    }
  }
  take(0, amount)
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
