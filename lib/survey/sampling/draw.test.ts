import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inListOrder } from '../frame/list-order.ts'
import { drawDigest, drawHouseholds, seedText, ticketOf } from './draw.ts'

const numbers = (n: number) => Array.from({ length: n }, (_, i) => String(i + 1))

function drawn(seed: string, group: string, list: readonly string[], sample: number): readonly string[] {
  const draw = drawHouseholds(seed, group, list, sample)
  if (!draw.ok) throw new Error(draw.reason)
  return draw.value.drawn
}

/** The rule as the page prints it, written by somebody else with other means. */
function repeated(seed: string, group: string, list: readonly string[], sample: number): string[] {
  const lines = list.map((number) => {
    const digest = createHash('sha256')
      .update(Buffer.from([seed, group, number].join(':'), 'utf8'))
      .digest()
    return { key: BigInt(`0x${digest.toString('hex')}`), number }
  })
  lines.sort((a, b) => (a.key < b.key ? -1 : 1))
  return lines.slice(0, sample).map(({ number }) => number)
}

describe('the draw of households', () => {
  test('is repeated by an independent program, household by household', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 20 }),
        fc.uniqueArray(fc.stringMatching(/^[0-9A-Za-z]{1,6}$/), { minLength: 1, maxLength: 60 }),
        fc.nat(60),
        (seed, list, wanted) => {
          const sample = Math.min(wanted, list.length)
          expect(drawn(seed, '东村', list, sample)).toEqual(repeated(seed, '东村', list, sample))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('a fixed case, for whoever checks by hand', () => {
    expect(ticketOf('s', '东村', '17')).toBe(createHash('sha256').update('s:东村:17').digest('hex'))
    expect(drawn('abc:3312.45', '东村', numbers(10), 3)).toEqual(
      repeated('abc:3312.45', '东村', numbers(10), 3),
    )
  })

  test('does not depend on the order of the list, and a larger sample keeps those already drawn', () => {
    const list = numbers(200)
    const some = drawn('s', '东村', list, 40)
    expect(drawn('s', '东村', [...list].reverse(), 40)).toEqual(some)
    expect(drawn('s', '东村', list, 60).slice(0, 40)).toEqual(some)
  })

  test('two groups with the same numbers are drawn independently', () => {
    expect(drawn('s', '东村', numbers(500), 20)).not.toEqual(drawn('s', '西村', numbers(500), 20))
  })

  test('one household is checked alone by the last ticket', () => {
    const list = numbers(100)
    const draw = drawHouseholds('s', '东村', list, 25)
    if (!draw.ok) throw new Error(draw.reason)
    const below = list.filter((number) => ticketOf('s', '东村', number) <= (draw.value.lastTicket ?? ''))
    expect(below.sort()).toEqual([...draw.value.drawn].sort())
  })

  test('every household, and every pair, is drawn equally often over many seeds', () => {
    const [households, sample, seeds] = [12, 4, 6000]
    const single = new Map<string, number>()
    const pairs = new Map<string, number>()
    for (let seed = 0; seed < seeds; seed += 1) {
      const some = [...drawn(`${seed}`, '东村', numbers(households), sample)].sort()
      for (const one of some) single.set(one, (single.get(one) ?? 0) + 1)
      for (const a of some)
        for (const b of some) if (a < b) pairs.set(`${a} ${b}`, (pairs.get(`${a} ${b}`) ?? 0) + 1)
    }
    const within = (count: number, p: number) =>
      Math.abs(count - seeds * p) < 4.5 * Math.sqrt(seeds * p * (1 - p))
    expect(single.size).toBe(households)
    expect(pairs.size).toBe((households * (households - 1)) / 2)
    const [p, q] = [sample / households, (sample * (sample - 1)) / (households * (households - 1))]
    expect([...single.values()].filter((count) => !within(count, p))).toEqual([])
    expect([...pairs.values()].filter((count) => !within(count, q))).toEqual([])
  })

  test('nobody, everybody, and too many', () => {
    expect(drawHouseholds('s', '东村', numbers(3), 0)).toEqual({
      ok: true,
      value: { drawn: [], lastTicket: null },
    })
    expect([...drawn('s', '东村', numbers(3), 3)].sort()).toEqual(['1', '2', '3'])
    expect(drawHouseholds('s', '东村', numbers(3), 4)).toMatchObject({ reason: 'sample-larger-than-list' })
    expect(drawHouseholds('s', '东村', ['1', '1'], 1)).toMatchObject({ reason: 'duplicate-number' })
  })

  test('the seed takes the public number as it is read, not as it is typed', () => {
    expect(seedText('f', '０５ 12　18\n+ 09')).toBe('f:051218+09')
  })

  test('the digest of the result is that of its sorted lines', () => {
    const list = [
      { group: '西村', number: '2' },
      { group: '东村', number: '10' },
      { group: '东村', number: '2' },
    ]
    const text = '东村\t10\n东村\t2\n西村\t2\n'
    expect(drawDigest(list)).toBe(createHash('sha256').update(text).digest('hex'))
  })

  test('lists are shown as people count', () => {
    expect(['3-10', '10', '3-2', '2', 'A1'].sort(inListOrder)).toEqual(['2', '3-2', '3-10', '10', 'A1'])
  })
})
