/**
 * 聚类: opinions that speak of the same thing, gathered so that a long list can be read in heaps.
 *
 * Short texts seldom share a word, so words alone find no heaps (adjusted Rand index 0.02 on the labelled opinions of this
 * project). Each text is therefore placed by two things together: how strongly it speaks in the words of each theme
 * (theme-suggestion.ts, before anything is coded), and the main directions of the whole vocabulary (latent semantic
 * analysis, Deerwester et al. 1990, by randomised subspace iteration, Halko et al. 2011), which part what the themes
 * know nothing of. Spherical k-means (Dhillon & Modha 2001) groups the points. Every start is drawn from a fixed seed,
 * so the same opinions give the same clusters on every machine. Cost: linear in the number of opinions.
 */
import { type SparseVector, vectorise } from './term-vectors.ts'
import { type ThemeWords, trainSuggester } from './theme-suggestion.ts'

export interface OpinionCluster {
  /** Positions in the list of texts, the most typical first. */
  readonly members: readonly number[]
  /** Mean cosine of the members with the cluster's centre, −1 to 1: how much they speak of one thing. */
  readonly cohesion: number
}

const SEED = 20261123
/** Directions kept: more than themes are ever wanted, few enough to smooth over single words. */
const DIRECTIONS = 24
const POWER_ROUNDS = 3
const MEANS_ROUNDS = 20
/** Length of the themes' part of a point against the vocabulary's: ARI 0.30 at 0.5, 0.36 at 2 on the labelled opinions. */
const THEMES_WEIGHT = 2
/** A term in a single text joins it to no other. */
const MIN_TEXTS = 2
const SMALLEST_K = 4
const LARGEST_K = 16
/** The number of clusters is chosen on a sample of this size: beyond it the choice no longer moves. */
const SAMPLE = 1_500

/** mulberry32 (Tommy Ettinger, public domain): enough for a starting point, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Columns of a tall matrix made orthonormal in place (modified Gram–Schmidt). */
function orthonormalise(columns: Float64Array[]): void {
  columns.forEach((column, j) => {
    for (let i = 0; i < j; i++) {
      const earlier = columns[i]!
      let projection = 0
      for (let r = 0; r < column.length; r++) projection += earlier[r]! * column[r]!
      for (let r = 0; r < column.length; r++) column[r]! -= projection * earlier[r]!
    }
    let square = 0
    for (let r = 0; r < column.length; r++) square += column[r]! * column[r]!
    const norm = Math.sqrt(square)
    // A direction that the others already span carries nothing.
    for (let r = 0; r < column.length; r++) column[r] = norm < 1e-10 ? 0 : column[r]! / norm
  })
}

interface Points {
  readonly points: Float64Array
  /** Numbers per point. */
  readonly d: number
}

/** The two parts of each point beside each other, of unit length together. */
function place(texts: readonly string[], themes: readonly ThemeWords[]): Points {
  const { space, vectors } = vectorise(texts, MIN_TEXTS)
  const directions = Math.min(DIRECTIONS, space.size)
  const inWords = project(vectors, space.size, directions)
  const suggester = trainSuggester(themes, [])
  const rank = new Map(themes.map((theme, i) => [theme.id, directions + i]))
  const d = directions + themes.length
  const points = new Float64Array(texts.length * d)
  texts.forEach((text, i) => {
    points.set(inWords.subarray(i * directions, (i + 1) * directions), i * d)
    // Square roots of shares that sum to one have unit length.
    for (const { themeId, share } of themes.length > 0 ? suggester.suggest(text) : []) {
      points[i * d + rank.get(themeId)!] = THEMES_WEIGHT * Math.sqrt(share)
    }
    const row = points.subarray(i * d, (i + 1) * d)
    const length = Math.hypot(...row) || 1
    for (let j = 0; j < d; j++) row[j] = row[j]! / length
  })
  return { points, d }
}

/** Each text as a point of unit length in the space of the main directions; rows of `d` numbers. */
function project(vectors: readonly SparseVector[], terms: number, d: number): Float64Array {
  const random = randomFrom(SEED)
  let basis = Array.from({ length: d }, () => Float64Array.from({ length: terms }, () => random() - 0.5))
  for (let round = 0; round < POWER_ROUNDS; round++) {
    orthonormalise(basis)
    const next = Array.from({ length: d }, () => new Float64Array(terms))
    const row = new Float64Array(d)
    for (const vector of vectors) {
      along(vector, basis, row)
      for (let k = 0; k < vector.terms.length; k++) {
        const term = vector.terms[k]!
        const weight = vector.weights[k]!
        for (let j = 0; j < d; j++) next[j]![term]! += weight * row[j]!
      }
    }
    basis = next
  }
  orthonormalise(basis)
  const points = new Float64Array(vectors.length * d)
  const row = new Float64Array(d)
  vectors.forEach((vector, i) => {
    along(vector, basis, row)
    const length = Math.hypot(...row) || 1
    for (let j = 0; j < d; j++) points[i * d + j] = row[j]! / length
  })
  return points
}

function along(vector: SparseVector, basis: readonly Float64Array[], row: Float64Array): void {
  for (let j = 0; j < row.length; j++) {
    const direction = basis[j]!
    let sum = 0
    for (let k = 0; k < vector.terms.length; k++) sum += vector.weights[k]! * direction[vector.terms[k]!]!
    row[j] = sum
  }
}

const cosine = (points: Float64Array, i: number, centres: Float64Array, c: number, d: number) => {
  let sum = 0
  for (let j = 0; j < d; j++) sum += points[i * d + j]! * centres[c * d + j]!
  return sum
}

interface Grouping {
  readonly assigned: Int32Array
  readonly centres: Float64Array
}

/** Spherical k-means; the first centres far from each other (k-means++, Arthur & Vassilvitskii 2007). */
function groupPoints(points: Float64Array, n: number, d: number, k: number): Grouping {
  const random = randomFrom(SEED + k)
  const centres = new Float64Array(k * d)
  const distance = new Float64Array(n).fill(1)
  for (let c = 0; c < k; c++) {
    let target = random() * distance.reduce((sum, value) => sum + value, 0)
    let chosen = n - 1
    for (let i = 0; i < n; i++) {
      target -= distance[i]!
      if (target <= 0) {
        chosen = i
        break
      }
    }
    centres.set(points.subarray(chosen * d, chosen * d + d), c * d)
    for (let i = 0; i < n; i++) {
      const apart = Math.max(0, 1 - cosine(points, i, centres, c, d))
      if (apart < distance[i]! || c === 0) distance[i] = apart
    }
  }
  const assigned = new Int32Array(n).fill(-1)
  for (let round = 0; round < MEANS_ROUNDS; round++) {
    let moved = 0
    for (let i = 0; i < n; i++) {
      let best = 0
      let nearest = Number.NEGATIVE_INFINITY
      for (let c = 0; c < k; c++) {
        const near = cosine(points, i, centres, c, d)
        if (near > nearest) {
          nearest = near
          best = c
        }
      }
      if (assigned[i] !== best) moved++
      assigned[i] = best
    }
    if (moved === 0) break
    const sums = new Float64Array(k * d)
    for (let i = 0; i < n; i++) {
      const c = assigned[i]!
      for (let j = 0; j < d; j++) sums[c * d + j]! += points[i * d + j]!
    }
    for (let c = 0; c < k; c++) {
      const length = Math.hypot(...sums.subarray(c * d, c * d + d))
      // A centre that lost all its members stays where it was.
      if (length > 0) for (let j = 0; j < d; j++) centres[c * d + j] = sums[c * d + j]! / length
    }
  }
  return { assigned, centres }
}

/** Simplified silhouette (Vendramin et al. 2010): own centre against the nearest other one, mean over the points. */
function silhouette(points: Float64Array, n: number, d: number, k: number, grouping: Grouping): number {
  let sum = 0
  for (let i = 0; i < n; i++) {
    let own = 0
    let other = Number.POSITIVE_INFINITY
    for (let c = 0; c < k; c++) {
      const apart = 1 - cosine(points, i, grouping.centres, c, d)
      if (c === grouping.assigned[i]) own = apart
      else if (apart < other) other = apart
    }
    const larger = Math.max(own, other)
    sum += larger === 0 ? 0 : (other - own) / larger
  }
  return sum / n
}

/**
 * Groups texts.
 * @param themes their words help to tell subjects apart; none is possible.
 * @param k how many clusters; chosen by the silhouette where it is not given.
 * @returns the clusters, the largest first; fewer than asked for where some stayed empty. Under twice as many texts as
 *   the smallest number of clusters there is nothing to group, and the answer is empty.
 */
export function clusterOpinions(
  texts: readonly string[],
  themes: readonly ThemeWords[],
  k?: number,
): OpinionCluster[] {
  const n = texts.length
  if (n < 2 * SMALLEST_K) return []
  const { points, d } = place(texts, themes)
  if (d === 0) return []
  const chosen = Math.min(k ?? bestK(points, n, d), n)
  const { assigned, centres } = groupPoints(points, n, d, chosen)
  return Array.from({ length: chosen }, (_, c) => {
    const near = [...assigned.keys()]
      .filter((i) => assigned[i] === c)
      .map((i) => ({ i, near: cosine(points, i, centres, c, d) }))
      .sort((a, b) => b.near - a.near || a.i - b.i)
    return {
      members: near.map(({ i }) => i),
      cohesion: near.reduce((sum, member) => sum + member.near, 0) / (near.length || 1),
    }
  })
    .filter((cluster) => cluster.members.length > 0)
    .sort((a, b) => b.members.length - a.members.length || a.members[0]! - b.members[0]!)
}

function bestK(points: Float64Array, n: number, d: number): number {
  const step = Math.max(1, Math.floor(n / SAMPLE))
  const size = Math.min(SAMPLE, n)
  const sample = new Float64Array(size * d)
  for (let i = 0; i < size; i++) sample.set(points.subarray(i * step * d, i * step * d + d), i * d)
  let best = SMALLEST_K
  let highest = Number.NEGATIVE_INFINITY
  for (let k = SMALLEST_K; k <= Math.min(LARGEST_K, Math.floor(size / 2)); k++) {
    const score = silhouette(sample, size, d, k, groupPoints(sample, size, d, k))
    if (score > highest) {
      highest = score
      best = k
    }
  }
  return best
}
