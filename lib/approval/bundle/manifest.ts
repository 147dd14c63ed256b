/**
 * 验证包清单: what a bundle holds, with the digest of each file, and which case it was made from.
 *
 * The digest of the manifest stands for the whole bundle. The digest of the case is the one printed in the report, so that
 * paper and bundle can be laid side by side.
 */
import { z } from 'zod'
import { type Digest, digestValue } from '../../integrity/digest.ts'

export const BUNDLE_KINDS = ['archive', 'public'] as const
/** 存档包 recomputes everything; 公开包 leaves out what would say how a few people answered. */
export type BundleKind = (typeof BUNDLE_KINDS)[number]

export const FORMAT = 'wenping-bundle'
export const FORMAT_VERSION = 1

/** Files besides the manifest, in the order of the archive. */
export const PARTS = [
  'case.json',
  'results.json',
  'scheme.json',
  'tallies.json',
  'leaves.json',
  'README.txt',
] as const
export type Part = (typeof PARTS)[number]
export const MANIFEST = 'manifest.json'

const digest = z.string().regex(/^[0-9a-f]{64}$/)

export const manifestShape = z.strictObject({
  format: z.literal(FORMAT),
  formatVersion: z.literal(FORMAT_VERSION),
  kind: z.enum(BUNDLE_KINDS),
  engineVersion: z.string().max(40),
  schemeId: z.string().max(80),
  /** Of the whole case file, also where this bundle holds less of it. */
  caseDigest: digest,
  /** Number of the frozen version, null for a case that is still being drafted. */
  version: z.number().int().min(1).nullable(),
  frozenOn: z.iso.date().nullable(),
  files: z.strictObject({
    'case.json': digest,
    'results.json': digest,
    'scheme.json': digest,
    'tallies.json': digest,
    'leaves.json': digest,
    'README.txt': digest,
  }),
  /** Figures, by path, that this bundle leaves out. */
  withheld: z.array(z.string().max(400)).max(20_000),
  /** Parts of the case that this bundle leaves out; see public-case.ts. */
  leftOut: z.array(z.string().max(200)).max(200),
  /** Of the manifest without this member. */
  digest,
})
export type Manifest = z.infer<typeof manifestShape>

export function manifestDigest({
  digest: _,
  ...manifest
}: Manifest | (Omit<Manifest, 'digest'> & { digest?: string })): Digest {
  return digestValue(manifest)
}
