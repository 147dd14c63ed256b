import { describe, expect, test } from 'vitest'
import type { CaseFile } from '../../assessment/case-file.ts'
import type { MediaItem } from '../../participation/media/media-item.ts'
import type { OpinionCount, OpinionTheme } from '../../participation/opinions/opinion.ts'
import { EXAMPLE_CASE } from '../example-input.fixture.ts'
import { rowsOf, said, withCase } from '../reading.fixture.ts'
import { opinionsAndMedia } from './opinions-and-media.ts'

const withVoices = (part: Partial<CaseFile['participation']>) =>
  withCase({ participation: { ...EXAMPLE_CASE.participation, ...part } })

const voices = (groupId: string | null, n: number, day = '2026-09-01'): OpinionCount => ({
  groupId,
  source: 'meeting',
  day,
  n,
})
const theme = (id: string, name: string, counts: readonly OpinionCount[]): OpinionTheme => ({
  id,
  name,
  keywords: [],
  counts,
  answer: { answer: 'adopted', reason: '合理', measure: '改', factorId: null, answeredOn: '2026-09-20' },
})

describe('tendency issues', () => {
  test('are named with the line they cross, judged on the last day of the case and not on that of printing', () => {
    // The last entry of the example is of 18 October 2026; 14 days before it begin on the 5th.
    const themes = [
      theme('dust', '扬尘', [voices(null, 8, '2026-09-01'), voices(null, 20, '2026-10-10')]),
      theme('pay', '补偿', [voices(null, 60, '2026-09-01')]),
      theme('road', '道路', [voices(null, 4, '2026-09-01')]),
    ]
    const input = withVoices({ themes })
    const rows = rowsOf(opinionsAndMedia(input), 'tendencies')
    expect(rows.map(([name, n]) => [name, n])).toEqual([
      ['补偿', '60'],
      ['扬尘', '28'],
    ])
    expect(rows[0]?.slice(2)).toEqual(['65.2%', '0.0%', '83.3%', '比例'])
    // 20 of 20 against 8 of 72.
    expect(rows[1]?.slice(2, 5)).toEqual(['30.4%', '100.0%', '11.1%'])
    expect(rows[1]?.[5]).toContain('增长（p值')
    expect(said(opinionsAndMedia, input)).toContain('截至2026年10月18日')
  })

  test('none is said to be none, and no opinions to be no ground', () => {
    const few = withVoices({ themes: [theme('road', '道路', [voices(null, 4)])] })
    expect(said(opinionsAndMedia, few)).toContain('没有达到上述标准的主题')
    expect(said(opinionsAndMedia, withVoices({ themes: [] }))).toContain('不能判断倾向性问题')
  })
})

test('opinions by group are printed, and the few of a small group cannot be worked out', () => {
  const [first, second, third] = EXAMPLE_CASE.groups.map(({ id }) => id)
  const themes = [theme('pay', '补偿', [voices(first!, 30), voices(second!, 3), voices(third!, 12)])]
  const rows = rowsOf(opinionsAndMedia(withVoices({ themes })), 'opinions-by-group')
  expect(rows[0]).toEqual(['补偿（45条）'])
  expect(rows.find(([name]) => name === EXAMPLE_CASE.groups[1]!.name)?.slice(1)).toEqual(['不列示', '—'])
  // The total is known, so a second count has to go with it: the cheapest.
  expect(rows.find(([name]) => name === EXAMPLE_CASE.groups[2]!.name)?.slice(1)).toEqual(['不列示', '—'])
  expect(rows.find(([name]) => name === EXAMPLE_CASE.groups[0]!.name)?.slice(1)).toEqual(['30', '66.7%'])
})

describe('the press', () => {
  const piece = (publishedOn: string, toneFirst: MediaItem['toneFirst'], i: number): MediaItem => ({
    id: `m${i}${publishedOn}`,
    outlet: '县报',
    title: `报道${i}`,
    publishedOn,
    link: '',
    reach: 'county',
    toneFirst,
    toneSecond: null,
  })
  const five = (day: string, tone: MediaItem['toneFirst']) =>
    Array.from({ length: 5 }, (_, i) => piece(day, i === 0 ? 'neutral' : tone, i))

  test('is weighed over the window that ends with the case; what lies outside is counted as such', () => {
    // 180 days that end on 18 October 2026 begin on 22 April.
    const mediaItems = [
      piece('2026-04-21', 'negative', 90),
      ...five('2026-04-22', 'negative'),
      piece('2026-06-01', 'neutral', 91),
      ...five('2026-08-03', 'positive'),
    ]
    const input = withVoices({ mediaItems })
    const text = said(opinionsAndMedia, input)
    expect(text).toContain('2026年4月22日至2026年10月18日（180日）登记1家媒体的报道11篇')
    expect(text).toContain('另有1篇报道不在这一期间，不计入')
    expect(text).toContain('均由一人判断')
    expect(rowsOf(opinionsAndMedia(input), 'media')).toEqual([
      ['2026年4月', '5', '0.00', '1.00', '4.00', '-0.80'],
      ['2026年5月', '0', '0.00', '0.00', '0.00', '—'],
      ['2026年6月', '1', '0.00', '1.00', '0.00', '—'],
      ['2026年7月', '0', '0.00', '0.00', '0.00', '—'],
      ['2026年8月', '5', '4.00', '1.00', '0.00', '0.80'],
      ['合计', '11', '4.00', '3.00', '4.00', '0.00'],
    ])
    const chart = opinionsAndMedia(input).find(({ kind }) => kind === 'column-chart')
    expect(chart).toMatchObject({
      columns: [{ value: -0.8 }, { value: null }, { value: null }, { value: null }, { value: 0.8 }],
    })
  })

  test('one month has no trend, and a window without a piece says so', () => {
    const one = opinionsAndMedia(withVoices({ mediaItems: five('2026-08-03', 'positive') }))
    expect(one.some(({ kind }) => kind === 'column-chart')).toBe(false)
    const old = said(opinionsAndMedia, withVoices({ mediaItems: five('2025-01-03', 'positive') }))
    expect(old).toContain('没有登记媒体报道。另有5篇报道不在这一期间')
  })
})

test('struck opinions are printed with their number and each reason, also when nothing else was registered', () => {
  const struckOpinions = [
    { kind: 'entered-twice', because: '同一份记录粘贴了两次', n: 60 },
    { kind: 'other-matter', because: '说的是另一条路', n: 1 },
  ] as const
  expect(said(opinionsAndMedia, withVoices({ struckOpinions }))).toContain(
    '另有61条意见登记后剔除，不计入上表：重复登记60条，理由是“同一份记录粘贴了两次”；与本事项无关1条，理由是“说的是另一条路”。',
  )
  expect(said(opinionsAndMedia, withVoices({ struckOpinions: [] }))).not.toContain('剔除')
})
