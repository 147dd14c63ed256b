/**
 * 封签: an answer sealed so that whoever sealed it cannot open it again.
 *
 * Each envelope has an ephemeral X25519 key of its own, agreed with the survey's public key; HKDF-SHA256 makes the AES-256-GCM
 * key. Survey, group and channel are authenticated with it, so an envelope moved to another group does not open. The content
 * is padded to a few size classes, because the length of an envelope would otherwise be the length of what was written.
 * A key shared by several envelopes would be cheaper and would show which of them arrived together.
 */
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'

const VERSION = 1
const PUBLIC_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
const HEAD_BYTES = 1 + PUBLIC_BYTES + NONCE_BYTES
const LENGTH_BYTES = 4
/** Nearly every response fits the first; the last holds the longest questionnaire that can be drafted. */
const SIZE_CLASSES = [1, 4, 16, 64, 256, 1024].map((kib) => kib * 1024)
/** What precedes the 32 raw bytes of an X25519 public key in its DER form (RFC 8410). */
const DER_PREFIX = Buffer.from('302a300506032b656e032100', 'hex')

/** What an envelope belongs to, readable on its outside. */
export interface EnvelopeAddress {
  readonly surveyId: string
  readonly groupId: string
  readonly channel: string
}

export interface BallotKeys {
  /** Raw, base64url. */
  readonly publicKey: string
  /** PKCS#8 DER, base64url. */
  readonly privateKey: string
}

const rawOf = (key: KeyObject) => key.export({ type: 'spki', format: 'der' }).subarray(-PUBLIC_BYTES)
const publicFrom = (raw: Uint8Array) =>
  createPublicKey({ key: Buffer.concat([DER_PREFIX, raw]), type: 'spki', format: 'der' })

export function newBallotKeys(): BallotKeys {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  return {
    publicKey: rawOf(publicKey).toString('base64url'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64url'),
  }
}

function pad(text: string): Buffer {
  const content = Buffer.from(text)
  const size = SIZE_CLASSES.find((bytes) => content.length + LENGTH_BYTES <= bytes)
  if (size === undefined) throw new Error('a response is larger than the largest envelope')
  const padded = Buffer.alloc(size)
  padded.writeUInt32BE(content.length)
  content.copy(padded, LENGTH_BYTES)
  return padded
}

function unpad(padded: Buffer): string {
  const length = padded.readUInt32BE()
  return padded.subarray(LENGTH_BYTES, LENGTH_BYTES + length).toString()
}

/** The public half as raw bytes. Exported as JWK, which costs next to nothing; as DER it costs twice the making of both (measured). */
function newSender(): { publicKey: Buffer; privateKey: KeyObject } {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  return { publicKey: Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url'), privateKey }
}

const outside = ({ surveyId, groupId, channel }: EnvelopeAddress) =>
  Buffer.from(JSON.stringify([surveyId, groupId, channel]))

const contentKey = (shared: Buffer, ephemeral: Uint8Array, recipient: Uint8Array) =>
  Buffer.from(hkdfSync('sha256', shared, Buffer.concat([ephemeral, recipient]), 'wenping envelope v1', 32))

/** Seals to one survey's public key; made once and kept, because reading the key costs as much as sealing. */
export function sealerFor(publicKey: string): (address: EnvelopeAddress, text: string) => Buffer {
  const recipientRaw = Buffer.from(publicKey, 'base64url')
  const recipient = publicFrom(recipientRaw)
  return (address, text) => {
    const sender = newSender()
    const ephemeral = sender.publicKey
    const shared = diffieHellman({
      privateKey: sender.privateKey,
      publicKey: recipient,
    })
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv('aes-256-gcm', contentKey(shared, ephemeral, recipientRaw), nonce)
    cipher.setAAD(outside(address))
    return Buffer.concat([
      Buffer.from([VERSION]),
      ephemeral,
      nonce,
      cipher.update(pad(text)),
      cipher.final(),
      cipher.getAuthTag(),
    ])
  }
}

/** Opens envelopes of one survey. @throws where an envelope was changed, or belongs to another address or survey. */
export function openerFor(keys: BallotKeys): (address: EnvelopeAddress, envelope: Uint8Array) => string {
  const privateKey = createPrivateKey({
    key: Buffer.from(keys.privateKey, 'base64url'),
    type: 'pkcs8',
    format: 'der',
  })
  const recipientRaw = Buffer.from(keys.publicKey, 'base64url')
  return (address, envelope) => {
    const bytes = Buffer.from(envelope)
    if (bytes[0] !== VERSION || bytes.length <= HEAD_BYTES + TAG_BYTES) throw new Error('not an envelope')
    const ephemeral = bytes.subarray(1, 1 + PUBLIC_BYTES)
    const shared = diffieHellman({ privateKey, publicKey: publicFrom(ephemeral) })
    const nonce = bytes.subarray(1 + PUBLIC_BYTES, HEAD_BYTES)
    const key = contentKey(shared, ephemeral, recipientRaw)
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
    decipher.setAAD(outside(address)).setAuthTag(bytes.subarray(-TAG_BYTES))
    return unpad(Buffer.concat([decipher.update(bytes.subarray(HEAD_BYTES, -TAG_BYTES)), decipher.final()]))
  }
}
