import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { isKey, newKey } from '../../lib/survey/channels/form-key.ts'
import { groupsOf, receiptOf } from './receipt.ts'

/** The derivation as written down, computed another way: the digest as one number, its first 100 bits in base 32. */
function expectedReceipt(surveyId: string, key: string): string {
  const digest = createHash('sha256').update('wenping receipt v1').update(surveyId).update(key).digest('hex')
  let number = BigInt(`0x${digest}`) >> 156n
  let text = ''
  for (let i = 0; i < 20; i++) {
    text = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Number(number & 31n)] + text
    number >>= 5n
  }
  return text
}

describe('the receipt', () => {
  test('is the first 100 bits of the digest in Crockford base 32', () => {
    for (let i = 0; i < 200; i++) {
      const key = newKey()
      expect(receiptOf('survey-1', key)).toBe(expectedReceipt('survey-1', key))
    }
    // Fixed, so that a change of the derivation cannot go unnoticed: receipts on paper outlive a release.
    expect(receiptOf('survey-1', 'AAAAAAAAAAAAAAAAAAAAAA')).toBe('29PTTWD4DY09ZNQJPZ8D')
  })

  test('depends on the survey as well as on the key', () => {
    const key = newKey()
    expect(receiptOf('survey-1', key)).not.toBe(receiptOf('survey-2', key))
  })

  test('is shown in four groups of five', () => {
    expect(groupsOf('ABCDEFGHJKMNPQRSTVWX')).toEqual(['ABCDE', 'FGHJK', 'MNPQR', 'STVWX'])
  })
})

describe('the key', () => {
  test('is 128 random bits, new each time', () => {
    const keys = new Set(Array.from({ length: 500 }, newKey))
    expect(keys.size).toBe(500)
    for (const key of keys) {
      expect(isKey(key)).toBe(true)
      expect(Buffer.from(key, 'base64url')).toHaveLength(16)
    }
  })

  test('of any other form is refused', () => {
    const key = newKey()
    for (const bad of ['', key.slice(1), `${key}A`, `${key.slice(0, 21)}B`, ` ${key.slice(1)}`, `${key}\n`])
      expect(isKey(bad), JSON.stringify(bad)).toBe(false)
  })
})
