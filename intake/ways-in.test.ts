import { expect, test } from 'vitest'
import type { EntryRefusal, IntakeStore } from '../db/stores/intake.ts'
import { fail } from '../lib/result.ts'
import { newKey } from '../lib/survey/channels/form-key.ts'
import { CODE_BYTES, codeFrom, formatCode } from '../lib/survey/codes/code.ts'
import { createRateLimit } from './rate-limit.ts'
import { createMemoryStore, openDoor, shownReceipt, VALID_ANSWERS } from './testing.ts'
import { byCode } from './ways-in.ts'

const CODE = codeFrom(new Uint8Array(CODE_BYTES).fill(7))
const limit = (attempts: number) =>
  createRateLimit({ attempts, unnamedAttempts: attempts, windowMinutes: 10, now: () => 0 })
const refusing = (reason: EntryRefusal): IntakeStore => ({
  findSurvey: async () => fail(reason),
  accept: async () => fail('survey-closed'),
  countedBefore: async () => null,
})

test('each reason why a code opens nothing is told apart', async () => {
  const found = (reason: EntryRefusal) => byCode(refusing(reason), limit(9)).find(CODE, 'read', '203.0.113.9')
  expect(await found('unknown')).toEqual({ status: 404, notice: 'code-unknown' })
  expect(await found('spent')).toEqual({ status: 410, notice: 'code-spent' })
  expect(await found('voided')).toEqual({ status: 410, notice: 'code-void' })
  expect(await found('expired')).toEqual({ status: 410, notice: 'code-expired' })
})

test('guessing codes is stopped; codes that exist do not count as guesses', async () => {
  const wrong = byCode(refusing('unknown'), limit(2))
  const tries = [1, 2, 3].map(() => wrong.find(CODE, 'read', '203.0.113.9'))
  expect((await Promise.all(tries)).map((found) => 'status' in found && found.status)).toEqual([
    404, 404, 429,
  ])
  const spent = byCode(refusing('spent'), limit(1))
  for (const _ of [1, 2, 3])
    expect(await spent.find(CODE, 'read', '203.0.113.9')).toMatchObject({ status: 410 })
})

test('a typed code leads on as it is printed, a slip of the finger is named, an unknown one is a page', async () => {
  const door = await openDoor({ store: createMemoryStore() })
  expect((await door.get('/c')).html).toContain('name="code"')
  const sent = await door.post('/c', [['code', ` ${formatCode(CODE).toLowerCase()} `]])
  expect([sent.status, sent.headers.location]).toEqual([303, `/c/${formatCode(CODE)}?lang=zh-CN`])
  const wrong = await door.post('/c', [['code', `${CODE.slice(0, -1)}"><script>`]])
  expect(wrong.status).toBe(422)
  expect(wrong.html).not.toContain('"><script>')
  expect((await door.get(`/c/${CODE}`)).status).toBe(404)
  await door.close()
})

test('a retry by code that comes after closing gets its receipt, and anybody else is told that the code is unknown', async () => {
  const key = newKey()
  const receipt = 'ABCDEFGHJKMNPQRSTVWX'
  const countedBefore = async (asked: string) => (asked === key ? receipt : null)
  const door = await openDoor({ store: { ...createMemoryStore(), countedBefore } })
  const late = await door.post(`/c/${CODE}`, [...VALID_ANSWERS, ['key', key]])
  expect(late.status).toBe(303)
  expect(late.headers.location).not.toContain(CODE)
  const page = await door.get(String(late.headers.location))
  expect(shownReceipt(page.html)).toBe(receipt)
  expect(page.html).toContain('以第一次提交的内容为准')
  for (const other of [newKey(), 'no key', ''])
    expect((await door.post(`/c/${CODE}`, [...VALID_ANSWERS, ['key', other]])).status).toBe(404)
  expect((await door.post(`/s/${'x'.repeat(16)}`, [...VALID_ANSWERS, ['key', key]])).status).toBe(404)
  await door.close()
})
