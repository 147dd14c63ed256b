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
    for (const { id, label, value } of fields) {
      expect([id, unboundNumerals(`${label.zh}为${value ?? ''}。`, fields)]).toEqual([id, []])
    }
    expect(fields.length).toBeGreaterThan(200)
    expect(unboundNumerals('支持度达到99.7%，共7654321份', fields).map(({ text }) => text)).toEqual([
      '99.7%',
      '7654321',
    ])
  })

  test('the comma within an amount ends no clause', () => {
    const fields = fieldValues(EXAMPLE_INPUT)
    const net = fields.find(({ id }) => id === 'group.village-1.net')?.value
    expect(net).toBe('2,646.03万元')
    expect(unboundNumerals(`桑科新村净得失${net}`, fields)).toEqual([])
    expect(unboundNumerals(`桑科新村负债${net}`, fields)).toHaveLength(1)
  })

  test('a number that equals something else is not bound to it', () => {
    const fields = fieldValues(EXAMPLE_INPUT)
    const listed = (text: string) => unboundNumerals(text, fields).map((numeral) => numeral.text)
    // 95% is the confidence level, 0 the number of critical factors, 11.0% are opposed, 1128 households.
    expect(listed('满意度达到95%。')).toEqual(['95%'])
    expect(listed('反对的群众为0人。')).toEqual(['0'])
    expect(listed('支持度为11.0%。')).toEqual(['11.0%'])
    expect(listed('涉及1128人。')).toEqual(['1128'])
    expect(listed('满意度为11.0%，反对比例为73.2%。')).toEqual(['11.0%', '73.2%'])
    expect(listed('投资8万元。')).toEqual(['8万'])
  })

  test('a number with its own words is bound, however they are put', () => {
    const fields = fieldValues(EXAMPLE_INPUT)
    const listed = (text: string) => unboundNumerals(text, fields).map((numeral) => numeral.text)
    expect(listed('满意度为73.2%（95%置信区间67.7%～78.0%，有效作答282份），反对比例为11.0%。')).toEqual([])
    expect(listed('涉及1128户、5920人。')).toEqual([])
    expect(listed('收回问卷292份，结论的置信水平为95%。')).toEqual([])
    expect(listed('采取措施前，重大因素0项，较大因素2项。')).toEqual([])
    expect(listed('其莫尔村反对比例为29.6%。')).toEqual([])
    expect(listed('其莫尔村有214户，反对比例为29.6%。')).toEqual([])
    expect(listed('其莫尔村有214户，满意度为29.6%。科才村有214户。')).toEqual(['29.6%', '214'])
    expect(listed('工程（二期）按期完成。')).toEqual([])
  })
})
