import { describe, expect, test } from 'vitest'
import { LABELLED_OPINIONS } from './participation/opinions/labelled-opinions.fixture.ts'
import { TIANCHANG_OPINIONS } from './participation/opinions/tianchang-opinions.fixture.ts'
import { areMaskableNames, maskNames, placesOfName, possibleNames } from './personal-names.ts'

const found = (text: string) => possibleNames(text).map((name) => name.text)

describe('probable names', () => {
  test('are pointed out where names stand, and only there', () => {
    expect(found('我叫张建国，家住三组')).toEqual(['张建国'])
    expect(found('王书记答应过的')).toEqual(['王'])
    expect(found('李某某已经搬走了')).toEqual(['李某某'])
    expect(found('高速公路的石料堆在方家湾路口')).toEqual([])
    expect(maskNames('我叫张建国，王书记知道', possibleNames('我叫张建国，王书记知道'))).toBe(
      '我叫某某，某某书记知道',
    )
  })

  test.each([
    ['王建国与李四的宅基地纠纷', ['王建国', '李四']],
    ['村民王建国要求重新丈量', ['王建国']],
    ['张三家不同意搬迁', ['张三']],
    ['户主陈秀英家的围墙', ['陈秀英']],
    ['刘志强和邻居争水渠', ['刘志强']],
    ['赵伟诉建设单位噪声', ['赵伟']],
    ['业主周敏反映扬尘', ['周敏']],
  ])('parties to a dispute: %s', (text, names) => {
    expect(found(text)).toEqual(names)
  })

  test.each([
    '高压线和变电站的距离',
    '早高峰和晚高峰的运输车辆',
    '马路与人行道之间的隔离',
    '石料和黄土的堆放',
    '方案与批复不一致',
    '村民高度关注补偿标准',
    '居民万分担心水质',
    '业主方明确了工期',
    '金额和面积有争议',
    '任务和工期的安排',
    '江宁的安置房',
    '承包地青苗补偿面积',
    '防护距离内房屋的搬迁协议',
    '夏秋的灌溉用水',
  ])('words that only look like names: %s', (text) => {
    expect(found(text)).toEqual([])
  })

  // 291 opinions as residents write them, none of which names anybody.
  test('of opinions without names, none is pointed out', () => {
    const texts = [...TIANCHANG_OPINIONS, ...LABELLED_OPINIONS].map(({ text }) => text)
    expect(texts.length).toBeGreaterThan(280)
    expect(texts.filter((text) => found(text).length > 0)).toEqual([])
  })
})

describe('names that may be masked', () => {
  test('what is no name cannot be masked as one', () => {
    const text = '我叫张建国，王书记知道，我们坚决反对，不同意补偿太低'
    const maskable = (name: string) => areMaskableNames(text, placesOfName(text, name))
    expect(maskable('张建国')).toBe(true)
    expect(areMaskableNames(text, possibleNames(text))).toBe(true)
    expect(
      areMaskableNames(
        '阿不都热合曼·买买提说的',
        placesOfName('阿不都热合曼·买买提说的', '阿不都热合曼·买买提'),
      ),
    ).toBe(false)
    expect(areMaskableNames('扎西·多吉说的', placesOfName('扎西·多吉说的', '扎西·多吉'))).toBe(true)
    for (const words of ['反对', '坚决反对', '不同意', '不', '补偿', '我们坚决反对，不同意补偿太低', '，']) {
      expect(maskable(words)).toBe(false)
    }
    expect(areMaskableNames(text, [{ start: 0, end: 3, text: '张建国' }])).toBe(false)
    expect(areMaskableNames(text, [...placesOfName(text, '张建国'), ...placesOfName(text, '建国')])).toBe(
      false,
    )
  })
})
