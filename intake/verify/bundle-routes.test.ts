import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createIntake } from '../server.ts'
import { createMemoryStore } from '../testing.ts'

let intake: ReturnType<typeof createIntake>
beforeEach(() => {
  intake = createIntake({ store: createMemoryStore() })
})
afterEach(() => intake.close())

test('the page runs one script of its own and may ask nobody but this site', async () => {
  const page = await intake.inject({ url: '/verify/bundle?lang=zh-CN' })
  expect(page.statusCode).toBe(200)
  const policy = String(page.headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).toContain("connect-src 'self'")
  expect(policy).not.toMatch(/https?:|\*|unsafe/)
  for (const [, style] of page.body.matchAll(/<style>([^<]*)<\/style>/g))
    expect(policy).toContain(`'sha256-${createHash('sha256').update(style!).digest('base64')}'`)
  expect(page.body).toContain('不会上传')
  expect(page.body).toMatch(/<noscript>.*npm run recompute/)
  const address = /<script src="([^"]+)" defer/.exec(page.body)?.[1]
  const script = await intake.inject({ url: `/verify/${address}` })
  expect(script.statusCode).toBe(200)
  expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
  expect(script.body.length).toBeGreaterThan(10_000)
})

test('words of the page end no element', async () => {
  const { body } = await intake.inject({ url: '/verify/bundle?lang=en' })
  const data = /<script id="words"[^>]*>([^<]*)<\/script>/.exec(body)?.[1]
  expect(JSON.parse(data!).title).toBe('Recompute a verification bundle')
})
