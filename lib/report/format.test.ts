import { describe, expect, test } from 'vitest'
import {
  calendarDay,
  change,
  chineseDay,
  chineseNumber,
  count,
  daySpan,
  degree,
  grade,
  interval,
  percent,
  wan,
  wanYuan,
  weight,
} from './format.ts'

describe('numbers of a report', () => {
  test('shares have one decimal', () => {
    expect(percent(9 / 292)).toBe('3.1%')
    expect(percent(0)).toBe('0.0%')
    expect(percent(1)).toBe('100.0%')
    expect(interval(0.0163, 0.0575)).toBe('1.6%～5.8%')
  })

  test('T has three decimals, and more where rounding would carry it across its threshold', () => {
    expect(degree(0.42789)).toBe('0.428')
    expect(degree(0.3596, [0.36, 0.64])).toBe('0.3596')
    expect(degree(0.35999, [0.36])).toBe('0.35999')
    expect(degree(0.6400001, [0.64])).toBe('0.6400001')
  })

  test('a value on its threshold is not pushed off it by the noise of binary fractions', () => {
    expect(degree(0.6 * 0.6, [0.36])).toBe('0.360')
    expect(percent(0.1, [0.1])).toBe('10.0%')
  })

  test('a share just below a threshold does not print as the threshold', () => {
    expect(percent(0.0998, [0.1])).toBe('9.98%')
    expect(percent(0.333, [0.333])).toBe('33.3%')
  })

  test('entered values keep the decimals they were entered with', () => {
    expect(grade(0.7)).toBe('0.70')
    expect(grade(0.125)).toBe('0.125')
    expect(weight(0.2)).toBe('0.200')
    expect(weight(0.0324)).toBe('0.0324')
  })

  test('fen are written as 万元, grouped, and never as minus zero', () => {
    expect(wan(123_456_789)).toBe('123.46')
    expect(wan(-7_960_000_000)).toBe('-7,960.00')
    expect(wanYuan(1_234_567_000_000)).toBe('1,234,567.00万元')
    expect(wan(-4)).toBe('0.00')
  })

  test('numbers of people are grouped from five digits on', () => {
    expect(count(9540)).toBe('9540')
    expect(count(300_000)).toBe('300,000')
  })

  test('changes carry their sign', () => {
    expect([-0.2, -0.05, 0, 0.1].map(change)).toEqual(['-20%', '-5%', '0%', '+10%'])
  })
})

describe('days and numerals', () => {
  test('days are calendar days whatever the clock of the machine', () => {
    expect(chineseDay('2026-11-03')).toBe('2026年11月3日')
    expect(calendarDay('2027-01-31')).toEqual({ year: 2027, month: 1, day: 31 })
    expect(daySpan(['2026-11-20', '2026-11-02', '2026-11-20'])).toBe('2026年11月2日至2026年11月20日')
    expect(daySpan(['2026-11-20'])).toBe('2026年11月20日')
    expect(() => chineseDay('23.11.2026')).toThrow()
  })

  test('headings count as papers do', () => {
    expect([1, 9, 10, 11, 20, 21, 99].map(chineseNumber)).toEqual([
      '一',
      '九',
      '十',
      '十一',
      '二十',
      '二十一',
      '九十九',
    ])
  })
})
