/**
 * Removes what a photograph tells besides the picture: place, time, camera, owner, and a small copy of the uncropped shot.
 *
 * The picture itself is not touched, bit by bit; only the segments or chunks that carry such data are left out. The
 * orientation stays, as the one entry of an otherwise empty block, or pictures would lie on their side. Formats:
 * JPEG (ITU-T T.81 markers; Exif 2.32 in APP1), PNG (chunks, PNG 3rd edition), WebP (RIFF chunks).
 */
import { fail, ok, type Result } from '../result.ts'

export type PhotoRefusal = 'photo-damaged'

export function withoutMetadata(
  kind: 'jpeg' | 'png' | 'webp',
  bytes: Uint8Array,
): Result<Uint8Array, PhotoRefusal> {
  const stripped =
    kind === 'jpeg' ? strippedJpeg(bytes) : kind === 'png' ? strippedPng(bytes) : strippedWebp(bytes)
  return stripped ? ok(stripped) : fail('photo-damaged')
}

const EXIF_HEAD = [0x45, 0x78, 0x69, 0x66, 0, 0]
const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The orientation (1 to 8) of a TIFF block; 1 where it says nothing or nonsense. */
export function orientationOf(tiff: Uint8Array): number {
  if (tiff.length < 14) return 1
  const data = view(tiff)
  const order = data.getUint16(0)
  if (order !== 0x4949 && order !== 0x4d4d) return 1
  const little = order === 0x4949
  const directory = data.getUint32(4, little)
  if (directory + 2 > tiff.length) return 1
  const entries = data.getUint16(directory, little)
  for (let i = 0; i < entries; i++) {
    const at = directory + 2 + i * 12
    if (at + 12 > tiff.length) return 1
    if (data.getUint16(at, little) !== 0x0112) continue
    const value = data.getUint16(at + 8, little)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

/** A TIFF block with the orientation and nothing else. */
function orientationBlock(orientation: number): Uint8Array {
  const tiff = new Uint8Array(26)
  const data = view(tiff)
  data.setUint16(0, 0x4d4d)
  data.setUint16(2, 42)
  data.setUint32(4, 8)
  data.setUint16(8, 1)
  data.setUint16(10, 0x0112)
  data.setUint16(12, 3)
  data.setUint32(14, 1)
  data.setUint16(18, orientation)
  return tiff
}

/** Segments kept: everything but APP1 (Exif, XMP), APP3 to APP13 (IPTC and makers' own), APP15 and comments. APP0, APP2 (colour) and APP14 draw the picture. */
function isDropped(marker: number): boolean {
  return marker === 0xe1 || (marker >= 0xe3 && marker <= 0xed) || marker === 0xef || marker === 0xfe
}

/** Segments, each scan followed by its coded data, up to the end mark; what hangs behind it is left out. */
function strippedJpeg(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const kept: Uint8Array[] = []
  let orientation = 1
  let at = 2
  while (bytes[at] === 0xff && bytes[at + 1] !== 0xd9) {
    const marker = bytes[at + 1]
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === undefined || at + 4 > bytes.length) return null
    const length = view(bytes).getUint16(at + 2)
    let end = at + 2 + length
    if (length < 2 || end > bytes.length) return null
    const body = bytes.subarray(at + 4, end)
    if (marker === 0xe1 && EXIF_HEAD.every((byte, i) => body[i] === byte)) {
      orientation = orientationOf(body.subarray(6))
    }
    if (marker === 0xda) end = endOfScan(bytes, end)
    // APP2 carries colour profiles, and in other wrappings more pictures with their own data.
    const other = marker === 0xe2 && new TextDecoder('latin1').decode(body.subarray(0, 11)) !== 'ICC_PROFILE'
    if (!isDropped(marker) && !other) kept.push(bytes.subarray(at, end))
    at = end
  }
  if (bytes[at] !== 0xff) return null
  const block = orientation === 1 ? [] : [exifSegment(orientation)]
  return joined([bytes.subarray(0, 2), ...block, ...kept, bytes.subarray(at, at + 2)])
}

/** Coded data goes on over stuffed zeros and restart marks up to the next other mark. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at
    at += 1
  }
  return at
}

function exifSegment(orientation: number): Uint8Array {
  const tiff = orientationBlock(orientation)
  const length = 2 + EXIF_HEAD.length + tiff.length
  return joined([new Uint8Array([0xff, 0xe1, length >> 8, length & 0xff, ...EXIF_HEAD]), tiff])
}

/** Chunks of a PNG that draw: the critical ones, transparency, colour, size of a pixel, animation. */
const PNG_KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs sPLT hIST acTL fcTL fdAT'.split(
    ' ',
  ),
)

function strippedPng(bytes: Uint8Array): Uint8Array | null {
  const kept = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view(bytes).getUint32(at)
    const end = at + 12 + length
    if (end > bytes.length) return null
    const type = new TextDecoder('latin1').decode(bytes.subarray(at + 4, at + 8))
    if (type === 'eXIf') {
      const orientation = orientationOf(bytes.subarray(at + 8, end - 4))
      if (orientation !== 1) kept.push(pngChunk('eXIf', orientationBlock(orientation)))
    } else if (PNG_KEPT.has(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IEND') return joined(kept)
    at = end
  }
  return null
}

function pngChunk(type: string, body: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(12 + body.length)
  view(chunk).setUint32(0, body.length)
  chunk.set(new TextEncoder().encode(type), 4)
  chunk.set(body, 8)
  view(chunk).setUint32(8 + body.length, crc32(chunk.subarray(4, 8 + body.length)))
  return chunk
}

/** CRC-32 of ISO 3309, as PNG asks for. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

const WEBP_KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const EXIF_FLAG = 0x08
const XMP_FLAG = 0x04

function strippedWebp(bytes: Uint8Array): Uint8Array | null {
  const data = view(bytes)
  if (bytes.length < 20) return null
  const end = Math.min(bytes.length, 8 + data.getUint32(4, true))
  const kept: Uint8Array[] = []
  let orientation = 1
  for (let at = 12; at + 8 <= end; ) {
    const length = data.getUint32(at + 4, true)
    const next = at + 8 + length + (length % 2)
    if (at + 8 + length > end) return null
    const type = new TextDecoder('latin1').decode(bytes.subarray(at, at + 4))
    const body = bytes.subarray(at + 8, at + 8 + length)
    if (type === 'EXIF') {
      const headed = EXIF_HEAD.every((byte, i) => body[i] === byte)
      orientation = orientationOf(headed ? body.subarray(6) : body)
    } else if (WEBP_KEPT.has(type)) kept.push(bytes.slice(at, Math.min(next, end)))
    at = next
  }
  const extended = kept.find((chunk) => new TextDecoder('latin1').decode(chunk.subarray(0, 4)) === 'VP8X')
  if (extended) {
    const flags = (extended[8] ?? 0) & ~EXIF_FLAG & ~XMP_FLAG
    extended[8] = orientation === 1 ? flags : flags | EXIF_FLAG
    if (orientation !== 1) kept.push(webpChunk('EXIF', orientationBlock(orientation)))
  }
  if (kept.length === 0) return null
  const body = joined(kept)
  const head = bytes.slice(0, 12)
  view(head).setUint32(4, body.length + 4, true)
  return joined([head, body])
}

function webpChunk(type: string, body: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(8 + body.length + (body.length % 2))
  chunk.set(new TextEncoder().encode(type), 0)
  view(chunk).setUint32(4, body.length, true)
  chunk.set(body, 8)
  return chunk
}
