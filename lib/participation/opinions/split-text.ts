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
  for (const piece of text.split('\n').flatMap((line) => line.split(TURNS))) {
    const trimmed = piece.trim()
    if (trimmed === '') continue
    const previous = opinions.at(-1)
    if (previous !== undefined && [...trimmed].length < SHORTEST)
      opinions[opinions.length - 1] = previous + trimmed
    else opinions.push(trimmed)
  }
  return opinions
}

/** The sentences of a text: the finest cuts a person can choose from. */
export function sentencesOf(text: string): string[] {
  return (text.match(SENTENCE) ?? []).map((sentence) => sentence.trim()).filter(Boolean)
}
