/**
 * What the printer must know of a font file: the name the typesetter calls it by, and which characters it can draw.
 *
 * A PDF/A export stops at the first character without a glyph, so coverage is asked before typesetting. Only the table
 * directory and the tables `cmap` and `name` are read, some hundred kilobytes of a file of fifteen megabytes.
 * Format: ISO/IEC 14496-22 (OpenType), tables cmap (subtable formats 4 and 12) and name.
 */
import { type FileHandle, open } from 'node:fs/promises'

/** A set of code points, one bit each: 136 KB whatever the font, where a Set of 30,000 numbers takes a megabyte. */
export class Coverage {
  readonly #bits = new Uint8Array(0x110000 / 8)

  add(codePoint: number): void {
    this.#bits[codePoint >> 3] = (this.#bits[codePoint >> 3] ?? 0) | (1 << (codePoint & 7))
  }

  has(codePoint: number): boolean {
    return (((this.#bits[codePoint >> 3] ?? 0) >> (codePoint & 7)) & 1) === 1
  }
}

export interface FontFile {
  readonly family: string
  readonly coverage: Coverage
}

/** Reads a TrueType or OpenType file (of a collection, the first face); null when it is not one or is damaged. */
export async function readFontFile(file: string): Promise<FontFile | null> {
  const handle = await open(file, 'r')
  try {
    const tables = await tableDirectory(handle)
    const cmap = await tables.get('cmap')
    const name = await tables.get('name')
    const family = name && familyName(name)
    return cmap && family ? { family, coverage: readCoverage(cmap) } : null
  } catch (error) {
    if (error instanceof RangeError) return null // offsets that point outside the file
    throw error
  } finally {
    await handle.close()
  }
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  // A damaged table directory may ask for gigabytes; no table read here is larger than a few megabytes.
  if (length > 32_000_000) throw new RangeError('table too large')
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await handle.read(buffer, 0, length, position)
  return buffer.subarray(0, bytesRead)
}

async function tableDirectory(handle: FileHandle) {
  const head = await readAt(handle, 0, 16)
  const start = head.toString('latin1', 0, 4) === 'ttcf' ? head.readUInt32BE(12) : 0
  const count = (await readAt(handle, start + 4, 2)).readUInt16BE(0)
  const directory = await readAt(handle, start + 12, 16 * count)
  return {
    async get(tag: string): Promise<Buffer | null> {
      for (let entry = 0; entry + 16 <= directory.length; entry += 16) {
        if (directory.toString('latin1', entry, entry + 4) !== tag) continue
        return readAt(handle, directory.readUInt32BE(entry + 8), directory.readUInt32BE(entry + 12))
      }
      return null
    },
  }
}

/**
 * The family name as Typst derives it: the first readable record of name 1, without a trailing style word. A name
 * derived otherwise would be unknown to the typesetter.
 */
function familyName(table: Buffer): string | null {
  const strings = table.readUInt16BE(4)
  for (let i = 0, count = table.readUInt16BE(2); i < count; i++) {
    const record = 6 + 12 * i
    if (table.readUInt16BE(record + 6) !== 1) continue
    const platform = table.readUInt16BE(record)
    const start = strings + table.readUInt16BE(record + 10)
    const raw = Buffer.from(table.subarray(start, start + table.readUInt16BE(record + 8)))
    if (platform === 0 || platform === 3) return withoutStyle(raw.swap16().toString('utf16le'))
    if (platform === 1 && table.readUInt16BE(record + 2) === 0) return withoutStyle(raw.toString('latin1'))
  }
  return null
}

const STYLE_WORD =
  /[-_ ]+(normal|italic|oblique|slanted|(extra|ultra|semi|demi)?[- ]?(thin|light|bold|black|heavy)|regular|book|medium|(ultra|extra|semi)?[- ]?(condensed|expanded))$/i

function withoutStyle(family: string): string {
  let name = family.trim()
  while (STYLE_WORD.test(name)) name = name.replace(STYLE_WORD, '')
  return name
}

function readCoverage(cmap: Buffer): Coverage {
  const coverage = new Coverage()
  for (let i = 0, count = cmap.readUInt16BE(2); i < count; i++) {
    const subtable = cmap.readUInt32BE(8 + 8 * i)
    const format = cmap.readUInt16BE(subtable)
    if (format === 12) addGroups(cmap, subtable, coverage)
    else if (format === 4) addSegments(cmap, subtable, coverage)
  }
  return coverage
}

function addGroups(cmap: Buffer, at: number, coverage: Coverage): void {
  for (let group = 0, count = cmap.readUInt32BE(at + 12); group < count; group++) {
    const entry = at + 16 + 12 * group
    const last = Math.min(cmap.readUInt32BE(entry + 4), 0x10ffff)
    for (let codePoint = cmap.readUInt32BE(entry); codePoint <= last; codePoint++) coverage.add(codePoint)
  }
}

function addSegments(cmap: Buffer, at: number, coverage: Coverage): void {
  const doubled = cmap.readUInt16BE(at + 6)
  for (let segment = 0; segment < doubled; segment += 2) {
    const last = cmap.readUInt16BE(at + 14 + segment)
    const first = cmap.readUInt16BE(at + 16 + doubled + segment)
    const delta = cmap.readUInt16BE(at + 16 + 2 * doubled + segment)
    const rangeAt = at + 16 + 3 * doubled + segment
    const range = cmap.readUInt16BE(rangeAt)
    for (let codePoint = first; codePoint <= last && codePoint < 0xffff; codePoint++) {
      const glyph = range
        ? cmap.readUInt16BE(rangeAt + range + 2 * (codePoint - first))
        : (codePoint + delta) & 0xffff
      if (glyph) coverage.add(codePoint)
    }
  }
}
