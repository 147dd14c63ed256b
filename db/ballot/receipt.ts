/**
 * From the form's random key to the receipt that the resident keeps.
 *
 * The key makes the receipt, so the same form sent twice has one receipt and counts once. The database holds only the digest
 * of a receipt, apart from the answers (lib/integrity/receipt-leaf.ts), so it contains no receipt and leads to no answer.
 */
import { createHash } from 'node:crypto'

/** Without I, L, O and U: nothing that can be mistaken for another character when read aloud or copied by hand. */
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RECEIPT_LENGTH = 20 // characters of 5 bits: 100 bits

function crockford(bytes: Uint8Array, length: number): string {
  let text = ''
  let pending = 0
  let bits = 0
  for (const byte of bytes) {
    pending = ((pending << 8) | byte) & 0xfff
    bits += 8
    while (bits >= 5 && text.length < length) {
      bits -= 5
      text += CROCKFORD[(pending >> bits) & 31]
    }
  }
  return text
}

export function receiptOf(surveyId: string, key: string): string {
  const digest = createHash('sha256').update(`wenping receipt v1${surveyId}${key}`).digest()
  return crockford(digest, RECEIPT_LENGTH)
}

/** Four groups of five, as shown. */
export function groupsOf(receipt: string): string[] {
  return receipt.match(/.{5}/g) ?? []
}
