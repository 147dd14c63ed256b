/**
 * 摘要: SHA-256 of a value's canonical text. Pure JavaScript (@noble/hashes), so that a browser that checks a report
 * computes with the same code as the server that froze it.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from './canonical-json.ts'

/** 64 lower-case hexadecimal digits. */
export type Digest = string

export function digestBytes(bytes: Uint8Array): Digest {
  return bytesToHex(sha256(bytes))
}

export function digestText(text: string): Digest {
  return digestBytes(utf8ToBytes(text))
}

/** @throws where the value has no canonical form, see canonicalJson. */
export function digestValue(value: unknown): Digest {
  return digestText(canonicalJson(value))
}
