/**
 * A page that is the same for everybody but for one short value, compressed once.
 *
 * A gzip stream may consist of independent blocks. The text before and after the gap is compressed when the page is
 * built; for each visitor the value goes between them as an uncompressed block, followed by the checksum of the whole.
 * That costs microseconds where compressing a page of 40 KB costs a millisecond, and the result is an ordinary gzip
 * stream (RFC 1951, 3.2.4; RFC 1952).
 */
import { constants, deflateRawSync } from 'node:zlib'

export interface SplicedPage {
  plain(value: string): Buffer
  gzip(value: string): Buffer
}

/** Magic, deflate, no flags, no time, best compression, unknown system. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255])

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1
  return c >>> 0
})

/** CRC-32, continued from the checksum of what came before. */
function crc32(bytes: Uint8Array, before = 0): number {
  let c = ~before >>> 0
  for (const byte of bytes) c = (CRC_TABLE[(c ^ byte) & 0xff]! ^ (c >>> 8)) >>> 0
  return ~c >>> 0
}

function storedBlock(bytes: Buffer): Buffer {
  const head = Buffer.alloc(5) // not the last block, stored, padded to the byte
  head.writeUInt16LE(bytes.length, 1)
  head.writeUInt16LE(~bytes.length & 0xffff, 3)
  return Buffer.concat([head, bytes])
}

/** @param gap a text that occurs exactly once in the page and is replaced by the value. */
export function splicePage(html: string, gap: string): SplicedPage {
  const [head, tail, ...more] = html.split(gap)
  if (head === undefined || tail === undefined || more.length > 0)
    throw new Error('the gap must occur exactly once')
  const before = Buffer.from(head)
  const after = Buffer.from(tail)
  const beforeCrc = crc32(before)
  // A full flush ends on a byte boundary, so that a stored block can follow.
  const beforeBlocks = deflateRawSync(before, { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  const afterBlocks = deflateRawSync(after, { level: 9 })
  return {
    plain: (value) => Buffer.concat([before, Buffer.from(value), after]),
    gzip(value) {
      const middle = Buffer.from(value)
      const trailer = Buffer.alloc(8)
      trailer.writeUInt32LE(crc32(after, crc32(middle, beforeCrc)), 0)
      trailer.writeUInt32LE(before.length + middle.length + after.length, 4)
      return Buffer.concat([HEADER, beforeBlocks, storedBlock(middle), afterBlocks, trailer])
    },
  }
}
