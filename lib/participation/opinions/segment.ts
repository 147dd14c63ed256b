/**
 * 分词: the terms of a Chinese text.
 *
 * Words come from the dictionary that every browser and Node carry (Intl.Segmenter, Unicode ICU), so nothing is sent
 * anywhere and no word list has to be kept. Its dictionary does not know the field (青苗费, 过渡费) nor dialect, so pairs of
 * neighbouring Han characters are terms too: they catch what the dictionary cuts wrongly. Single characters are terms as
 * well, since residents write 赔, 堵 and 臭 where the office writes 补偿, 拥堵 and 异味.
 */

/** Words without a subject of their own. Function words only: a content word here would be a judgement. */
const STOP_WORDS = new Set(
  '的 了 是 在 我 我们 你 你们 他 她 它 他们 们 这 那 这个 那个 有 没有 没 不 也 都 就 和 与 或 把 被 给 让 对 从 到 上 下 里 中 个 一 一个 很 太 还 要 能 能不能 可以 会 吗 呢 吧 啊 啥 什么 怎么 怎么办 为什么 为啥 谁 多少 几 请 希望 建议 要求 说 人 家 自己 以后 现在 又 再 只 才 跟 因为 所以 但是 如果 等 及 而 于 以 地 得 着 过'.split(
    ' ',
  ),
)

// One segmenter for all: making one costs a thousand times what a short text costs.
const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' })
const HAN = /\p{Script=Han}/u

/** The text without case, width and spacing differences, as terms are compared. */
export function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** Terms in order of appearance, repeated as often as they occur; pairs of characters lead with "·", single ones with "¹". */
export function termsOf(text: string): string[] {
  const terms: string[] = []
  let before = ''
  const plain = normalise(text)
  for (const { segment, isWordLike } of segmenter.segment(plain)) {
    if (isWordLike && !STOP_WORDS.has(segment) && !/^[\d.]+$/.test(segment)) terms.push(segment)
  }
  for (const character of plain) {
    const han = HAN.test(character)
    if (han) terms.push(`¹${character}`)
    if (han && before) terms.push(`·${before}${character}`)
    before = han ? character : ''
  }
  return terms
}
