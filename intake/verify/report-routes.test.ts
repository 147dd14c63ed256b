import { expect, test } from 'vitest'
import type { RegisteredReport } from '../../db/stores/report-registry.ts'
import { CODE_BYTES, codeFrom } from '../../lib/survey/codes/code.ts'
import { createIntake } from '../server.ts'
import { createMemoryStore } from '../testing.ts'
import type { ReportRegistry } from './report-routes.tsx'

const code = codeFrom(new Uint8Array(CODE_BYTES).fill(7))
const unknown = codeFrom(new Uint8Array(CODE_BYTES).fill(8))
const digest = (digit: string) => digit.repeat(64)
const bytes = Buffer.from('PK the public bundle')

const report: RegisteredReport = {
  assessmentId: 'a',
  number: 2,
  code,
  frozenOn: '2026-11-23',
  caseDigest: digest('1'),
  engineVersion: '0.0.1',
  auditSeq: 57,
  auditHash: digest('3'),
  officeSeq: 212,
  officeHash: digest('4'),
  bundleDigest: digest('5'),
  bundleSize: 34_100,
  figures: {
    title: '牧民定居工程',
    assessor: '评估中心',
    decisionBody: '县人民政府',
    schemeId: 'national-428',
    initialIndex: 0.338,
    initialLevel: 'medium',
    residualIndex: 0.157,
    residualLevel: 'low',
    responses: 292,
    opposition: { count: 29, n: 263 },
    economic: 'pass',
    enpvFen: 1,
    ebcr: 1.2,
    allowed: ['implement'],
    merkleRoot: digest('6'),
  },
  state: 'archived',
  decision: null,
  decidedOn: null,
  conditions: '',
  voided: false,
  superseded: false,
}
const reports: ReportRegistry = {
  find: async (asked) => (asked === code ? report : null),
  publicBundle: async (asked) => (asked === code ? bytes : null),
}
const intake = () => createIntake({ store: createMemoryStore(), reports })

test('the page shows the anchors on the paper, where the bundle is, and that the program has moved on', async () => {
  const { statusCode, body } = await intake().inject(`/verify/report/${code}?lang=zh-CN`)
  expect(statusCode).toBe(200)
  for (const words of ['57-3333333333333333', '212-4444444444444444', '35 KB', '由引擎0.0.1定稿'])
    expect(body).toContain(words)
  expect(body).toContain(`href="/verify/report/${code}/bundle"`)
})

test('a slip of the hand is told from a code that nobody has', async () => {
  const mistyped = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`
  const slip = await intake().inject(`/verify/report/${mistyped}?lang=zh-CN`)
  expect([slip.statusCode, slip.body.includes('核验码抄错了')]).toEqual([404, true])
  const nobody = await intake().inject(`/verify/report/${unknown}?lang=zh-CN`)
  expect([nobody.statusCode, nobody.body.includes('没有定稿报告用这个核验码')]).toEqual([404, true])
  expect(nobody.body).not.toContain('抄错了。')
})

test('the public bundle is given to everybody, byte for byte, with its size', async () => {
  const answer = await intake().inject(`/verify/report/${code}/bundle`)
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-type']).toBe('application/zip')
  expect(answer.headers['content-length']).toBe(String(bytes.length))
  expect(answer.headers['content-disposition']).toContain('attachment')
  expect(answer.rawPayload.equals(bytes)).toBe(true)
  expect((await intake().inject(`/verify/report/${unknown}/bundle`)).statusCode).toBe(404)
})

test('nobody empties the line with bundles', async () => {
  const server = intake()
  const ask = () =>
    server.inject({
      url: `/verify/report/${code}/bundle`,
      headers: { 'x-forwarded-for': '203.0.113.9' },
      remoteAddress: '127.0.0.1',
    })
  for (let i = 0; i < 30; i += 1) expect((await ask()).statusCode).toBe(200)
  expect((await ask()).statusCode).toBe(429)
})

test('the record holds the digests, and nothing of the figures', async () => {
  const found = await intake().inject(`/verify/report/${code}/record`)
  expect(found.json()).toEqual({
    code,
    number: 2,
    frozenOn: '2026-11-23',
    caseDigest: digest('1'),
    bundleDigest: digest('5'),
  })
  const none = await intake().inject(`/verify/report/${unknown}/record`)
  expect([none.statusCode, none.json()]).toEqual([404, { reason: 'unknown' }])
})
