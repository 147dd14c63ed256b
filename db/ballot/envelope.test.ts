import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newBallotKeys, openerFor, sealerFor } from './envelope.ts'

describe('an envelope', () => {
  const keys = newBallotKeys()
  const seal = sealerFor(keys.publicKey)
  const open = openerFor(keys)
  const address = { surveyId: 's', groupId: 'g', channel: 'code' }

  test('opens to what was sealed, for its own address and key only, and not when touched', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), fc.nat(), (text, at) => {
        const envelope = seal(address, text)
        expect(open(address, envelope)).toBe(Buffer.from(text).toString())
        for (const wrong of [
          { ...address, groupId: 'h' },
          { ...address, channel: 'paper' },
        ])
          expect(() => open(wrong, envelope)).toThrow()
        const touched = Buffer.from(envelope)
        touched[at % touched.length]! ^= 1
        expect(() => open(address, touched)).toThrow()
        expect(() => openerFor(newBallotKeys())(address, envelope)).toThrow()
      }),
      { numRuns: 40 },
    )
  })

  test('has one of few sizes and never the same bytes', () => {
    const sizes = new Set(Array.from({ length: 300 }, (_, i) => seal(address, 'x'.repeat(i * 2)).length))
    expect(sizes.size).toBe(1)
    expect(seal(address, 'x').equals(seal(address, 'x'))).toBe(false)
    expect(() => seal(address, 'x'.repeat(2_000_000))).toThrow('larger')
  })
})
