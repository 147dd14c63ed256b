/**
 * Which counts of a table must stay shut so that none of those about few people can be worked out.
 *
 * A count of one to k − 1 people may tell a neighbour what somebody answered; it is not printed. That alone hides nothing,
 * since tables have totals and what is missing is the total less the rest. So further counts are hidden with it, until what
 * is printed leaves every hidden count a range of possible values.
 *
 * A table with totals is a flow: people run from their group through the option they chose to the total of that option, and
 * at every point as many leave as arrive. What a reader cannot know is which flow it was among all that agree with the
 * printed arcs. A count can be greater by d exactly when d people can be sent round a circle of arcs that are not printed,
 * and flows of whole people have whole bounds, so the ranges found here are exact and not estimates. Where the arcs that
 * are not printed give too short a range, the cheapest circle of printed ones is hidden too.
 *
 * Source: Cox, L. H. (1995), Network models for complementary cell suppression, J. Am. Stat. Assoc. 90, 1453–1462.
 */
export interface Arc {
  readonly from: string
  readonly to: string
  /** People. */
  readonly value: number
  /** A count that is printed unless it has to be hidden, one that is printed elsewhere in any case, or one that is not printed. */
  readonly shown: 'cell' | 'fixed' | 'never'
  /** True for a count that is hidden whatever it is, for instance because another table hides it. */
  readonly shut?: boolean
  /** What it costs to hide it; absent: the count itself. Of several ways to protect a count the cheapest is taken. */
  readonly price?: number
}

/** Twice the index of an arc, plus one for going it backwards. */
type Step = number
const arcOf = (step: Step) => step >> 1
const isBackward = (step: Step) => (step & 1) === 1

/** What it costs to hide a printed count: small ones first, a nought after them, for it is said of a whole group. */
function priceOf(arc: Arc, fewest: number): number {
  return arc.price ?? (arc.value === 0 ? fewest : arc.value) + 1
}

/** Going over what is hidden already is free; of free ways the shortest hides as little as any. */
const FREE = 0.001

class Network {
  private readonly arcs: readonly Arc[]
  private readonly fewest: number
  /** Ends of each arc, as numbers of nodes. */
  private readonly from: number[]
  private readonly to: number[]
  private readonly leaving: Step[][] = []
  /** Of the circle that is being looked for: how much each arc has changed. */
  private readonly change: Int32Array
  readonly hidden: boolean[]

  constructor(arcs: readonly Arc[], fewest: number) {
    this.arcs = arcs
    this.fewest = fewest
    this.hidden = arcs.map(({ shown, shut, value }) => shown === 'cell' && (shut || isSmall(value, fewest)))
    this.change = new Int32Array(arcs.length)
    const nodes = new Map<string, number>()
    const node = (name: string) => {
      const known = nodes.get(name)
      if (known !== undefined) return known
      nodes.set(name, nodes.size)
      this.leaving.push([])
      return nodes.size - 1
    }
    this.from = arcs.map((arc) => node(arc.from))
    this.to = arcs.map((arc) => node(arc.to))
    arcs.forEach(({ shown }, arc) => {
      if (shown === 'fixed') return
      this.leaving[this.from[arc]!]!.push(arc * 2)
      this.leaving[this.to[arc]!]!.push(arc * 2 + 1)
    })
  }

  private isFree(arc: number): boolean {
    return this.hidden[arc]! || this.arcs[arc]!.shown === 'never'
  }

  /** People that can still be taken off an arc. */
  private room(arc: number): number {
    return this.arcs[arc]!.value + this.change[arc]!
  }

  private end(step: Step): number {
    return isBackward(step) ? this.from[arcOf(step)]! : this.to[arcOf(step)]!
  }

  private isOpen(step: Step, without: number): boolean {
    return arcOf(step) !== without && (!isBackward(step) || this.room(arcOf(step)) > 0)
  }

  /**
   * How much the arc may grow (or shrink), up to `wanted`, when the arcs of the circles used are hidden; the circles are
   * those that hide least.
   */
  private widen(target: number, grow: boolean, wanted: number): number {
    const [start, goal] = grow
      ? [this.to[target]!, this.from[target]!]
      : [this.from[target]!, this.to[target]!]
    const most = grow ? wanted : Math.min(wanted, this.arcs[target]!.value)
    const changed: number[] = []
    let reached = 0
    while (reached < most) {
      const path = this.freeWay(start, goal, target) ?? this.cheapestWay(start, goal, target)
      if (!path) break
      const moved = path.reduce(
        (least, step) => (isBackward(step) ? Math.min(least, this.room(arcOf(step))) : least),
        most - reached,
      )
      for (const step of path) {
        const arc = arcOf(step)
        this.change[arc]! += isBackward(step) ? -moved : moved
        changed.push(arc)
        if (this.arcs[arc]!.shown === 'cell') this.hidden[arc] = true
      }
      reached += moved
    }
    for (const arc of changed) this.change[arc] = 0
    return reached
  }

  private pathTo(goal: number, start: number, arrived: readonly Step[]): Step[] {
    const path: Step[] = []
    for (let node = goal; node !== start; ) {
      const step = arrived[node]!
      path.push(step)
      node = this.end(step ^ 1)
    }
    return path
  }

  /** The shortest way over arcs that nobody can see. */
  private freeWay(start: number, goal: number, without: number): Step[] | null {
    const arrived: Step[] = new Array(this.leaving.length).fill(-1)
    const queue = [start]
    for (const node of queue) {
      for (const step of this.leaving[node]!) {
        const next = this.end(step)
        if (next === start || arrived[next] !== -1) continue
        if (!this.isFree(arcOf(step)) || !this.isOpen(step, without)) continue
        arrived[next] = step
        if (next === goal) return this.pathTo(goal, start, arrived)
        queue.push(next)
      }
    }
    return null
  }

  /** Dijkstra's search; the arc itself is no way round itself. */
  private cheapestWay(start: number, goal: number, without: number): Step[] | null {
    const size = this.leaving.length
    const cost = new Array<number>(size).fill(Number.POSITIVE_INFINITY)
    const arrived: Step[] = new Array(size).fill(-1)
    const done = new Uint8Array(size)
    cost[start] = 0
    for (;;) {
      let node = -1
      for (let candidate = 0; candidate < size; candidate += 1)
        if (!done[candidate] && cost[candidate]! < (node < 0 ? Number.POSITIVE_INFINITY : cost[node]!))
          node = candidate
      if (node < 0) return null
      if (node === goal) return this.pathTo(goal, start, arrived)
      done[node] = 1
      for (const step of this.leaving[node]!) {
        if (!this.isOpen(step, without)) continue
        const arc = arcOf(step)
        const next = this.end(step)
        const paid = cost[node]! + (this.isFree(arc) ? FREE : priceOf(this.arcs[arc]!, this.fewest))
        if (paid < cost[next]!) {
          cost[next] = paid
          arrived[next] = step
        }
      }
    }
  }

  /** Hides what must be hidden with each small count. */
  protect(): boolean[] {
    const small = this.hidden.flatMap((hidden, arc) => (hidden ? [arc] : []))
    for (const arc of small) {
      const grown = this.widen(arc, true, this.fewest - 1)
      // Down to nought where that is possible: a lower end above it says that somebody answered so.
      const shrunk = this.widen(arc, false, this.fewest - 1)
      // What follows from figures that are printed in any case is no secret that hiding could keep.
      if (grown + shrunk === 0) this.hidden[arc] = false
    }
    return this.hidden
  }
}

export function isSmall(n: number, fewest: number): boolean {
  return n > 0 && n < fewest
}

/**
 * For each arc whether it is hidden. The arcs must form a flow: apart from nodes at which arcs only begin or only end, as
 * many people leave a node as arrive; what begins or ends at such a node is known to everybody.
 *
 * Every hidden count below `fewest` has a range that begins at nought and is at least `fewest` − 1 wide, as far as the figures
 * that are printed in any case allow it; every other hidden count has at least two possible values.
 */
export function hiddenArcs(arcs: readonly Arc[], fewest: number): boolean[] {
  return new Network(arcs, fewest).protect()
}

/** For counts whose sum is known, which of them are hidden: the simplest table there is. */
export function hiddenParts(counts: readonly number[], fewest: number): boolean[] {
  return hiddenArcs(
    counts.map((value) => ({ from: 'all', to: 'parts', value, shown: 'cell' })),
    fewest,
  )
}
