import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { acceptsGzip } from './compression.ts'
import { splicePage } from './spliced-page.ts'

test.each([
  [undefined, false],
  ['', false],
  ['gzip', true],
  ['br, GZIP;q=0.5', true],
  ['gzip;q=0', false],
  ['gzip; q=0.0, *', false],
  ['*', true],
  ['*;q=0', false],
  ['br, deflate', false],
  ['x-gzip', true],
])('Accept-Encoding %s: gzip %s', (header, expected) => {
  expect(acceptsGzip(header)).toBe(expected)
})

test('a page compressed with a gap is the same page, whatever stands in the gap', () => {
  const html = `<p>${'居民意见'.repeat(3000)}</p><input value="GAP"><p>${'提交'.repeat(50)}</p>`
  const page = splicePage(html, 'GAP')
  for (const value of ['', 'x', 'Zk3_-'.repeat(5), '键'.repeat(400)]) {
    const whole = html.replace('GAP', value)
    expect(page.plain(value).toString()).toBe(whole)
    // gunzip checks the checksum and the length as well.
    expect(gunzipSync(page.gzip(value)).toString()).toBe(whole)
  }
  expect(page.gzip('x').length).toBeLessThan(html.length / 10)
})

test('a gap that is missing or not unique is refused', () => {
  expect(() => splicePage('<p></p>', 'GAP')).toThrow()
  expect(() => splicePage('<p>GAP GAP</p>', 'GAP')).toThrow()
})
