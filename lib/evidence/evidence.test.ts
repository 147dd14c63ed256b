import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { tidyName } from './evidence.ts'
import { fileKindOf } from './file-kind.ts'
import { orientationOf, withoutMetadata } from './photo-metadata.ts'

const bytes = (...parts: (string | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...strToU8(part, true)] : [...part])))
const latin = (data: Uint8Array) => new TextDecoder('latin1').decode(data)

describe('what a file is', () => {
  test('its bytes say, and a name that says otherwise is refused', () => {
    const program = bytes('MZ', [0x90, 0, 3, 0, 0, 0])
    expect(fileKindOf(program, '会议纪要.pdf')).toEqual({
      ok: false,
      reason: 'file-lies-about-kind',
      details: { name: '会议纪要.pdf' },
    })
    expect(fileKindOf(bytes('%PDF-1.7'), '会议纪要.PDF')).toEqual({ ok: true, value: 'pdf' })
    expect(fileKindOf(bytes('%PDF-1.7'), '照片.jpg')).toMatchObject({ reason: 'file-lies-about-kind' })
    expect(fileKindOf(bytes('%PDF-1.7'), 'setup.exe')).toMatchObject({ reason: 'file-kind-not-allowed' })
    expect(fileKindOf(new Uint8Array(), 'a.pdf')).toMatchObject({ reason: 'file-empty' })
  })

  test('pages and drawings that a browser would run are no plain text', () => {
    for (const page of ['<!DOCTYPE html><p>', ' <svg onload=x>', '<script>']) {
      expect(fileKindOf(strToU8(page), 'a.txt')).toMatchObject({ ok: false })
    }
    expect(fileKindOf(strToU8('群体,人数\n城东村,40'), 'a.csv')).toEqual({ ok: true, value: 'text' })
    // 城东村 in GB 18030, as Excel writes it in China.
    expect(fileKindOf(Uint8Array.of(0xb3, 0xc7, 0xb6, 0xab, 0xb4, 0xe5), 'a.csv')).toEqual({
      ok: true,
      value: 'text',
    })
  })

  test('Office files are told apart by their contents, and macros are refused', () => {
    const office = (...names: string[]) =>
      zipSync(Object.fromEntries(['[Content_Types].xml', ...names].map((name) => [name, strToU8('x')])))
    expect(fileKindOf(office('word/document.xml'), 'a.docx')).toEqual({ ok: true, value: 'docx' })
    expect(fileKindOf(office('xl/workbook.xml'), 'a.xlsx')).toEqual({ ok: true, value: 'xlsx' })
    expect(fileKindOf(office('xl/workbook.xml'), 'a.docx')).toMatchObject({ reason: 'file-lies-about-kind' })
    expect(fileKindOf(office('word/document.xml', 'word/vbaProject.bin'), 'a.docx')).toMatchObject({
      reason: 'file-has-macros',
    })
    expect(fileKindOf(zipSync({ 'evil.sh': strToU8('x') }), 'a.docx')).toMatchObject({ ok: false })
  })
})

/** Orientation 6 and a GPS entry that points at a place, little-endian. */
const EXIF = bytes(
  'II',
  [42, 0, 8, 0, 0, 0, 2, 0],
  [0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0],
  [0x25, 0x88, 4, 0, 1, 0, 0, 0, 0, 0, 0, 0],
  [0, 0, 0, 0],
  'GPS31.2N121.4E',
)
const segment = (marker: number, body: Uint8Array) =>
  bytes([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff], [...body])
const JPEG = bytes(
  [0xff, 0xd8],
  [...segment(0xe0, bytes('JFIF\0'))],
  [...segment(0xe1, bytes('Exif\0\0', [...EXIF]))],
  [...segment(0xe1, bytes('http://ns.adobe.com/xap/1.0/\0<x>GPS</x>'))],
  [...segment(0xed, bytes('Photoshop 3.0\0Owner'))],
  [...segment(0xfe, bytes('comment of 王某某'))],
  [...segment(0xdb, bytes('table'))],
  [...segment(0xda, bytes('scan'))],
  'PICTURE',
  [0xff, 0xd9],
  'TRAILER with GPS',
)

describe('a photograph', () => {
  test('keeps its picture and its orientation, and loses place, owner, comment and what hangs behind it', () => {
    const result = withoutMetadata('jpeg', JPEG)
    const stripped = result.ok ? result.value : new Uint8Array()
    expect(latin(stripped)).toContain('PICTURE')
    expect(latin(stripped)).toContain('JFIF')
    expect(latin(stripped)).toContain('table')
    for (const secret of ['GPS', 'Owner', 'adobe', 'comment']) expect(latin(stripped)).not.toContain(secret)
    const tiff = stripped.subarray(latin(stripped).indexOf('Exif') + 6)
    expect(orientationOf(tiff)).toBe(6)
    const again = withoutMetadata('jpeg', stripped)
    expect(again.ok && latin(again.value)).toBe(latin(stripped))
  })

  test('cut off in the middle is refused and not kept in half', () => {
    for (const end of [3, 30, 90, JPEG.length - 30]) {
      expect(withoutMetadata('jpeg', JPEG.subarray(0, end))).toEqual({ ok: false, reason: 'photo-damaged' })
    }
    expect(withoutMetadata('png', JPEG)).toMatchObject({ ok: false })
    expect(withoutMetadata('webp', JPEG.subarray(0, 10))).toMatchObject({ ok: false })
  })

  test('as PNG loses its texts and its EXIF block', () => {
    const chunk = (type: string, body: Uint8Array) =>
      bytes([0, 0, 0, body.length], type, [...body], [1, 2, 3, 4])
    const png = bytes(
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
      [...chunk('IHDR', bytes('head'))],
      [...chunk('tEXt', bytes('Author王'))],
      [...chunk('iTXt', bytes('XML:com.adobe.xmp'))],
      [...chunk('eXIf', EXIF)],
      [...chunk('IDAT', bytes('PICTURE'))],
      [...chunk('IEND', new Uint8Array())],
      'TRAILER',
    )
    const result = withoutMetadata('png', png)
    const text = result.ok ? latin(result.value) : ''
    expect(text).toContain('PICTURE')
    for (const secret of ['Author', 'adobe', 'GPS', 'TRAILER']) expect(text).not.toContain(secret)
    const block = result.ok ? result.value.subarray(text.indexOf('eXIf') + 4) : new Uint8Array()
    expect(orientationOf(block)).toBe(6)
  })

  test('as WebP loses its EXIF and XMP chunks, in the flags too', () => {
    const chunk = (type: string, body: Uint8Array) =>
      bytes(type, [body.length, 0, 0, 0], [...body], body.length % 2 ? [0] : [])
    const upright = EXIF.with(18, 1)
    const body = bytes(
      [...chunk('VP8X', bytes([0x0c, 0, 0, 0, 1, 0, 0, 1, 0, 0]))],
      [...chunk('VP8 ', bytes('PICTURE'))],
      [...chunk('EXIF', upright)],
      [...chunk('XMP ', bytes('<x>GPS</x>'))],
    )
    const result = withoutMetadata('webp', bytes('RIFF', [body.length + 4, 0, 0, 0], 'WEBP', [...body]))
    const data = result.ok ? result.value : new Uint8Array()
    expect(latin(data)).toContain('PICTURE')
    for (const secret of ['GPS', 'EXIF', 'XMP']) expect(latin(data)).not.toContain(secret)
    expect(data[20]).toBe(0)
    expect(new DataView(data.buffer).getUint32(4, true)).toBe(data.length - 8)
  })
})

test('a name is shown without paths, control and direction marks', () => {
  expect(tidyName('../../etc/纪要\u202egpj.pdf')).toBe('纪要gpj.pdf')
  expect(tidyName('C:\\照片\\1\n.jpg')).toBe('1.jpg')
  expect(tidyName(' .. ')).toBe('未命名')
  expect(tidyName(`${'长'.repeat(300)}.pdf`)).toMatch(/^长{116}\.pdf$/)
})
