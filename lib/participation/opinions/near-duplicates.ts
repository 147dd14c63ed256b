/**
 * 重复意见: the same words sent many times.
 *
 * Neighbours copy a text from each other, and campaigns hand one out. Both are legitimate, but three hundred copies are
 * one argument with three hundred signatures, and the register shows them so: grouped, with their number, never merged
 * in silence and never dropped. One stroke decides for all copies, so a text that says the opposite must never be among
 * them: one 不 turns an opinion round and leaves nine tenths of its characters where they were. Therefore
 *
 * - short texts are copies only where every character agrees that is not punctuation or a particle; a question mark counts;
 * - long texts may differ in a few characters (a village's number, a slip of the pen), as far as the Jaccard coefficient
 *   of their three-character shingles reaches 0.8, but in none that says yes or no, more or less, and not in their order.
 *
 * Pairs of long texts are found without comparing every one with every other by MinHash signatures in bands (Broder 1997;
 * Leskovec et al., Mining of Massive Datasets, ch. 3).
 */
import { normalise } from './segment.ts'

/** From this share of common shingles on two long texts count as copies. Pairs above it are compared exactly. */
export const COPY_LIKENESS = 0.8
const SHINGLE = 3
/** From here on one changed character leaves 0.8 of the shingles: (n − 5) ÷ (n + 1). Shorter texts have no room for one. */
const LONG = 29
/** 16 bands of 4 rows find a pair of likeness 0.8 with probability 1 − (1 − 0.8⁴)¹⁶ = 0.9998. */
const BANDS = 16
const ROWS = 4

/** What carries tone and no content. 吗 and 呢 are not here: they make a question. */
const PARTICLES = /[啊呀啦哦喔哟呦嘛哈呐嗯唉哎诶的了]/gu
const MARKS = /[^\p{L}\p{N}?]/gu

/**
 * Characters that say for or against, yes or no, more or less, sooner or later, here or away. Too many rather than too
 * few: a character too many leaves two copies apart, which costs a keystroke; one too few codes opposition as support.
 */
const TURNING = new Set(
  '不没沒無无未非勿莫别別甭否弗毋休禁停止免难拒绝绝辞推反抗抵斥驳悔退撤废罢支撑赞成同允许准肯愿认可答应拥护欢迎满意感谢好坏优劣对错是假真增减加降升涨跌高低多少大小长短远近快慢早晚先后前缓急紧松严宽强弱轻重进出来去上下左右东西南北建拆留搬迁回开关有缺足够超欠贵贱便利弊益害安危信疑喜恨爱怕敢能会要想应该必须都仅只才再仍已曾从永?吗呢么',
)

/** The characters that make the content of a text, in their order. */
function contentOf(text: string): string {
  return normalise(text).replace(MARKS, '').replace(PARTICLES, '')
}

function turnsOf(content: string): string {
  let turns = ''
  for (const character of content) if (TURNING.has(character)) turns += character
  return turns
}

function shinglesOf(content: string): Set<string> {
  const characters = [...content]
  const shingles = new Set<string>()
  for (let i = 0; i + SHINGLE <= characters.length; i++)
    shingles.add(characters.slice(i, i + SHINGLE).join(''))
  return shingles
}

/** FNV-1a, 32 bits: Fowler, Noll, Vo; good enough to permute, and the same everywhere. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}

function signature(shingles: ReadonlySet<string>): Uint32Array {
  const lowest = new Uint32Array(BANDS * ROWS).fill(0xffffffff)
  for (const shingle of shingles) {
    const base = hash(shingle)
    for (let i = 0; i < lowest.length; i++) {
      let mixed = Math.imul(base ^ (base >>> 16), 0x85ebca6b + 2 * i) >>> 0
      mixed = (mixed ^ (mixed >>> 13) ^ Math.imul(i + 1, 0x9e3779b1)) >>> 0
      mixed = Math.imul(mixed, 0xc2b2ae35) >>> 0
      mixed = (mixed ^ (mixed >>> 16)) >>> 0
      if (mixed < lowest[i]!) lowest[i] = mixed
    }
  }
  return lowest
}

function likeness(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  let both = 0
  for (const shingle of first) if (second.has(shingle)) both++
  return both / (first.size + second.size - both)
}

/**
 * Groups of texts that are copies of each other, by their positions, the largest first; a text without a copy is in none.
 * A group is closed under likeness: a copy of a copy belongs to it. All texts of a group turn the same way, since that is
 * compared for equality.
 */
export function copyGroups(texts: readonly string[]): number[][] {
  // The same content is one text from here on: a thousand identical letters are compared once.
  const positions = new Map<string, number[]>()
  texts.forEach((text, i) => {
    const content = contentOf(text)
    // Nothing but signs says nothing that could be the same.
    if (content === '') return
    const same = positions.get(content)
    if (same === undefined) positions.set(content, [i])
    else same.push(i)
  })
  const contents = [...positions.keys()]
  const parent = contents.map((_, i) => i)
  const root = (i: number): number => {
    let at = i
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!
      at = parent[at]!
    }
    return at
  }
  const long = contents.flatMap((content, i) => {
    if ([...content].length < LONG) return []
    const shingles = shinglesOf(content)
    return [{ i, turns: turnsOf(content), shingles, rows: signature(shingles) }]
  })
  for (let band = 0; band < BANDS; band++) {
    // One text stands for each group that is already known.
    const buckets = new Map<string, (typeof long)[number][]>()
    for (const one of long) {
      const key = `${one.turns} ${one.rows.subarray(band * ROWS, (band + 1) * ROWS).join()}`
      const bucket = buckets.get(key)
      if (bucket === undefined) {
        buckets.set(key, [one])
        continue
      }
      const like = bucket.find(
        (other) => root(other.i) === root(one.i) || likeness(one.shingles, other.shingles) >= COPY_LIKENESS,
      )
      if (like === undefined) bucket.push(one)
      else parent[Math.max(root(one.i), root(like.i))] = Math.min(root(one.i), root(like.i))
    }
  }
  const groups = new Map<number, number[]>()
  contents.forEach((content, i) => {
    const group = groups.get(root(i))
    if (group === undefined) groups.set(root(i), [...positions.get(content)!])
    else group.push(...positions.get(content)!)
  })
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => group.sort((a, b) => a - b))
    .sort((a, b) => b.length - a.length || a[0]! - b[0]!)
}
