import { describe, expect, it } from 'vitest'
import { evaluateMedia } from './media-degree.ts'
import { isAccountPage, MEDIA_COLUMNS, type MediaItem, mediaItemShape, mediaItemsOf } from './media-item.ts'

const piece = (over: Partial<MediaItem>): MediaItem => ({
  id: 'm',
  outlet: '县融媒体中心',
  title: '项目公示',
  publishedOn: '2026-03-02',
  link: '',
  reach: 'county',
  toneFirst: 'neutral',
  toneSecond: 'neutral',
  ...over,
})

describe('evaluateMedia', () => {
  it('gives the degree, halves where coders differ, and their agreement', () => {
    const items = [
      piece({ toneFirst: 'positive', toneSecond: 'positive' }),
      piece({ toneFirst: 'positive', toneSecond: 'neutral', publishedOn: '2026-05-01' }),
      piece({ toneFirst: 'negative', toneSecond: 'negative', outlet: '省报' }),
      piece({ toneFirst: 'negative', toneSecond: 'negative' }),
      piece({}),
    ]
    const result = evaluateMedia(items)
    expect(result.byTone).toEqual({ positive: 1.5, neutral: 1.5, negative: 2 })
    expect(result.degree).toBeCloseTo(-0.1, 12)
    expect(result.outlets).toBe(2)
    // p_o = 0.8; p_e = 0.4·0.2 + 0.2·0.4 + 0.4·0.4 = 0.32; κ = 0.48 / 0.68.
    expect(result.kappa).toBeCloseTo(0.48 / 0.68, 12)
    expect(result.months.map(({ month, pieces }) => [month, pieces])).toEqual([
      ['2026-03', 4],
      ['2026-04', 0],
      ['2026-05', 1],
    ])
  })

  it('gives no degree for a handful of reprints, and none for nothing', () => {
    expect(evaluateMedia(Array.from({ length: 4 }, () => piece({ toneFirst: 'positive' }))).degree).toBeNull()
    expect(evaluateMedia([])).toMatchObject({ pieces: 0, degree: null, from: null, kappa: null, months: [] })
  })

  it('looks only at its window', () => {
    const items = [piece({ publishedOn: '2025-12-31' }), piece({ publishedOn: '2026-01-01' })]
    expect(evaluateMedia(items, { from: '2026-01-01', to: '2026-12-31' }).pieces).toBe(1)
  })
})

describe('media items', () => {
  it.each([
    'https://weibo.com/u/1234567',
    'https://m.weibo.cn/status/42',
    'https://www.douyin.com/user/abc',
    'https://www.zhihu.com/people/somebody',
    'https://x.com/somebody/status/1',
    'https://v.douyin.com/iRNBho5/',
    'https://www.iesdouyin.com/share/video/7',
    'https://v.kuaishou.com/abc',
    'https://b23.tv/BV1xx',
    'http://xhslink.com/a/b',
    'https://t.cn/A6abc',
    'https://channels.weixin.qq.com/x',
  ])('refuses a person’s page: %s', (link) => {
    expect(isAccountPage(link)).toBe(true)
    expect(mediaItemShape.safeParse(piece({ link })).error?.issues[0]?.message).toBe('account-page')
  })

  it('takes a newspaper’s page and refuses what is no web address', () => {
    expect(mediaItemShape.safeParse(piece({ link: 'https://www.example.cn/2026/03/a.html' })).success).toBe(
      true,
    )
    expect(mediaItemShape.safeParse(piece({ link: 'javascript:alert(1)' })).success).toBe(false)
  })

  it.each(['王建国的微博', '老张抖音号', '城东小李（快手）', '本地网友', '自媒体“县城那些事”'])(
    'takes no person for an outlet: %s',
    (outlet) => {
      expect(mediaItemShape.safeParse(piece({ outlet })).error?.issues[0]?.message).toBe('person-as-outlet')
    },
  )

  it.each(['人民日报', '人民日报微博', '县融媒体中心抖音号', '省电视台视频号', '澎湃新闻', '天长发布'])(
    'takes an outlet for an outlet, on whichever platform: %s',
    (outlet) => {
      expect(mediaItemShape.safeParse(piece({ outlet })).success).toBe(true)
    },
  )

  it('takes no telephone number for a title', () => {
    expect(mediaItemShape.safeParse(piece({ title: '13812345678' })).error?.issues[0]?.message).toBe(
      'personal-data',
    )
  })

  const good = ['县报', '开工', '2026/3/2', '', '县级', '正面', '']

  it('reads a table whose columns stand in another order', () => {
    const reversed = (cells: readonly string[]) => [...cells].reverse()
    const result = mediaItemsOf([reversed(MEDIA_COLUMNS), reversed(good)])
    expect(result.ok && result.value).toEqual([
      {
        outlet: '县报',
        title: '开工',
        publishedOn: '2026-03-02',
        link: '',
        reach: 'county',
        toneFirst: 'positive',
        toneSecond: null,
      },
    ])
  })

  it('names every bad cell and takes nothing when half the rows are bad', () => {
    const result = mediaItemsOf([
      MEDIA_COLUMNS,
      good,
      ['县报', '', '2026-02-30', '', '县级', '正面', ''],
      [],
      ['县报', '竣工', '2026年3月5日', 'https://weibo.com/u/1', '全球', '正面', '好'],
      good,
    ])
    expect(result.ok).toBe(false)
    expect(result.badCells).toEqual([
      { row: 3, column: '标题', reason: 'required' },
      { row: 3, column: '发布日期', reason: 'invalid-date' },
      { row: 5, column: '链接', reason: 'account-page' },
      { row: 5, column: '传播范围', reason: 'unknown-word' },
      { row: 5, column: '倾向（乙）', reason: 'unknown-word' },
      { row: 6, column: '媒体名称', reason: 'duplicate-row' },
    ])
  })

  it('says which columns a file lacks', () => {
    expect(mediaItemsOf([['标题', '链接']])).toMatchObject({
      reason: 'columns-missing',
      details: { columns: '媒体名称、发布日期、传播范围、倾向（甲）、倾向（乙）' },
    })
  })
})
