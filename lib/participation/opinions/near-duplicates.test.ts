import { describe, expect, it } from 'vitest'
import { LABELLED_OPINIONS } from './labelled-opinions.fixture.ts'
import { copyGroups } from './near-duplicates.ts'

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
    expect(copyGroups(['支持', '同意', '支持！', '不同意'])).toEqual([[0, 2]])
  })

  it('copes with ten thousand copies of one text', () => {
    const texts = Array.from({ length: 10_000 }, () => letter)
    expect(copyGroups(texts).map((group) => group.length)).toEqual([10_000])
  })
})
