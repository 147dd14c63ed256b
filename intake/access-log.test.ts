import { Writable } from 'node:stream'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createMemoryStore, keyOf, openDoor, shownReceipt, TOKEN, VALID_ANSWERS } from './testing.ts'

function capture() {
  const lines: string[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  return { lines, logger: pino({ level: 'trace', base: null }, stream) }
}

const ADDRESS = '203.0.113.77'
const DEVICE = 'Mozilla/5.0 (Linux; Android 6.0; VillagePhone)'
const FROM = { 'x-forwarded-for': ADDRESS, 'user-agent': DEVICE, referer: 'https://example.org/ref' }

test('the log says what was done and holds nothing that leads to a resident', async () => {
  const { lines, logger } = capture()
  const store = createMemoryStore()
  const door = await openDoor({ store, logger })
  const form = await door.get(`/s/${TOKEN}?lang=zh-CN&from=wechat`, FROM)
  const key = keyOf(form.html)
  const sent = await door.post(`/s/${TOKEN}`, [...VALID_ANSWERS, ['key', key]], FROM)
  const location = String(sent.headers.location)
  const done = await door.get(location, FROM)
  await door.get('/s/somebody-elses-token', FROM)
  await door.get(`/nowhere/${TOKEN}`, FROM)
  await door.get('/s/%E0%A4%A', FROM)
  await door.ask('POST', `/s/${TOKEN}`, { headers: { ...FROM, 'content-type': 'text/plain' }, body: 'x' })
  // A driver's error carries the statement with its values, in the message and in the cause.
  const cause = Object.assign(
    new TypeError(`insert failed: params ${key}, 补偿标准请公开。\n    at 补偿 (secret)`),
    {
      code: 'SQLITE_FULL',
    },
  )
  store.failure.accept = new Error(
    `Failed query: insert into responses … params: 补偿标准请公开。,${TOKEN}`,
    { cause },
  )
  await door.post(`/s/${TOKEN}`, [...VALID_ANSWERS, ['key', key]], FROM)
  store.failure.find = new Error(`select … where token = ${TOKEN}`)
  await door.get(`/s/${TOKEN}`, FROM)
  await door.close()

  const text = lines.join('')
  const receipt = shownReceipt(done.html)
  for (const secret of [
    TOKEN,
    'somebody-elses-token',
    key,
    receipt,
    receipt.slice(0, 5),
    location.split(/[/?]/)[4]!,
    ADDRESS,
    '127.0.0.1',
    'VillagePhone',
    'example.org',
    'wechat',
    '补偿',
    'oppose',
  ])
    expect(text, secret).not.toContain(secret)

  const entries = lines.map((line) => JSON.parse(line))
  const requests = entries.filter((entry) => entry.msg === 'request')
  expect(requests.map(({ method, route, status }) => `${method} ${route} ${status}`)).toEqual([
    'GET /s/:token 200',
    'POST /s/:token 303',
    'GET /s/:token/done/:ticket 200',
    'GET /s/:token 404',
    'GET unknown 404',
    'GET unknown 400',
    'POST /s/:token 415',
    'POST /s/:token 503',
    'GET /s/:token 503',
  ])
  for (const entry of requests)
    expect(Object.keys(entry).sort()).toEqual(['level', 'method', 'ms', 'msg', 'route', 'status', 'time'])
  // What an operator needs to find the fault is there.
  const failure = entries.find((entry) => entry.msg === 'a response could not be stored')
  expect(failure.error).toMatchObject({ name: 'Error', cause: { name: 'TypeError', code: 'SQLITE_FULL' } })
  expect(failure.error.at.join()).toContain('access-log.test.ts')
  expect(entries.length).toBe(requests.length + 2)
})
