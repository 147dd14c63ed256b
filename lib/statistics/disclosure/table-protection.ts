/**
 * 统计披露控制: which cells of a published table must stay empty so that nobody can be found out.
 *
 * A table of groups by answers is published with its sums: how many of each group answered, and how many of all gave each answer.
 * A cell of one to k − 1 people is not printed (primary suppression). That alone helps little, because a single empty place is
 * the sum less the others; so more cells are left out (complementary suppression) until what is printed no longer shows that
 * anybody gave the small answer at all: the hidden count may be 0 as far as the rest of the table tells.
 *
 * How far a hidden cell can sink is a flow through the hidden cells: what leaves its row in one column must come back in
 * another, and every other hidden cell can give at most what it holds (Gusfield 1988, SIAM J. Comput. 17:552, for tables with
 * fixed sums; Willenborg & de Waal 2001, Elements of Statistical Disclosure Control, ch. 4).
 */

/** Rows are groups, columns are answers that exclude one another; counts are whole and not negative. */
export type CountTable = readonly (readonly number[])[]

/** True: the cell may be printed. The same shape as the table. */
export type Printable = readonly (readonly boolean[])[]

type Mask = boolean[][]

const isSmall = (n: number, k: number) => n > 0 && n < k

/**
 * How far the cell can sink below its value, given every printed cell and all sums of rows and columns; at most its value.
 * 0 for a printed cell. Exact, by augmenting paths.
 */
export function slackBelow(table: CountTable, printed: Printable, row: number, column: number): number {
  if (printed[row]?.[column] !== false) return 0
  const columns = table[0]?.length ?? 0
  const value = (r: number, c: number) => table[r]?.[c] ?? 0
  // Nodes: rows, then columns. An edge row → column raises a hidden cell without limit, column → row lowers it.
  const raised = table.map((line) => line.map(() => 0))
  const hidden = (r: number, c: number) => printed[r]?.[c] === false && !(r === row && c === column)
  const room = (from: number, to: number): number => {
    const lowering = from >= table.length
    const [r, c] = lowering ? [to, from - table.length] : [from, to - table.length]
    if (!hidden(r, c)) return 0
    return lowering ? value(r, c) + (raised[r]?.[c] ?? 0) : Number.POSITIVE_INFINITY
  }
  const rowNodes = table.map((_, r) => r)
  const columnNodes = Array.from({ length: columns }, (_, c) => table.length + c)
  const goal = table.length + column
  const wanted = value(row, column)
  let sunk = 0
  while (sunk < wanted) {
    const cameFrom = new Map<number, number>([[row, row]])
    const queue = [row]
    for (const node of queue) {
      if (node === goal) break
      for (const next of node < table.length ? columnNodes : rowNodes) {
        if (cameFrom.has(next) || room(node, next) <= 0) continue
        cameFrom.set(next, node)
        queue.push(next)
      }
    }
    if (!cameFrom.has(goal)) return sunk
    const path: [number, number][] = []
    for (let node = goal; node !== row; node = cameFrom.get(node) ?? row)
      path.push([cameFrom.get(node) ?? row, node])
    const step = Math.min(wanted - sunk, ...path.map(([from, to]) => room(from, to)))
    for (const [from, to] of path) {
      const lowering = from >= table.length
      const [r, c] = lowering ? [to, from - table.length] : [from, to - table.length]
      const line = raised[r]
      if (line) line[c] = (line[c] ?? 0) + (lowering ? -step : step)
    }
    sunk += step
  }
  return sunk
}

/** Leaves a rectangle with the cell at one corner out: the cheapest that gives it more room to sink. Null: none does. */
function widen(table: CountTable, printed: Mask, row: number, column: number): Mask | null {
  const before = slackBelow(table, printed, row, column)
  let best: { mask: Mask; gain: number; cost: number } | null = null
  table.forEach((line, r) => {
    line.forEach((_, c) => {
      if (r === row || c === column) return
      const mask = printed.map((one) => [...one])
      let cost = 0
      for (const [y, x] of [
        [row, c],
        [r, c],
        [r, column],
      ] as const) {
        if (mask[y]?.[x]) cost += 1 + (table[y]?.[x] ?? 0)
        const one = mask[y]
        if (one) one[x] = false
      }
      const gain = slackBelow(table, mask, row, column) - before
      if (gain <= 0) return
      if (!best || gain > best.gain || (gain === best.gain && cost < best.cost)) best = { mask, gain, cost }
    })
  })
  return (best as { mask: Mask } | null)?.mask ?? null
}

/**
 * The cells that may be printed beside the sums of all rows and columns, so that no count of 1 to k − 1 is printed and none can be
 * shown to be above 0. Null: the table cannot be protected and is to be withheld whole, as one with a single row or column.
 */
export function printableCells(table: CountTable, k: number): Printable | null {
  let printed: Mask = table.map((line) => line.map((n) => !isSmall(n, k)))
  for (const [row, line] of table.entries()) {
    for (const [column, n] of line.entries()) {
      if (!isSmall(n, k)) continue
      while (slackBelow(table, printed, row, column) < n) {
        const wider = widen(table, printed, row, column)
        if (!wider) return null
        printed = wider
      }
    }
  }
  return printed
}
