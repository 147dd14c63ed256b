import { expect, test } from 'vitest'
import { differences } from './paper-batch.ts'
import { numberRanges, parseSerial, serialText } from './serial.ts'

test('two entries are the same when they say the same, in whatever order', () => {
  const first = { a: '1', b: ['x', 'y'], m: { r1: 'p', r2: 'q' } }
  expect(differences(first, { m: { r2: 'q', r1: 'p' }, b: ['x', 'y'], a: '1' })).toEqual([])
  expect(differences(first, { a: '2', b: ['x'], m: { r1: 'p' }, c: '1' })).toEqual(['a', 'b', 'm', 'c'])
})

test('a serial is read as people type and scan it', () => {
  for (const text of ['03-0012', '3-12', '０３－００１２', ' 03 0012 '])
    expect(parseSerial(text)).toEqual({ ok: true, value: { batch: 3, n: 12 } })
  for (const text of ['', '12', '0-1', '1-0', 'a-1', '1-00001']) expect(parseSerial(text).ok).toBe(false)
  expect(serialText({ batch: 3, n: 12 })).toBe('03-0012')
  expect(numberRanges([7, 1, 2, 3, 9, 10])).toBe('1–3、7、9–10')
})
