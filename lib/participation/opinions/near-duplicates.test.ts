import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LABELLED_OPINIONS } from './labelled-opinions.fixture.ts'
import { copyGroups } from './near-duplicates.ts'
import { TIANCHANG_OPINIONS } from './tianchang-opinions.fixture.ts'

/** Pairs that differ little on paper and say the opposite, each as people write them. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['坚决反对', '坚决支持'],
  ['我支持', '我不支持'],
  ['同意', '不同意'],
  ['同意。', '同意？'],
  ['没意见', '有意见'],
  ['没意见', '意见'],
  ['我们村都同意征地', '我们村都不同意征地'],
  ['补偿太低', '补偿太高'],
  ['补偿合理', '补偿不合理'],
  ['愿意搬', '不愿意搬'],
  ['要求停建', '要求续建'],
  ['拒绝签字', '已经签字'],
  ['可以建', '不可以建'],
  ['离学校太近', '离学校不近'],
  ['赞成建厂', '反对建厂'],
  ['希望早日开工', '希望不要开工'],
  ['相信政府', '不相信政府'],
  ['能接受', '不能接受'],
  ['难以接受', '可以接受'],
  ['不是不支持', '是不支持'],
  ['莫要再建', '要再建'],
  ['勿建', '建'],
]

const LETTER =
  '在村口建垃圾焚烧厂离小学只有五百米，孩子的健康关系到每一家每一户，请县里认真考虑我们三组全体村民的这个态度：'

const grouped = (first: string, second: string) => copyGroups([first, second]).length > 0

describe('copyGroups', () => {
  const letter = '我们坚决反对在村口建垃圾焚烧厂，离小学不到五百米，孩子的健康谁来负责，请另选地址。'

  it('finds a handed-out text among others, whatever the punctuation and small changes', () => {
    const texts = [
      letter,
      '支持建设，早日完工。',
      letter.replaceAll('，', ','),
      letter.replace('五百米', '六百米'),
      '请把补偿标准贴出来。',
      `${letter}！！`,
    ]
    expect(copyGroups(texts)).toEqual([[0, 2, 3, 5]])
  })

  it('leaves different texts on one subject apart', () => {
    expect(copyGroups(LABELLED_OPINIONS.map(({ text }) => text))).toEqual([])
  })

  it('takes short texts as copies only when they are the same', () => {
    expect(copyGroups(['支持', '同意', '支持！', '不同意', '支 持啊'])).toEqual([[0, 2, 4]])
  })

  it('copes with ten thousand copies of one text', () => {
    const texts = Array.from({ length: 10_000 }, () => letter)
    expect(copyGroups(texts).map((group) => group.length)).toEqual([10_000])
  })

  it.each(OPPOSITES)(
    'never puts “%s” and “%s” together, short or at the end of the same long letter',
    (yes, no) => {
      for (const [before, after] of [
        ['', ''],
        ['', '！！！'],
        [LETTER, ''],
        [LETTER, '。请领导批示，谢谢。'],
        ['', `。${LETTER}`],
      ]) {
        expect(grouped(`${before}${yes}${after}`, `${before}${no}${after}`)).toBe(false)
      }
    },
  )

  it('never puts a text and its negation together, wherever the negation stands', () => {
    const texts = [...LABELLED_OPINIONS, ...TIANCHANG_OPINIONS].map(({ text }) => text)
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.constantFrom('不', '没', '未', '别', '反对', '拒绝', '不是', '没有', '支持', '同意'),
        fc.nat(),
        (text, turn, at) => {
          const characters = [...text]
          const cut = at % (characters.length + 1)
          const turned = [...characters.slice(0, cut), turn, ...characters.slice(cut)].join('')
          // Also through a chain of letters that each differ a little.
          const chain = [LETTER + text, LETTER.replace('三组', '四组') + text, LETTER + turned]
          expect(copyGroups(chain).some((group) => group.includes(2))).toBe(false)
          expect(grouped(text, turned)).toBe(false)
        },
      ),
    )
  })
})
