import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBankCard, isIdentityNumber, maskPersonalData } from './personal-data.ts'

/** An identity number with its right check digit, by the formula of GB 11643-1999 written another way. */
function identityNumber(body: string): string {
  let remainder = 0
  for (const digit of body) remainder = ((remainder + Number(digit)) * 2) % 11
  return body + '0123456789X'[(12 - remainder) % 11]
}

describe('personal data in texts', () => {
  test('the check digit of the standard’s own example is right, and a wrong digit is noticed', () => {
    // 11010519491231002X is the example printed in GB 11643-1999.
    expect(isIdentityNumber('11010519491231002X')).toBe(true)
    expect(isIdentityNumber('110105194912310021')).toBe(false)
    expect(identityNumber('11010519491231002')).toBe('11010519491231002X')
  })

  test('bank cards are told by their check digit', () => {
    expect(isBankCard('4539578763621486')).toBe(true)
    expect(isBankCard('4539578763621487')).toBe(false)
  })

  test.each([
    ['我身份证11010519491231002X，请核实', '我身份证〔身份证号已隐去〕，请核实'],
    ['电话13812345678，打给我', '电话〔电话已隐去〕，打给我'],
    ['手机 138-1234-5678', '手机 〔电话已隐去〕'],
    ['联系＋１３８１２３４５６７８', '联系＋〔电话已隐去〕'],
    ['座机0941-7123456。', '座机〔电话已隐去〕。'],
    ['微信：lin_feng88 加我', '微信：〔账号已隐去〕 加我'],
    ['发到 a.b-c@mail.example.cn 就行', '发到 〔邮箱已隐去〕 就行'],
    ['车牌川A12345停在门口', '车牌〔车牌已隐去〕停在门口'],
    ['卡号4539 5787 6362 1486', '卡号〔卡号已隐去〕'],
    // A wrong check digit, and nothing before it that says what it is.
    ['我是341181197001011234，家住三组', '我是〔身份证号已隐去〕，家住三组'],
    ['341181 19700101 1234', '〔身份证号已隐去〕'],
    ['找我138  1234  5678', '找我〔电话已隐去〕'],
    ['找我1381 234 5678', '找我〔电话已隐去〕'],
    ['找我138 123 45678', '找我〔电话已隐去〕'],
    ['找我1 3 8 1 2 3 4 5 6 7 8', '找我〔电话已隐去〕'],
    ['找我138—1234—5678或者(0941)712 3456', '找我〔电话已隐去〕或者〔电话已隐去〕'],
    ['找我１３８　１２３４　５６７８', '找我〔电话已隐去〕'],
    ['电话一三八一二三四五六七八', '电话〔电话已隐去〕'],
    ['电话幺三八，一三八 一二三四 5678', '电话幺三八，〔电话已隐去〕'],
    ['其一13812345678', '其一〔电话已隐去〕'],
    ['第2户 13812345678 第3户', '第2户 〔电话已隐去〕 第3户'],
    ['13812345678元旦前打给我', '〔电话已隐去〕元旦前打给我'],
  ])('%s', (given, expected) => {
    expect(maskPersonalData(given).text).toBe(expected)
  })

  test.each([
    '每亩补偿 23456.78 元，合计 1234567 元',
    '2026年11月23日开会',
    '文件编号 2026-0123-4567',
    '面积 12000000 平方米',
    '请打 12345 热线，或 400-810-1234',
    '总投资1234567890.12元，其中138123456.78元已到位',
    '总投资13812345678元，比13,812,345,678元少',
    '2026年11月29日13时30分，2026-11-29 13:00，2026.11.29',
    '征收土地138.1234亩、1381234.5678平方米，宗地代码：341181001001GB00001',
    '项目代码2019-341181-78-01-001234，皖政〔2019〕138号，编号：1500-2026-001',
    '统一社会信用代码911101085923662400',
    '第15 16 17 18 19 20 21户',
    '二〇二六年十一月二十九日，一九四九年，三千五百六十七万八千九百元',
    '路宽 15.5 米、13 米、18.5 米，高 0.85 米',
  ])('leaves what leads to nobody: %s', (text) => {
    expect(maskPersonalData(text)).toEqual({ text, masked: {} })
  })

  test('no mobile number and no identity number survives, however it is written and wherever it stands', () => {
    const words = fc.constantFrom('补偿太低', '，', ' ', '请联系', '。', '噪声大', '\n', '（', '）', '是')
    const mobile = fc
      .tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
      .chain(([second, rest]) => {
        const digits = [...`1${second}${String(rest).padStart(9, '0')}`]
        const gap = fc.constantFrom(' ', '  ', '-', '—', '·', '　', ' - ')
        const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 10 }), { maxLength: 4 })
        const written = fc.constantFrom(
          '0123456789',
          '０１２３４５６７８９',
          '〇一二三四五六七八九',
          '零幺二三四五六七八九',
        )
        return fc
          .tuple(gap, cuts, written)
          .map(([sign, at, set]) =>
            digits.map((digit, i) => (at.includes(i) ? sign : '') + [...set][Number(digit)]).join(''),
          )
      })
    const identity = fc
      .tuple(
        fc.integer({ min: 110000, max: 659999 }),
        fc.integer({ min: 1930, max: 2015 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 0, max: 999 }),
        fc.constantFrom(null, '0', '5', 'X', 'x'),
      )
      .map(([area, year, month, day, order, last]) => {
        const body = `${area}${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}${String(order).padStart(3, '0')}`
        return last === null ? identityNumber(body) : body + last
      })
    fc.assert(
      fc.property(fc.array(words), fc.oneof(mobile, identity), fc.array(words), (before, number, after) => {
        const { text, masked } = maskPersonalData(before.join('') + number + after.join(''))
        expect(text).not.toContain(number)
        expect(Object.values(masked).reduce((a, b) => a + b, 0)).toBe(1)
        expect(maskPersonalData(text).text).toBe(text)
      }),
    )
  })
})
