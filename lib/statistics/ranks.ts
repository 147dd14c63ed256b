/**
 * Ranks: the place of a value in the order of all values, smallest first, counting from 1.
 *
 * Answers on a five-point scale are full of equal values. Equal values share the mean of the places they occupy
 * (mid-ranks), and every test on ranks has to know how large the groups of equals are, because shared places carry
 * less information.
 */

export interface Ranking {
  /** Mid-rank of each value, in the order the values were given. */
  readonly ranks: readonly number[]
  /** Σ(t³ - t) over the groups of t equal values; 0 without ties. */
  readonly tieSum: number
}

/** Mid-ranks of finite numbers (the caller has checked them); the ranks add up to n(n+1)/2 whatever the ties. */
export function rank(values: readonly number[]): Ranking {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!)
  const ranks = new Array<number>(values.length)
  let tieSum = 0
  for (let start = 0; start < order.length; ) {
    let end = start
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++
    const size = end - start
    tieSum += size * size * size - size
    for (let k = start; k < end; k++) ranks[order[k]!] = (start + 1 + end) / 2
    start = end
  }
  return { ranks, tieSum }
}
