import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSplitOf, sentencesOf, splitText } from './split-text.ts'

describe('splitText', () => {
  it('takes the points a writer numbered himself', () => {
    expect(splitText('我有三点意见：1、补偿太低。2、灰尘太大。3、路要修好。')).toEqual([
      '我有三点意见：补偿太低',
      '灰尘太大',
      '路要修好。',
    ])
    expect(splitText('（一）补偿太低（二）没有开会')).toEqual(['（一）补偿太低（二）没有开会'])
    expect(splitText('①补偿太低\n②没有开会')).toEqual(['补偿太低', '没有开会'])
  })

  it('cuts where the writer turns to something else', () => {
    expect(splitText('青苗费太少了。另外晚上不要施工，孩子睡不着。')).toEqual([
      '青苗费太少了。',
      '另外晚上不要施工，孩子睡不着。',
    ])
  })

  it('takes lines as opinions', () => {
    expect(splitText('补偿标准要公开\n\n  学校门口要装红绿灯  ')).toEqual([
      '补偿标准要公开',
      '学校门口要装红绿灯',
    ])
  })

  it('leaves a single thought whole, decimals and all', () => {
    for (const text of ['每亩3.8万元太低，邻县5.2万元。', '支持', '不同意！！'])
      expect(splitText(text)).toEqual([text])
  })

  it('does not make an opinion of a word that trails behind', () => {
    expect(splitText('要先给钱再动土\n谢谢')).toEqual(['要先给钱再动土谢谢'])
  })

  it('takes a line for itself, however short: an objection is no tail of what somebody else wrote', () => {
    expect(splitText('坚决支持夜间施工。\n反对\n支持')).toEqual(['坚决支持夜间施工。', '反对', '支持'])
  })

  it('loses no character of a text without numbers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('补偿', '另外', '\n', '。', '路', '其次', '；', '臭', '还有，')),
        (parts) => {
          const text = parts.join('')
          expect(splitText(text).join('')).toBe(text.replace(/\s/g, ''))
        },
      ),
    )
  })
})

describe('sentencesOf', () => {
  it('keeps the full stop with its sentence', () => {
    expect(sentencesOf('太低了！要公示。为什么不开会？')).toEqual(['太低了！', '要公示。', '为什么不开会？'])
  })
})

describe('isSplitOf', () => {
  const whole = '一是补偿太低；二是不同意在学校旁边建厂。\n另外，路要修好！'

  it('takes pieces that are the text, whatever white space and signs are left out where it is cut', () => {
    expect(isSplitOf(whole, ['一是补偿太低', '二是不同意在学校旁边建厂', '另外，路要修好'])).toBe(true)
    expect(isSplitOf(whole, ['一是补偿太低；', '二是不同意在学校旁边建厂。 另外，路要修好！'])).toBe(true)
  })

  it.each([
    ['a word is gone', ['一是补偿太低', '二是同意在学校旁边建厂', '另外，路要修好']],
    ['a piece is gone', ['一是补偿太低', '另外，路要修好']],
    ['a piece is added', ['一是补偿太低', '二是不同意在学校旁边建厂', '另外，路要修好', '支持']],
    ['the order is another', ['二是不同意在学校旁边建厂', '一是补偿太低', '另外，路要修好']],
    ['a sign within a piece is another', ['一是补偿太低', '二是不同意在学校旁边建厂。另外？路要修好']],
    ['it is not cut', [whole]],
    ['a piece says nothing', ['一是补偿太低；二是不同意在学校旁边建厂。另外，路要修好', '！']],
  ])('refuses when %s', (_, pieces) => {
    expect(isSplitOf(whole, pieces)).toBe(false)
  })

  it('takes every cut at sentences and refuses it with any one character changed', () => {
    const piece = fc.array(fc.constantFrom('补', '偿', '不', '路', '，', '。', '；', ' '), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(fc.array(piece, { minLength: 2, maxLength: 5 }), fc.nat(), (parts, at) => {
        const pieces = sentencesOf(parts.map((part) => part.join('')).join('\n')).filter((text) =>
          /\p{L}/u.test(text),
        )
        fc.pre(pieces.length > 1)
        const joined = pieces.join('\n')
        expect(isSplitOf(joined, pieces)).toBe(true)
        const i = at % pieces.length
        expect(isSplitOf(joined, pieces.with(i, pieces[i]!.replace(/\p{L}/u, '对')))).toBe(false)
      }),
    )
  })
})
