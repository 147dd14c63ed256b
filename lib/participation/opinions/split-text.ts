/**
 * 拆分意见: one letter, several opinions.
 *
 * A resident writes about the price of the land, the smell and the road to school in one breath. Each is answered by
 * itself, so a long text is cut into single opinions before it is coded. The cuts are proposals: a person confirms them.
 */

/** Numbered points (1. / 1、/ （一） / ①) are what a writer himself holds to be separate. */
const NUMBERED =
  /(?:^|(?<=[：:，,])|[\n。；;])\s*(?:[（(]?\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[）)、.．](?!\d)|[①-⑳])\s*/u
/** Where a writer turns to another subject within running text. */
const TURNS = /(?=另外|还有就是|还有，|其次|再者|再就是|最后，|除此之外|第[二三四五六七八九十][，、是])/u
const SENTENCE = /[^。！？!?；;\n]+[。！？!?；;]*/gu
/** Below this many characters a piece is the tail of the one before it, not an opinion. */
const SHORTEST = 6
/** How a letter ends: courtesy, on a line of its own. */
const CLOSING_WORDS = /^(?:谢谢|多谢|感谢|此致|敬礼|盼复|望采纳|请采纳|以上)[了您你们！!。，,～~]*$/u

/**
 * The single opinions a text seems to hold, in its order; together they hold every character that is not white space
 * or a point's number. A text without a visible cut is one opinion.
 */
export function splitText(text: string): string[] {
  const points = text.split(NUMBERED).map((point) => point.trim())
  const [before = '', ...numbered] = points.filter((point, i) => i === 0 || point !== '')
  // “三点意见：” announces the points and is no opinion by itself.
  if (numbered.length > 1) return [before + numbered[0], ...numbered.slice(1)]
  const opinions: string[] = []
  for (const line of text.split('\n'))
    line.split(TURNS).forEach((piece, i) => {
      const trimmed = piece.trim()
      const previous = opinions.at(-1)
      // A line stands for itself, however short: “反对” is an opinion.
      const isTail = i === 0 ? CLOSING_WORDS.test(trimmed) : [...trimmed].length < SHORTEST
      if (trimmed === '') return
      if (previous !== undefined && isTail) opinions[opinions.length - 1] = previous + trimmed
      else opinions.push(trimmed)
    })
  return opinions
}

/** The sentences of a text: the finest cuts a person can choose from. */
export function sentencesOf(text: string): string[] {
  return (text.match(SENTENCE) ?? []).map((sentence) => sentence.trim()).filter(Boolean)
}

/** What may be left out where a text is cut. */
const AT_A_CUT = /[\p{P}\p{S}]/u

/**
 * Whether the pieces are the whole, cut and nothing else: joined they give every character of it in its order, up to white
 * space anywhere and to punctuation at the cuts. A single piece is no cut.
 */
export function isSplitOf(whole: string, pieces: readonly string[]): boolean {
  if (pieces.length < 2) return false
  const bare = (text: string) => [...text.replace(/\s/gu, '')]
  const all = bare(whole)
  let at = 0
  const skipSigns = () => {
    while (at < all.length && AT_A_CUT.test(all[at]!)) at += 1
  }
  for (const piece of pieces) {
    const characters = bare(piece)
    let from = 0
    while (from < characters.length && AT_A_CUT.test(characters[from]!)) from += 1
    let to = characters.length
    while (to > from && AT_A_CUT.test(characters[to - 1]!)) to -= 1
    // Nothing but signs is no opinion.
    if (from === to) return false
    skipSigns()
    for (let i = from; i < to; i++) {
      if (all[at] !== characters[i]) return false
      at += 1
    }
  }
  skipSigns()
  return at === all.length
}
