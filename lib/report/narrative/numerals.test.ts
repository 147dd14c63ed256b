import { describe, expect, test } from 'vitest'
import { EXAMPLE_INPUT } from '../example-input.fixture.ts'
import { fieldValues } from './bound-fields.ts'
import { numeralsIn, unboundNumerals } from './numerals.ts'

const found = (text: string) => numeralsIn(text).map((numeral) => numeral.text)
const key = (text: string) => numeralsIn(text).map((numeral) => numeral.key)

describe('numbers in a text', () => {
  test('Arabic, full-width and Chinese numerals, shares, money and days are found where they stand', () => {
    const text =
      '共收回答卷292份，支持的占96.5%，投资1,234.57万元，三百六十八户，百分之三点一，于2026年10月18日结束。'
    expect(found(text)).toEqual([
      '292',
      '96.5%',
      '1,234.57万',
      '三百六十八',
      '百分之三点一',
      '2026年10月18日',
    ])
    for (const { text: numeral, start, end } of numeralsIn(text)) expect(text.slice(start, end)).toBe(numeral)
  })

  test('equal quantities have equal keys, however they are written', () => {
    expect(key('３.１％')).toEqual(key('3.1%'))
    expect(key('百分之三点一')).toEqual(key('3.1%'))
    expect(key('一千一百二十八户')).toEqual(key('1128户'))
    expect(key('十二项')).toEqual(key('12项'))
    expect(key('二百零五人')).toEqual(key('205人'))
    expect(key('三万五千元')).toEqual(key('3.5万元'))
    expect(key('12,345,700元')).toEqual(key('1,234.57万元'))
    expect(key('3.1%')).not.toEqual(key('3.1'))
  })

  test('list marks, ordinals, numbers of documents and set phrases count nothing', () => {
    expect(
      found(
        '一、基本情况\n（二）依据\n1．按照《办法》（发改投资〔2012〕2492号）第二十六条，统一认识，十分重视，以防万一，一个都不能少，一般情况下由第三方实施，单位T1。',
      ),
    ).toEqual([])
  })

  test('a bound field is no numeral of the text', () => {
    expect(found('收回{{survey.responses}}份')).toEqual([])
    expect(found('甲{{case.2026}}乙5户')).toEqual(['5'])
  })

  test('every bound value may be written by hand, and what equals none is listed', () => {
    const fields = fieldValues(EXAMPLE_INPUT)
    for (const { id, value } of fields) {
      expect([id, unboundNumerals(`其值为${value ?? ''}。`, fields)]).toEqual([id, []])
    }
    expect(unboundNumerals('支持度达到99.7%，共7654321份', fields).map(({ text }) => text)).toEqual([
      '99.7%',
      '7654321',
    ])
  })
})
