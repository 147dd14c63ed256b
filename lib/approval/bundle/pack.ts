/**
 * 验证包: a case, its results and its rules in one file that anybody can check without trusting who made it. The same case
 * gives the same bytes.
 */
import { strToU8, zipSync } from 'fflate'
import type { ArchiveRight } from '../../assessment/access.ts'
import type { CaseFile } from '../../assessment/case-file.ts'
import { canonicalJson } from '../../integrity/canonical-json.ts'
import { type Digest, digestBytes, digestValue } from '../../integrity/digest.ts'
import { never } from '../../result.ts'
import { schemeOf } from '../../scheme/registry.ts'
import type { Results } from '../../verdict/results.ts'
import {
  type BundleKind,
  FORMAT,
  FORMAT_VERSION,
  MANIFEST,
  type Manifest,
  manifestDigest,
  PARTS,
  type Part,
} from './manifest.ts'
import { LEFT_OUT, publicCase } from './public-case.ts'
import { publicResults, withheldFigures } from './public-results.ts'
import { publicTallies } from './public-tallies.ts'
import { readme } from './readme.ts'

export interface BundleContent {
  readonly caseFile: CaseFile
  readonly results: Results
  /** Digests of all receipts; empty where no survey is closed. */
  readonly leaves: readonly Digest[]
  /** Null for a case that is not frozen. */
  readonly frozen: { readonly version: number; readonly frozenOn: string } | null
}

/** The first moment that the format can name, in local time as the format wants it: the clock is no part of a bundle. */
const epoch = () => new Date(1980, 0, 1)

function partsOf({ caseFile, results, leaves }: BundleContent, kind: BundleKind) {
  const common = { 'scheme.json': schemeOf(caseFile.schemeId), 'leaves.json': [...leaves].sort() }
  switch (kind) {
    case 'archive': {
      const tallies = { cells: caseFile.survey?.cells ?? null }
      return {
        withheld: [],
        leftOut: [],
        values: { ...common, 'case.json': caseFile, 'results.json': results, 'tallies.json': tallies },
      }
    }
    case 'public': {
      const given = publicCase(caseFile)
      const tallies = publicTallies(caseFile)
      const withheld = withheldFigures(given, tallies)
      return {
        withheld,
        leftOut: [...LEFT_OUT],
        values: {
          ...common,
          'case.json': given,
          'results.json': publicResults(results, withheld),
          'tallies.json': tallies,
        },
      }
    }
    default:
      return never(kind)
  }
}

/**
 * The whole case, counts of a few people and all: only for those who are proven to have the right to it.
 * @throws where the case has a value without canonical form (see canonicalJson).
 */
export function packArchive(_right: ArchiveRight, content: BundleContent): Uint8Array {
  return packed(content, 'archive')
}

/** What everybody may have of it. @throws as packArchive does. */
export function packPublicBundle(content: BundleContent): Uint8Array {
  return packed(content, 'public')
}

function packed(content: BundleContent, kind: BundleKind): Uint8Array {
  const { caseFile, results, frozen } = content
  const { withheld, leftOut, values } = partsOf(content, kind)
  const texts: Record<Part, string> = {
    'case.json': canonicalJson(values['case.json']),
    'results.json': canonicalJson(values['results.json']),
    'scheme.json': canonicalJson(values['scheme.json']),
    'tallies.json': canonicalJson(values['tallies.json']),
    'leaves.json': canonicalJson(values['leaves.json']),
    'README.txt': readme(kind),
  }
  const bytes = Object.fromEntries(PARTS.map((part) => [part, strToU8(texts[part])])) as Record<
    Part,
    Uint8Array
  >
  const manifest: Omit<Manifest, 'digest'> = {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    kind,
    engineVersion: results.engineVersion,
    schemeId: caseFile.schemeId,
    caseDigest: digestValue(caseFile),
    version: frozen?.version ?? null,
    frozenOn: frozen?.frozenOn ?? null,
    files: Object.fromEntries(PARTS.map((part) => [part, digestBytes(bytes[part])])) as Record<Part, Digest>,
    withheld,
    leftOut,
  }
  const signed = canonicalJson({ ...manifest, digest: manifestDigest(manifest) })
  const { 'leaves.json': receipts, ...rest } = bytes
  return zipSync(
    // Digests do not shrink below half, however hard one tries.
    { [MANIFEST]: strToU8(signed), ...rest, 'leaves.json': [receipts, { level: 1 }] },
    { mtime: epoch(), level: 9 },
  )
}
