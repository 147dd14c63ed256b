/**
 * 封签: an answer sealed so that whoever sealed it cannot open it again.
 *
 * A sealed box of libsodium (X25519, XSalsa20-Poly1305): each envelope has a sender key of its own, thrown away at once, so only
 * the survey's private key opens it. A key shared by several envelopes would be cheaper and would show which of them arrived
 * together. Survey, group and channel lie inside as a digest, so an envelope moved to another group does not open. The content is
 * padded to a few size classes, because the length of an envelope would otherwise be the length of what was written.
 */
import sodium from 'sodium-native'

const {
  crypto_box_keypair,
  crypto_box_PUBLICKEYBYTES,
  crypto_box_seal,
  crypto_box_SEALBYTES,
  crypto_box_seal_open,
  crypto_box_SECRETKEYBYTES,
  crypto_generichash,
  crypto_generichash_BYTES_MIN: DIGEST_BYTES,
} = sodium

const VERSION = 1
const LENGTH_BYTES = 4
const HEAD_BYTES = DIGEST_BYTES + LENGTH_BYTES
/**
 * Nearly every response without words fits the first; the last holds the longest questionnaire that can be drafted. A row with an
 * envelope of the first fits a quarter of one of SQLite's pages, which is as much as it keeps in one piece there: with a kilobyte
 * each envelope took a page of its own, 50 MB and not 14 for ten thousand answers, and a tenth more time.
 */
const SIZE_CLASSES = [0.75, 4, 16, 64, 256, 1024].map((kib) => kib * 1024)

/** What an envelope belongs to, readable on its outside. */
export interface EnvelopeAddress {
  readonly surveyId: string
  readonly groupId: string
  readonly channel: string
}

export interface BallotKeys {
  /** 32 bytes, base64url. */
  readonly publicKey: string
  /** 32 bytes, base64url. */
  readonly privateKey: string
}

export function newBallotKeys(): BallotKeys {
  const publicKey = Buffer.alloc(crypto_box_PUBLICKEYBYTES)
  const privateKey = Buffer.alloc(crypto_box_SECRETKEYBYTES)
  crypto_box_keypair(publicKey, privateKey)
  return { publicKey: publicKey.toString('base64url'), privateKey: privateKey.toString('base64url') }
}

function digestOf({ surveyId, groupId, channel }: EnvelopeAddress): Buffer {
  const digest = Buffer.alloc(DIGEST_BYTES)
  crypto_generichash(digest, Buffer.from(JSON.stringify([surveyId, groupId, channel])))
  return digest
}

/** Digest of the address, length of the text, the text, zeros. */
function content(address: EnvelopeAddress, text: string): Buffer {
  const bytes = Buffer.from(text)
  const size = SIZE_CLASSES.find((most) => HEAD_BYTES + bytes.length <= most)
  if (size === undefined) throw new Error('a response is larger than the largest envelope')
  const padded = Buffer.alloc(size)
  digestOf(address).copy(padded)
  padded.writeUInt32BE(bytes.length, DIGEST_BYTES)
  bytes.copy(padded, HEAD_BYTES)
  return padded
}

/** Seals to one survey's public key. */
export function sealerFor(publicKey: string): (address: EnvelopeAddress, text: string) => Buffer {
  const recipient = Buffer.from(publicKey, 'base64url')
  return (address, text) => {
    const open = content(address, text)
    const envelope = Buffer.alloc(1 + crypto_box_SEALBYTES + open.length)
    envelope[0] = VERSION
    crypto_box_seal(envelope.subarray(1), open, recipient)
    return envelope
  }
}

/** Opens envelopes of one survey. @throws where an envelope was changed, or belongs to another address or survey. */
export function openerFor(keys: BallotKeys): (address: EnvelopeAddress, envelope: Uint8Array) => string {
  const publicKey = Buffer.from(keys.publicKey, 'base64url')
  const privateKey = Buffer.from(keys.privateKey, 'base64url')
  return (address, envelope) => {
    const sealed = Buffer.from(envelope).subarray(1)
    if (envelope[0] !== VERSION || sealed.length < crypto_box_SEALBYTES + HEAD_BYTES)
      throw new Error('not an envelope')
    const open = Buffer.alloc(sealed.length - crypto_box_SEALBYTES)
    if (!crypto_box_seal_open(open, sealed, publicKey, privateKey))
      throw new Error('the envelope was changed')
    if (!open.subarray(0, DIGEST_BYTES).equals(digestOf(address)))
      throw new Error('the envelope belongs elsewhere')
    const length = open.readUInt32BE(DIGEST_BYTES)
    return open.subarray(HEAD_BYTES, HEAD_BYTES + length).toString()
  }
}
