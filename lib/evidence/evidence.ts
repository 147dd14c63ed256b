/**
 * 佐证材料: the files that findings, notices, consultations and measures lean on.
 *
 * A file is known by the SHA-256 of its bytes: the same file is kept once however often it is handed in, and nobody can
 * exchange it behind the back of a finding. What a file is, its bytes say and not its name. A file that something leans on
 * stays; one that nothing leans on may be removed.
 */
import { z } from 'zod'
import type { EvidenceKind } from './file-kind.ts'

/** As much as one file may weigh, in bytes. */
export const LARGEST_FILE = 20 * 1024 * 1024
/** Files are stored in pieces, so that both engines and their backups carry them alike. */
export const PIECE = 256 * 1024

export const EVIDENCE_USES = ['finding', 'notice', 'consultation', 'measure'] as const
export type EvidenceUse = (typeof EVIDENCE_USES)[number]

export const digestShape = z.string().regex(/^[0-9a-f]{64}$/, 'invalid')

/** What leans on which file. */
export const evidenceLinkShape = z.object({
  digest: digestShape,
  use: z.enum(EVIDENCE_USES),
  /** The indicator, notice, consultation or measure. */
  subjectId: z.string().min(1).max(100),
})
export type EvidenceLink = z.infer<typeof evidenceLinkShape>

export interface EvidenceFile {
  readonly digest: string
  readonly name: string
  readonly kind: EvidenceKind
  /** Bytes as kept, after removal of a photograph's hidden data. */
  readonly size: number
  readonly addedOn: string
  readonly links: readonly Omit<EvidenceLink, 'digest'>[]
}

/** The name to show and to save under: no path, no control or direction marks, not endless. */
export function tidyName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const clean = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"<>|:*?]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '')
  if (clean.length <= 120) return clean === '' ? '未命名' : clean
  const dot = clean.lastIndexOf('.')
  const ending = dot > 0 && clean.length - dot <= 8 ? clean.slice(dot) : ''
  return clean.slice(0, 120 - ending.length) + ending
}

/** Files that lean under one subject. */
export function filesOf(files: readonly EvidenceFile[], use: EvidenceUse, subjectId: string): EvidenceFile[] {
  return files.filter(({ links }) => links.some((link) => link.use === use && link.subjectId === subjectId))
}
