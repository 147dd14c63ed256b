import { expect, test } from 'vitest'
import { isAt, parseAnchor, printAnchor } from './anchor.ts'

const row = { seq: 57, hash: '3f9a12c04be7d185'.repeat(4) }

test('an anchor is read from paper as people type it', () => {
  expect(printAnchor(row)).toBe('57-3f9a12c04be7d185')
  for (const typed of ['57-3f9a12c04be7d185', ' 57 – 3F9A 12C0 4BE7 D185 ', '５７－3f9a12c04be7']) {
    const anchor = parseAnchor(typed)
    expect(anchor.ok && isAt(anchor.value, row), typed).toBe(true)
  }
})

test('what proves too little is refused', () => {
  for (const typed of ['', '57', '57-3f9a', 'x-3f9a12c04be7d185', '57-3f9a12c04be7d185z'])
    expect(parseAnchor(typed).ok, typed).toBe(false)
})

test('another event or another hash is not it', () => {
  const anchor = parseAnchor('57-3f9a12c04be7d185')
  if (!anchor.ok) throw new Error(anchor.reason)
  expect(isAt(anchor.value, { ...row, seq: 56 })).toBe(false)
  expect(isAt(anchor.value, { ...row, hash: `4${row.hash.slice(1)}` })).toBe(false)
})
