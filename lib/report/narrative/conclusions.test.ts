import { describe, expect, test } from 'vitest'
import { DECISION, ECONOMIC_VERDICT, LEVEL } from '../wording.ts'
import { handTypedConclusions } from './conclusions.ts'

const found = (text: string) => handTypedConclusions(text).map((statement) => statement.text)

describe('conclusions written by hand', () => {
  test('every word of the report for a level, a verdict or a decision is found', () => {
    const words = [...Object.values(LEVEL), ...Object.values(ECONOMIC_VERDICT), ...Object.values(DECISION)]
    expect(words.length).toBe(10)
    for (const word of words) expect([word, found(`结论：${word}。`).join('')]).toEqual([word, word])
  })

  test.each([
    ['本事项为低风险，可以实施。', ['低风险', '可以实施']],
    ['经评估，风险等级为低，建议如期实施。', ['风险等级为低', '建议如期实施']],
    ['风险较小，总体可控。', ['风险较小']],
    ['社会稳定风险总体可控，同意组织实施。', ['风险总体可控', '同意组织实施']],
    ['项目经济上可行。', ['经济上可行']],
  ])('%s', (text, words) => {
    expect(found(text)).toEqual(words)
    for (const { text: word, start, end } of handTypedConclusions(text))
      expect(text.slice(start, end)).toBe(word)
  })

  test('bound fields and ordinary words of the field are none', () => {
    expect(
      found(
        '落实措施后的风险等级为{{risk.residual.level}}，允许的决策为：{{verdict.decisions}}。实施主体在实施过程中应当按期落实措施，风险因素见表10，风险程度为较大的2项，可行性和可控性见附录二，高度重视风险防范。',
      ),
    ).toEqual([])
  })
})
