import { expect, test } from 'vitest'
import { type ReportWarning, warningsAsHeader, warningsInHeader } from './report-warning.ts'

test('warnings travel in a header that holds Latin letters only', () => {
  const warnings: ReportWarning[] = [
    { kind: 'glyphs-missing', characters: 'ཀ \u{e000} "\r\n' },
    { kind: 'unbound-numbers', count: 2, numbers: '三百、99.9%' },
  ]
  const header = warningsAsHeader(warnings)
  expect(header).toMatch(/^[\x21-\x7e]*$/)
  expect(warningsInHeader(header)).toEqual(warnings)
})

test.each([
  null,
  '',
  '%',
  'null',
  '%7B%7D',
  encodeURIComponent('[{"kind":"glyphs-missing"}]'),
  '["plain-pdf:x"]',
])('a header that is none of ours says nothing: %j', (header) => {
  expect(warningsInHeader(header)).toEqual([])
})
