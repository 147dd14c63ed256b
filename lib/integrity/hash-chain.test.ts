import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHAIN_START, type ChainRow, link, nextRow, verifyChain } from './hash-chain.ts'

interface Deed {
  readonly actorId: string
  readonly action: string
}

function chainOf(events: readonly Deed[]): ChainRow<Deed>[] {
  const rows: ChainRow<Deed>[] = []
  for (const event of events) rows.push(nextRow(rows.at(-1) ?? null, event))
  return rows
}

const deed = fc.record({
  actorId: fc.string({ unit: 'grapheme' }),
  action: fc.string({ unit: 'grapheme' }),
})
const chain = fc.array(deed, { minLength: 2, maxLength: 12 }).map(chainOf)
const position = fc.nat(1000)

describe('the hash chain', () => {
  test('a link is SHA-256 of the canonical text of predecessor and event', () => {
    const text = `{"event":{"action":"建立","actorId":"u1"},"previous":"${CHAIN_START}"}`
    const expected = createHash('sha256').update(text).digest('hex')
    expect(link(CHAIN_START, { actorId: 'u1', action: '建立' })).toBe(expected)
  })

  test('rows appended one after another are intact, and so is an empty chain', () => {
    expect(verifyChain([])).toEqual({ intact: true, length: 0, head: CHAIN_START })
    fc.assert(
      fc.property(chain, (rows) => {
        expect(verifyChain(rows)).toEqual({ intact: true, length: rows.length, head: rows.at(-1)!.hash })
      }),
    )
  })

  test('an altered event is named', () => {
    fc.assert(
      fc.property(chain, position, (rows, at) => {
        const i = at % rows.length
        const forged = rows.with(i, {
          ...rows[i]!,
          event: { ...rows[i]!.event, action: `${rows[i]!.event.action}!` },
        })
        expect(verifyChain(forged)).toEqual({ intact: false, seq: i + 1, fault: 'altered' })
      }),
    )
  })

  test('an altered event with a hash made to fit is given away by the row after it', () => {
    const rows = chainOf(['a', 'b', 'c'].map((action) => ({ actorId: 'u1', action })))
    const forged = rows.with(1, nextRow(rows[0]!, { actorId: 'u1', action: 'forged' }))
    expect(verifyChain(forged)).toEqual({ intact: false, seq: 3, fault: 'does-not-follow' })
  })

  test('a removed row is named, also when the rows after it are numbered anew', () => {
    fc.assert(
      fc.property(chain, position, (rows, at) => {
        const i = at % (rows.length - 1) // the last row's absence shows only outside the chain
        const left = rows.toSpliced(i, 1)
        expect(verifyChain(left)).toEqual({ intact: false, seq: i + 1, fault: 'missing-or-moved' })
        const renumbered = left.map((row, index) => ({ ...row, seq: index + 1 }))
        expect(verifyChain(renumbered)).toEqual({ intact: false, seq: i + 1, fault: 'does-not-follow' })
      }),
    )
  })

  test('two rows that changed places are named at the first of them', () => {
    fc.assert(
      fc.property(chain, position, (rows, at) => {
        const i = at % (rows.length - 1)
        const a = rows[i]!
        const b = rows[i + 1]!
        const swapped = rows.with(i, { ...b, seq: a.seq }).with(i + 1, { ...a, seq: b.seq })
        expect(verifyChain(swapped)).toEqual({ intact: false, seq: i + 1, fault: 'does-not-follow' })
      }),
    )
  })
})
