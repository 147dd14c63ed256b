/**
 * What a file is, told by its bytes.
 *
 * A name is a claim; a program called 会议纪要.pdf is still a program. Only kinds that an office needs as evidence are taken:
 * papers, photographs, tables and plain text, and among Office files only those without macros. Formats that a browser
 * would run (HTML, SVG) are not among them.
 */
import { unzipSync } from 'fflate'
import { fail, ok, type Result } from '../result.ts'

export const EVIDENCE_KINDS = ['pdf', 'jpeg', 'png', 'webp', 'docx', 'xlsx', 'text'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

const MEDIA_TYPE = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  text: 'text/plain; charset=utf-8',
} as const satisfies Record<EvidenceKind, string>

const ENDINGS = {
  pdf: ['pdf'],
  jpeg: ['jpg', 'jpeg'],
  png: ['png'],
  webp: ['webp'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  text: ['txt', 'csv'],
} as const satisfies Record<EvidenceKind, readonly string[]>

export function mediaTypeOf(kind: EvidenceKind): string {
  return MEDIA_TYPE[kind]
}

/** For the file chooser of a browser. */
export const ACCEPTED_ENDINGS = Object.values(ENDINGS)
  .flat()
  .map((ending) => `.${ending}`)
  .join(',')

export type FileRefusal = 'file-empty' | 'file-kind-not-allowed' | 'file-lies-about-kind' | 'file-has-macros'

function startsWith(bytes: Uint8Array, signature: readonly number[], at = 0): boolean {
  return signature.every((byte, i) => bytes[at + i] === byte)
}
const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0))

/**
 * @param name as the person calls it; its ending must agree with the bytes.
 * @returns the kind, or why the file is not taken; `details` names what it claims.
 */
export function fileKindOf(bytes: Uint8Array, name: string): Result<EvidenceKind, FileRefusal> {
  if (bytes.length === 0) return fail('file-empty', { name })
  const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? ''
  const claimed = EVIDENCE_KINDS.find((kind) => (ENDINGS[kind] as readonly string[]).includes(ending))
  const found = kindOfBytes(bytes)
  if (found === 'macros') return fail('file-has-macros', { name })
  if (!claimed) return fail('file-kind-not-allowed', { name })
  return found === claimed ? ok(found) : fail('file-lies-about-kind', { name })
}

function kindOfBytes(bytes: Uint8Array): EvidenceKind | 'macros' | null {
  if (startsWith(bytes, ascii('%PDF-'))) return 'pdf'
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg'
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  if (startsWith(bytes, ascii('RIFF')) && startsWith(bytes, ascii('WEBP'), 8)) return 'webp'
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return officeKind(bytes)
  return isPlainText(bytes) ? 'text' : null
}

/** Reads the table of contents only; nothing is unpacked, so a bomb of zeros stays folded. */
function officeKind(bytes: Uint8Array): EvidenceKind | 'macros' | null {
  const names: string[] = []
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name)
        return false
      },
    })
  } catch {
    return null
  }
  if (!names.includes('[Content_Types].xml')) return null
  if (names.some((name) => /vbaProject\.bin$|\/activeX\//i.test(name))) return 'macros'
  if (names.includes('word/document.xml')) return 'docx'
  return names.includes('xl/workbook.xml') ? 'xlsx' : null
}

/** UTF-8 or GB 18030 without control characters, and nothing that a browser would take for a page. */
function isPlainText(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) return false
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return !/^\s*(<!doctype|<html|<svg|<\?xml|<script|#!|\{\\rtf)/i.test(text)
    } catch {
      // Not this encoding.
    }
  }
  return false
}
