import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { STYLE, STYLE_SOURCE } from './pages/style.ts'
import {
  CLOSED_TOKEN,
  createMemoryStore,
  type Door,
  keyOf,
  type MemoryStore,
  openDoor,
  TOKEN,
  VALID_ANSWERS,
} from './testing.ts'

let store: MemoryStore
let door: Door
const FORM = `/s/${TOKEN}`

beforeEach(async () => {
  store = createMemoryStore()
  door = await openDoor({ store })
})
afterEach(() => door.close())

describe('the questionnaire page', () => {
  test('of 24 questions fits in 14 KB, in one request, with one script of 6 KB that it can do without', async () => {
    for (const lang of ['zh-CN', 'en']) {
      const page = await door.get(`${FORM}?lang=${lang}`, { 'accept-encoding': 'gzip, deflate, br' })
      expect(page.headers['content-encoding']).toBe('gzip')
      expect(Number(page.headers['content-length'])).toBe(page.bytes)
      expect(page.bytes).toBeLessThan(14 * 1024)
      expect(page.html.match(/<fieldset/g)).toHaveLength(24)
      expect(page.html).not.toMatch(/<img|<link|<iframe|@import|url\(|\son\w+=|javascript:/i)
      const scripts = [...page.html.matchAll(/<script[^>]*>[^<]*/g)].map(([script]) => script)
      expect(scripts).toEqual([expect.stringMatching(/^<script src="[^"]+" defer="">$/)])
      const address = new URL(/src="([^"]+)"/.exec(scripts[0]!)![1]!, `http://house${FORM}`).pathname
      const script = await door.get(address, { 'accept-encoding': 'gzip' })
      expect(script.headers['content-type']).toContain('text/javascript')
      expect(script.bytes).toBeLessThan(6 * 1024)
    }
  })

  test('is the same compressed, uncompressed and from the cache, but for its key', async () => {
    const pages = [
      await door.get(FORM),
      await door.get(FORM, { 'accept-encoding': 'gzip' }),
      await door.get(FORM, { 'accept-encoding': 'gzip;q=0' }),
    ]
    expect(pages.map((page) => page.headers['content-encoding'])).toEqual([undefined, 'gzip', undefined])
    expect(new Set(pages.map((page) => page.html.replace(keyOf(page.html), ''))).size).toBe(1)
    expect(new Set(pages.map((page) => keyOf(page.html))).size).toBe(3)
  })

  test('says who asks, whom, about what, and what becomes of it', async () => {
    const { html } = await door.get(FORM)
    const { matterTitle, assessor, groupName } = store.survey
    for (const told of [
      matterTitle,
      assessor,
      groupName,
      '共24题',
      '自愿',
      '反对',
      '个人信息保护法',
      '作答日期',
      '必答',
    ])
      expect(html).toContain(told)
    expect(html).not.toContain(TOKEN)
  })

  test('follows a change of the names around it', async () => {
    await door.get(FORM)
    store.survey = { ...store.survey, groupName: '西科村居民' }
    expect((await door.get(FORM)).html).toContain('西科村居民')
  })

  test('gives every control a label and every question a numbered legend', async () => {
    const { html } = await door.get(FORM)
    const controls = [...html.matchAll(/<(?:input type="(?:radio|checkbox)"|textarea) id="([^"]+)"/g)]
    expect(controls.length).toBe(20 * 6 + 4 + 4 + 5 + 1)
    expect(new Set(controls.map(([, id]) => id)).size).toBe(controls.length)
    for (const [, id] of controls) expect(html).toContain(`for="${id}"`)
    for (let n = 1; n <= 24; n++) expect(html).toContain(`第${n}题<span class="of">（共24题）`)
  })

  test('treats what officials wrote as text', async () => {
    const { questionnaire } = store.survey
    const title = '</title><script>alert(1)</script>"\'&'
    store.survey = { ...store.survey, matterTitle: title, questionnaire: { ...questionnaire, title } }
    const { html } = await door.get(FORM)
    expect(html.match(/<script/g)).toHaveLength(1)
    expect(html).toContain('&lt;script&gt;')
  })
})

describe('languages', () => {
  test('a questionnaire is read in the language the resident chooses, from right to left where it is written so', async () => {
    const { questionnaire } = store.survey
    store.survey = {
      ...store.survey,
      surveyId: 'in-uyghur',
      questionnaire: {
        ...questionnaire,
        languages: ['zh-CN', 'ug'],
        translations: { ug: { title: 'ئاممىنىڭ پىكرى', 'C1.title': 'سىز قوللامسىز؟' } },
      },
    }
    const chinese = await door.get(FORM)
    expect(chinese.html).toContain('href="?lang=ug"')
    expect(chinese.html).toContain('ئۇيغۇرچە')
    expect(chinese.html).not.toContain('سىز قوللامسىز؟')
    const page = await door.get(`${FORM}?lang=ug`)
    expect(page.html).toContain('<h1 dir="auto" lang="ug">ئاممىنىڭ پىكرى</h1>')
    const formOf = (html: string) => /<form[^>]*>/.exec(html)?.[0]
    expect(formOf(page.html)).toMatch(/dir="rtl".*action="\?lang=ug"/)
    expect(page.html).toContain('lang="ug" dir="auto">سىز قوللامسىز؟')
    // Our own words are there in Chinese and English only, and so are places that nobody translated.
    expect(page.html).toContain('<html lang="zh-CN">')
    expect(page.html).toContain('href="?lang=zh-CN"')
    expect((await door.get(FORM, { 'accept-language': 'ug-CN, zh;q=0.5' })).html).toContain('dir="rtl"')
    const refused = await door.post(`${FORM}?lang=ug`, [])
    expect(formOf(refused.html)).toMatch(/dir="rtl".*action="\?lang=ug"/)
    const sent = await door.post(`${FORM}?lang=ug`, [...VALID_ANSWERS, ['key', keyOf(page.html)]])
    expect(sent.headers.location).toContain('lang=ug')
    expect((await door.get(String(sent.headers.location))).status).toBe(200)
  })

  test('the page, the errors and the receipt keep the language', async () => {
    const english = { 'accept-language': 'en-US,en;q=0.9' }
    const form = await door.get(FORM, english)
    expect(form.html).toContain('<html lang="en">')
    expect(form.html).toContain('<h1 lang="zh-CN">')
    expect(form.html).toContain('href="?lang=zh-CN"')
    expect(form.html).toContain('action="?lang=en"')
    const refused = await door.post(`${FORM}?lang=en`, [])
    expect(refused.html).toContain('This question needs an answer.')
    // Changing the language there would throw away what was filled in.
    expect(refused.html).not.toContain('href="?lang=zh-CN"')
    const sent = await door.post(`${FORM}?lang=en`, [...VALID_ANSWERS, ['key', keyOf(form.html)]])
    expect((await door.get(String(sent.headers.location))).html).toContain('Your receipt number')
    expect((await door.get(FORM)).html).toContain('<html lang="zh-CN">')
    expect((await door.get('/nowhere', english)).html).toContain('Page not found')
  })
})

describe('everything else is a page, too', () => {
  const cases: [string, number, string, () => Promise<{ status: number; html: string }>][] = [
    ['the front page', 200, '二维码', () => door.get('/')],
    ['an unknown address', 404, '没有找到', () => door.get('/admin')],
    ['an unknown link', 404, '没有找到', () => door.get('/s/unknown')],
    ['a link of impossible form', 404, '没有找到', () => door.get(`/s/${'%00'}'or`)],
    ['a broken address', 400, '无法识别', () => door.get('/s/%E0%A4%A')],
    ['another method', 405, '不能这样打开', () => door.ask('DELETE', FORM)],
    [
      'another kind of body',
      415,
      '无法识别',
      () => door.ask('POST', FORM, { headers: { 'content-type': 'application/json' }, body: '{}' }),
    ],
    ['too much', 413, '没有保存', () => door.post(FORM, [['q.demands', 'x'.repeat(10_000_000)]])],
    ['a form sent to an unknown link', 404, '没有找到', () => door.post('/s/unknown', [...VALID_ANSWERS])],
    ['an empty form', 400, '表单不完整', () => door.ask('POST', FORM)],
  ]
  test.each(cases)('%s: %i', async (_name, status, words, ask) => {
    const page = await ask()
    expect(page.status).toBe(status)
    expect(page.html).toMatch(/^<!doctype html><html lang="zh-CN">/)
    expect(page.html).toContain(words)
    expect(store.accepted).toEqual([])
  })

  test('health is plain', async () => {
    expect(await door.get('/healthz')).toMatchObject({ status: 200, html: 'ok' })
  })
})

describe('headers', () => {
  test('every response forbids foreign scripts, frames, caching, referrers and cookies', async () => {
    store.failure.accept = new Error('disk full')
    const key = keyOf((await door.get(FORM)).html)
    const responses = [
      await door.get(FORM),
      await door.get('/'),
      await door.get('/healthz'),
      await door.get('/nowhere'),
      await door.get('/s/%E0%A4%A'),
      await door.get(`/s/${CLOSED_TOKEN}`),
      await door.ask('PUT', FORM),
      await door.post(FORM, []),
      await door.post(FORM, [['q.demands', 'x'.repeat(10_000_000)]]),
      await door.post(FORM, [...VALID_ANSWERS, ['key', key]]),
    ]
    store.failure = {}
    responses.push(await door.post(FORM, [...VALID_ANSWERS, ['key', key]]))
    expect(responses.map(({ status }) => status)).toEqual([
      200, 200, 200, 404, 400, 410, 405, 400, 413, 503, 303,
    ])
    for (const { headers, status } of responses) {
      const policy = String(headers['content-security-policy'])
      for (const rule of [
        "default-src 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
      ])
        expect(policy.split('; '), String(status)).toContain(rule)
      expect(policy).not.toContain('unsafe')
      // The questionnaire runs the house's own script and sends to the house alone; every other page runs none.
      const form = [200, 400, 503].includes(status) && policy.includes('script-src')
      expect(policy.split('; ').filter((rule) => /^(script|connect)-src/.test(rule))).toEqual(
        form ? ["script-src 'self'", "connect-src 'self'"] : [],
      )
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('geolocation=()'),
      })
      expect(headers).not.toHaveProperty('set-cookie')
      expect(headers).not.toHaveProperty('server')
      expect(headers).not.toHaveProperty('strict-transport-security')
    }
  })

  test('the policy allows the very style sheet in the page', async () => {
    const page = await door.get(FORM)
    expect(page.html).toContain(`<style>${STYLE}</style>`)
    expect(page.headers['content-security-policy']).toContain(`style-src ${STYLE_SOURCE}`)
    expect(page.html).not.toContain('style="')
  })

  test('https is made to last where residents come by https', async () => {
    const secure = await openDoor({ store, https: true })
    expect((await secure.get('/')).headers['strict-transport-security']).toMatch(/^max-age=\d+/)
    await secure.close()
  })
})

describe('a flood', () => {
  test('is stopped per address, and told when to come back', async () => {
    const flood = { 'x-forwarded-for': '203.0.113.7' }
    for (let i = 0; i < 120; i++) expect((await door.post('/s/unknown', [], flood)).status).toBe(404)
    const stopped = await door.post(FORM, [...VALID_ANSWERS], flood)
    expect(stopped.status).toBe(429)
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0)
    expect(stopped.html).toMatch(/请在\d+分钟后刷新本页/)
    // Reading stays possible, and the neighbour is not affected.
    expect((await door.get(FORM, flood)).status).toBe(200)
    expect((await door.post('/s/unknown', [], { 'x-forwarded-for': '203.0.113.8' })).status).toBe(404)
  })

  test('is counted by the address of the connection unless a trusted neighbour names another', async () => {
    const open = await openDoor({ store, trustProxy: '192.0.2.1' })
    const address = { 'x-forwarded-for': '203.0.113.9' }
    // Nobody on loopback is trusted here, so the header counts for nothing; loopback has a limit for all behind it.
    for (let i = 0; i < 130; i++) expect((await open.post('/s/unknown', [], address)).status).toBe(404)
    await open.close()
  })

  test('of 10,000 posts ends also when nobody says where they come from', async () => {
    const seen: Record<number, number> = {}
    for (let i = 0; i < 10_000; i += 50)
      for (const { status } of await Promise.all(
        Array.from({ length: 50 }, () => door.post('/s/unknown', [])),
      ))
        seen[status] = (seen[status] ?? 0) + 1
    expect(seen).toEqual({ 404: 3000, 429: 7000 })
    // Ten thousand requests take some twelve seconds on two quiet cores.
  }, 120_000)
})
