import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OpinionFate } from '../../db/stores/opinions.ts'
import type { NoticeBoard, NoticeInPublic, OnlineOpinion } from '../../db/stores/public-notices.ts'
import type { Notice } from '../../lib/participation/notice.ts'
import { readNoticeClock } from '../../lib/participation/notice-clock.ts'
import {
  publicRegister,
  type RegisteredParticipation,
} from '../../lib/participation/opinions/adoption-register.ts'
import type { PublishedAnswers } from '../../lib/participation/opinions/published-answer.ts'
import { ok } from '../../lib/result.ts'
import { schemeOf } from '../../lib/scheme/registry.ts'
import type { PublicDraw } from '../../lib/survey/sampling/public-draw.ts'
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
  example: false,
  surveys: [{ groupName: '城东村村民', token: 'Tk4' }],
  drawn: false,
  correctedBy: null,
  earlier: null,
})
const NOTHING: RegisteredParticipation = { themes: [], uncodedOpinions: 0, struckOpinions: [] }
const smell: RegisteredParticipation['themes'][number] = {
  id: 'smell',
  name: '异味',
  keywords: [],
  counts: [{ groupId: null, source: 'online', day: '2026-09-03', n: 7 }],
  answer: {
    answer: 'adopted',
    reason: '还没有公开的理由',
    measure: '还没有公开的措施',
    factorId: null,
    answeredOn: '2026-09-10',
  },
}

let found: NoticeInPublic
let stored: OnlineOpinion[]
let broken: boolean
let registered: RegisteredParticipation
let published: PublishedAnswers
let fates: readonly OpinionFate[]
let drawn: readonly PublicDraw[]
let door: Door
const board: NoticeBoard = {
  find: async (slug) => (slug === notice.slug ? found : null),
  list: async () => [
    found.notice,
    { ...notice, id: 'n2', slug: 'old', title: '旧公告', until: '2026-09-10' },
  ],
  feedback: async (slug) =>
    slug === notice.slug ? { notice, register: publicRegister(registered, published), published } : null,
  draws: async (slug) => (slug === notice.slug && drawn.length > 0 ? { notice, draws: drawn } : null),
  opine: async (opinion) => {
    if (broken) throw new Error('the disk is full')
    stored.push(opinion)
    return ok(undefined)
  },
  fateOf: async (_slug, hash) => (stored.some(({ receiptHash }) => receiptHash === hash) ? fates : null),
}
beforeEach(async () => {
  found = shown()
  stored = []
  broken = false
  registered = NOTHING
  published = {}
  fates = [{ themeId: null, struck: null }]
  drawn = []
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

  test('of the worked example says so and takes no opinion', async () => {
    found = { ...shown(), example: true }
    const { status, html } = await door.get(PAGE)
    expect(status).toBe(200)
    expect(html).toContain('示例：这份公示只用来演示')
    expect(html).not.toContain(`${PAGE}/opinion`)
    expect((await door.get(`${PAGE}/opinion`)).status).toBe(410)
  })

  test('whose last day is a day of rest stays open until the next working day and says so', async () => {
    found = shown({ until: '2026-09-13' })
    expect((await door.get(PAGE)).html).toContain('截止日2026年9月13日是休息日，顺延至2026年9月14日')
  })

  test('is found from the front page', async () => {
    expect((await door.get('/')).html).toContain('href="/p"')
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

describe('answers in public', () => {
  const first = { answer: 'not-adopted', reason: '不可行', measure: '', publishedOn: '2026-09-05' } as const
  const FEEDBACK = `${PAGE}/feedback`

  test('are those that were published and not those still being written', async () => {
    registered = { ...NOTHING, themes: [smell] }
    const before = (await door.get(FEEDBACK)).html
    expect(before).not.toContain('还没有公开')
    expect(before).toContain('目前还没有可以公布的答复')
    published = { smell: [first] }
    const { html } = await door.get(FEEDBACK)
    expect(html).toContain('不可行')
    expect(html).toContain('2026年9月5日公布')
    expect(html).not.toContain('还没有公开')
  })

  test('that were changed say when, with the words before them', async () => {
    registered = { ...NOTHING, themes: [smell] }
    published = {
      smell: [first, { answer: 'adopted', reason: '可行', measure: '加盖除臭', publishedOn: '2026-09-12' }],
    }
    const { html } = await door.get(FEEDBACK)
    expect(html).toContain('更正于2026年9月12日')
    expect(html).toMatch(/更正前的答复（2026年9月5日公布）.*不采纳/)
    expect(html.indexOf('可行')).toBeLessThan(html.indexOf('不可行'))
  })

  test('say how many opinions were not counted and why', async () => {
    registered = {
      ...NOTHING,
      struckOpinions: [{ kind: 'entered-twice', because: '同一份记录粘贴了两次', n: 60 }],
    }
    expect((await door.get(FEEDBACK)).html).toContain('重复登记，60条。理由：同一份记录粘贴了两次')
  })
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

  test('whose theme is answered leads its writer to the answer, and a struck one to the reason', async () => {
    registered = { ...NOTHING, themes: [smell] }
    published = { smell: [{ answer: 'partly', reason: '理由', measure: '措施', publishedOn: '2026-09-05' }] }
    const sent = await door.post(FORM, [
      ['key', keyOf((await door.get(FORM)).html)],
      ['text', '气味太大'],
    ])
    const asked = async () => (await door.post(`${PAGE}/feedback`, [['receipt', receiptIn(sent.html)]])).html
    fates = [{ themeId: 'smell', struck: null }]
    expect(await asked()).toContain('您的意见归入的主题：异味（部分采纳）')
    published = {}
    expect(await asked()).toContain('您的意见归入的主题：异味（尚未答复）')
    fates = [
      { themeId: 'smell', struck: null },
      { themeId: null, struck: { kind: 'other-matter', because: '说的是另一条路' } },
    ]
    const both = await asked()
    expect(both).toContain('异味（尚未答复）')
    expect(both).toContain('您的意见没有计入。种类：与本事项无关。理由：说的是另一条路')
  })

  test.each([
    [
      'before the period',
      { from: '2026-09-16', until: '2026-10-16' },
      403,
      '公示尚未开始，自2026年9月16日起',
    ],
    ['after the period', { until: '2026-09-14' }, 410, '公示期已满，不再接收网上意见'],
    ['of a withdrawn notice', { state: 'withdrawn', withdrawnOn: '2026-09-10' }, 410, '本公示已经撤回'],
    ['of a corrected notice', { state: 'corrected', withdrawnOn: '2026-09-10' }, 410, '本公示已经更正'],
  ] as const)('is not taken %s; the page says why and gives the words back', async (_, over, status, why) => {
    const key = keyOf((await door.get(FORM)).html)
    found = shown(over)
    const form = await door.get(FORM)
    expect([form.status, form.html.includes(why)]).toEqual([status, true])
    expect(form.html).not.toContain('问卷')
    const sent = await door.post(FORM, [
      ['key', key],
      ['text', '气味<太大>，整晚开不了窗'],
    ])
    expect([sent.status, sent.html.includes(why)]).toEqual([status, true])
    expect(sent.html).toContain('气味&lt;太大&gt;，整晚开不了窗</textarea>')
    expect(sent.html).toContain('您的意见没有记录')
    expect(sent.html).toContain('到项目办公室口头或者书面提出')
    expect(stored).toEqual([])
  })

  test('sent too often by one address is put off with the time to wait, and is not stored', async () => {
    const entry: [string, string][] = [
      ['key', keyOf((await door.get(FORM)).html)],
      ['text', '路太窄'],
    ]
    const send = () => door.post(FORM, entry, { 'x-forwarded-for': '203.0.113.7' })
    for (let i = 0; i < 120; i++) expect((await send()).status).toBe(200)
    const third = await send()
    expect(third.status).toBe(429)
    expect(Number(third.headers['retry-after'])).toBeGreaterThan(0)
    expect(stored).toHaveLength(120)
    // A neighbour is not held up.
    expect((await door.post(FORM, entry, { 'x-forwarded-for': '203.0.113.8' })).status).toBe(200)
  })
})

describe('the public record of the draw', () => {
  const announced: PublicDraw = {
    seq: 1,
    announcedOn: '2026-09-03',
    source: '双色球第2026138期开奖号码',
    revealOn: '2026-09-08',
    reason: '',
    frameDigest: 'f'.repeat(64),
    strata: [
      { name: '城东村<一组>', size: 120, sample: 30, listDigest: 'a'.repeat(64) },
      { name: '城西村', size: 80, sample: 20, listDigest: 'b'.repeat(64) },
    ],
    outcome: null,
  }
  const outcome = { publicNumber: '0102030405', drawnOn: '2026-09-09', digest: 'd'.repeat(64) }

  test('is linked from the notice once something was announced, and tells how to repeat it', async () => {
    expect((await door.get(PAGE)).html).not.toContain(`${PAGE}/draw`)
    expect((await door.get(`${PAGE}/draw`)).status).toBe(404)
    found = { ...shown(), drawn: true }
    drawn = [announced]
    expect((await door.get(PAGE)).html).toContain(`href="${PAGE}/draw"`)
    const awaited = await door.get(`${PAGE}/draw`)
    expect(awaited.status).toBe(200)
    expect(awaited.html).toContain('等待2026年9月8日公布号码')
    expect(awaited.html).toContain('双色球第2026138期')
    expect(awaited.html).not.toContain('种子</dt>')

    const again = { ...announced, seq: 2, reason: '名册有误', outcome }
    drawn = [announced, again]
    const { html } = await door.get(`${PAGE}/draw`)
    for (const words of [
      '没有抽取，已被后来的预告取代',
      '名册有误',
      `${'f'.repeat(64)}:0102030405`,
      'd'.repeat(64),
      '共120户，抽30户',
      'sha256sum',
      '城东村&lt;一组&gt;',
    ])
      expect(html).toContain(words)
    expect(html).not.toContain('<script')
    // In the other language as well, and light enough for a slow line.
    const english = await door.ask('GET', `${PAGE}/draw?lang=en`, { headers: { 'accept-encoding': 'gzip' } })
    expect(english.html).toContain('30 drawn')
    expect(english.bytes).toBeLessThan(14 * 1024)
  })

  test('of a notice that does not exist is not there', async () => {
    drawn = [announced]
    expect((await door.get('/p/elsewhere/draw')).status).toBe(404)
  })
})
