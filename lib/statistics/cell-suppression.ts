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

interface Step {
  readonly arc: number
  readonly forward: boolean
}

/** What it costs to hide a printed count: small ones first, a nought after them, for it is said of a whole group. */
function price(arc: Arc, hidden: boolean, fewest: number): number {
  if (arc.shown === 'never' || hidden) return 0.001
  return arc.price ?? (arc.value === 0 ? fewest : arc.value) + 1
}

class Network {
  private readonly arcs: readonly Arc[]
  private readonly fewest: number
  private readonly leaving = new Map<string, Step[]>()
  readonly hidden: boolean[]

  constructor(arcs: readonly Arc[], fewest: number) {
    this.arcs = arcs
    this.fewest = fewest
    this.hidden = arcs.map(({ shown, shut, value }) => shown === 'cell' && (shut || isSmall(value, fewest)))
    const add = (node: string, step: Step) => {
      const steps = this.leaving.get(node)
      if (steps) steps.push(step)
      else this.leaving.set(node, [step])
    }
    arcs.forEach(({ from, to, shown }, arc) => {
      if (shown === 'fixed') return
      add(from, { arc, forward: true })
      add(to, { arc, forward: false })
    })
  }

  /**
   * How much the arc may grow (or shrink), up to `wanted`, when the arcs of the circles used are hidden; the circles are
   * those that hide least.
   */
  private widen(target: number, grow: boolean, wanted: number): number {
    const { from, to, value } = this.arcs[target]!
    const most = grow ? wanted : Math.min(wanted, value)
    const change = new Map<number, number>()
    let reached = 0
    while (reached < most) {
      const path = this.cheapest(grow ? to : from, grow ? from : to, target, change)
      if (!path) break
      const room = path.map(({ arc, forward }) =>
        forward ? Number.POSITIVE_INFINITY : this.arcs[arc]!.value + (change.get(arc) ?? 0),
      )
      const moved = Math.min(most - reached, ...room)
      for (const { arc, forward } of path) {
        change.set(arc, (change.get(arc) ?? 0) + (forward ? moved : -moved))
        if (this.arcs[arc]!.shown === 'cell') this.hidden[arc] = true
      }
      reached += moved
    }
    return reached
  }

  /** Dijkstra's search; the arc itself is no way round itself. */
  private cheapest(
    from: string,
    to: string,
    without: number,
    change: ReadonlyMap<number, number>,
  ): Step[] | null {
    const cost = new Map([[from, 0]])
    const arrived = new Map<string, { step: Step; before: string }>()
    const done = new Set<string>()
    for (;;) {
      let node: string | null = null
      let least = Number.POSITIVE_INFINITY
      for (const [candidate, paid] of cost)
        if (!done.has(candidate) && paid < least) [node, least] = [candidate, paid]
      if (node === null) return null
      if (node === to) break
      done.add(node)
      for (const step of this.leaving.get(node) ?? []) {
        const arc = this.arcs[step.arc]!
        if (step.arc === without) continue
        if (!step.forward && arc.value + (change.get(step.arc) ?? 0) <= 0) continue
        const next = step.forward ? arc.to : arc.from
        const paid = least + price(arc, this.hidden[step.arc]!, this.fewest)
        if (paid < (cost.get(next) ?? Number.POSITIVE_INFINITY)) {
          cost.set(next, paid)
          arrived.set(next, { step, before: node })
        }
      }
    }
    const path: Step[] = []
    for (let node = to; node !== from; ) {
      const { step, before } = arrived.get(node)!
      path.unshift(step)
      node = before
    }
    return path
  }

  /** Hides what must be hidden with each small count. */
  protect(): boolean[] {
    const small = this.hidden.flatMap((hidden, arc) => (hidden ? [arc] : []))
    for (const arc of small) {
      const grown = this.widen(arc, true, this.fewest - 1)
      // Downwards too where that is possible: a lower end that is the count itself says that so many there were.
      const shrunk = this.widen(arc, false, Math.max(1, this.fewest - 1 - grown))
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
 * Every hidden count below `fewest` has a range at least `fewest` − 1 wide, or as wide as the figures that are printed in
 * any case allow; every other hidden count has at least two possible values.
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
