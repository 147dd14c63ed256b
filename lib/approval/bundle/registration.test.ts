import { expect, test } from 'vitest'
import type { Manifest } from './manifest.ts'
import { isRegistered, type Registration } from './registration.ts'

const digest = (digit: string) => digit.repeat(64)
const registration: Registration = {
  code: 'ABCDEFGHJKMN',
  number: 2,
  frozenOn: '2026-11-23',
  caseDigest: digest('1'),
  bundleDigest: digest('5'),
}
const manifest = { caseDigest: digest('1'), version: 2, frozenOn: '2026-11-23' } as Manifest
const bundle = (kind: 'archive' | 'public') => ({ kind, code: registration.code, manifest })

test('an archive is known by its case and the day it was frozen on', () => {
  expect(isRegistered(bundle('archive'), digest('9'), registration)).toBe(true)
  for (const other of [{ caseDigest: digest('2') }, { version: 3 }, { frozenOn: '2026-11-24' }])
    expect(
      isRegistered({ ...bundle('archive'), manifest: { ...manifest, ...other } }, digest('9'), registration),
    ).toBe(false)
  expect(isRegistered({ ...bundle('archive'), code: 'other' }, digest('9'), registration)).toBe(false)
})

test('a public bundle, whose case nobody can complete, is known byte for byte', () => {
  expect(isRegistered(bundle('public'), digest('5'), registration)).toBe(true)
  expect(isRegistered(bundle('public'), digest('6'), registration)).toBe(false)
})
