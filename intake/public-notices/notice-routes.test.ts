import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { NoticeBoard, NoticeInPublic, OnlineOpinion } from '../../db/stores/public-notices.ts'
import type { Notice } from '../../lib/participation/notice.ts'
import { readNoticeClock } from '../../lib/participation/notice-clock.ts'
import { ok } from '../../lib/result.ts'
import { schemeOf } from '../../lib/scheme/registry.ts'
import { createMemoryStore, type Door, keyOf, openDoor } from '../testing.ts'

const notice: Notice = {
  id: 'n1',
  kind: 'public-comment',
  title: '生活垃圾处理设施项目征求意见公告',
  plan: '拟在城东建设<b>处理设施</b>。\n日处理600吨。',
  affected: '三公里内的居民。',
  objection: '到项目办公室口头或者书面提出。',
  law: '',
  contact: '市城管局，010-66668888',
  from: '2026-09-02',
  until: '2026-10-08',
  eventOn: null,
  shortenedBecause: '',
  state: 'published',
  slug: 'public-comment-20260902-abcde',
  publishedOn: '2026-09-01',
  withdrawnOn: null,
  withdrawnBecause: '',
  corrects: null,
  postings: [],
}
const { clocks } = schemeOf('national-428')
const shown = (over: Partial<Notice> = {}): NoticeInPublic => ({
  notice: { ...notice, ...over },
  clock: readNoticeClock(clocks, { ...notice, ...over }),
  decisionBody: '市人民政府',
  assessor: '评估中心',
  surveys: [{ groupName: '城东村村民', token: 'Tk4' }],
  correctedBy: null,
  earlier: null,
})
const EMPTY = { rows: [], opinions: 0, coded: 0, uncoded: 0, answered: 0, complete: true } as const
const NONE = { themes: 0, opinions: 0 }
const NO_ANSWERS = { ...EMPTY, byAnswer: { adopted: NONE, partly: NONE, 'not-adopted': NONE, open: NONE } }

let found: NoticeInPublic
let stored: OnlineOpinion[]
let broken: boolean
let door: Door
const board: NoticeBoard = {
  find: async (slug) => (slug === notice.slug ? found : null),
  list: async () => [
    found.notice,
    { ...notice, id: 'n2', slug: 'old', title: '旧公告', until: '2026-09-10' },
  ],
  feedback: async (slug) => (slug === notice.slug ? { notice, register: NO_ANSWERS } : null),
  opine: async (opinion) => {
    if (broken) throw new Error('the disk is full')
    stored.push(opinion)
    return ok(undefined)
  },
  themesOf: async (_slug, hash) => (stored.some(({ receiptHash }) => receiptHash === hash) ? [null] : null),
}
beforeEach(async () => {
  found = shown()
  stored = []
  broken = false
  // 23:30 on the 14th in UTC is the 15th in China.
  const now = () => new Date('2026-09-14T23:30:00Z')
  door = await openDoor({ store: createMemoryStore(), board, publicUrl: 'https://diaocha.example.cn/', now })
})
afterEach(() => door.close())
const PAGE = `/p/${notice.slug}`

describe('a public notice', () => {
  test('says what, whom, where and until when, without a script, and leads to the survey', async () => {
    const { status, html } = await door.get(PAGE)
    expect(status).toBe(200)
    for (const words of ['日处理600吨', '三公里内的居民', '到项目办公室', '2026年10月8日', '010-66668888']) {
      expect(html).toContain(words)
    }
    expect(html).toContain('正在公示')
    expect(html).toContain('href="/s/Tk4"')
    expect(html).toContain('<svg')
    expect(html).not.toContain('<script')
    expect(html).toContain('&lt;b&gt;')
    expect(html).toContain('原应于2026年10月2日届满')
  })

  test('shows the reason of a shortened period', async () => {
    found = shown({ until: '2026-09-20', shortenedBecause: '汛期将至' })
    const { html } = await door.get(PAGE)
    expect(html).toContain('公示期短于规定的30日')
    expect(html).toContain('汛期将至')
  })

  test('stays in sight when withdrawn, with the reason and without the survey', async () => {
    found = shown({ state: 'withdrawn', withdrawnOn: '2026-09-10', withdrawnBecause: '方案调整' })
    const { status, html } = await door.get(PAGE)
    expect(status).toBe(200)
    expect(html).toContain('本公示已于2026年9月10日撤回')
    expect(html).toContain('方案调整')
    expect(html).not.toContain('/s/Tk4')
  })

  test('is listed by where it stands', async () => {
    const { html } = await door.get('/p')
    expect(html.indexOf('正在公示')).toBeLessThan(html.indexOf(notice.title))
    expect(html.indexOf(notice.title)).toBeLessThan(html.indexOf('公示期满'))
    expect(html.indexOf('公示期满')).toBeLessThan(html.indexOf('旧公告'))
  })

  test('an address that is none gets the page that says so', async () => {
    expect((await door.get('/p/nothing-here')).status).toBe(404)
    expect((await door.get('/p/..%2F..%2Fetc')).status).toBe(404)
    expect((await door.get('/p/nothing/feedback')).status).toBe(404)
  })

  test('weighs little enough for a slow network and speaks English when asked', async () => {
    const { html } = await door.get(`${PAGE}?lang=en`)
    expect(html).toContain('What is planned')
    expect(html.length).toBeLessThan(60_000)
  })
})

test('answers that are not there yet are not pretended', async () => {
  expect((await door.get(`${PAGE}/feedback`)).html).toContain('目前还没有可以公布的答复')
})

describe('an opinion online', () => {
  const FORM = `${PAGE}/opinion`
  const receiptIn = (html: string) => /<span>([0-9A-Z-]{23})<\/span>/.exec(html)?.[1] ?? ''

  test('is stored masked, once however often it is sent, and found again by its receipt', async () => {
    const key = keyOf((await door.get(FORM)).html)
    const entry: [string, string][] = [
      ['key', key],
      ['text', '气味太大，打13800138000'],
    ]
    const first = await door.post(FORM, entry)
    expect(first.status).toBe(200)
    const second = await door.post(FORM, entry)
    expect(receiptIn(second.html)).toBe(receiptIn(first.html))
    expect(stored.map(({ text, day }) => [text, day])).toEqual(
      Array(2).fill(['气味太大，打〔电话已隐去〕', '2026-09-15']),
    )
    expect(stored[0]?.receiptHash).toBe(stored[1]?.receiptHash)
    expect(JSON.stringify(stored)).not.toContain(receiptIn(first.html).replaceAll('-', ''))
    const asked = (receipt: string) => door.post(`${PAGE}/feedback`, [['receipt', receipt]])
    expect((await asked(receiptIn(first.html).toLowerCase())).html).toContain('还没有归入主题')
    expect((await asked('AAAAA-BBBBB')).html).toContain('没有找到这个回执号')
  })

  test('that is empty, too long or could not be stored is not acknowledged, and the words stay', async () => {
    const key = keyOf((await door.get(FORM)).html)
    const send = (text: string) =>
      door.post(FORM, [
        ['key', key],
        ['text', text],
      ])
    expect((await send('  ')).status).toBe(422)
    expect((await send('长'.repeat(2_001))).html).toContain('最多2000字')
    broken = true
    const failed = await send('路太窄')
    expect([failed.status, failed.html.includes('路太窄'), receiptIn(failed.html)]).toEqual([503, true, ''])
    expect(keyOf(failed.html)).toBe(key)
  })

  test('is not taken after the period', async () => {
    found = shown({ until: '2026-09-14' })
    expect((await door.get(FORM)).status).toBe(410)
  })
})
