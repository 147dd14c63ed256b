/**
 * 复算: every figure of a bundle computed again and compared to the last digit.
 *
 * The same function runs on the command line and in a browser that belongs to somebody who does not trust the office. What a
 * public bundle leaves out is listed by name and not passed over; a bundle that was made by another version of the engine
 * is compared all the same, and the versions are named.
 */
import { z } from 'zod'
import type { CaseFile } from '../../assessment/case-file.ts'
import { canonicalJson } from '../../integrity/canonical-json.ts'
import { type Digest, digestValue } from '../../integrity/digest.ts'
import { merkleRoot } from '../../integrity/merkle-tree.ts'
import { fail, ok, type Result } from '../../result.ts'
import { schemeOf } from '../../scheme/registry.ts'
import { type Tally, tallyOf } from '../../survey/tally.ts'
import { compute } from '../../verdict/compute.ts'
import { ENGINE_VERSION } from '../../verdict/engine-version.ts'
import { reportCode } from '../report-code.ts'
import { isCaseFile } from './case-shape.ts'
import { type FigureValue, figuresOf, isWithin } from './figures.ts'
import type { BundleKind, Manifest } from './manifest.ts'
import { type BundleRefusal, type OpenedBundle, openBundle } from './open.ts'
import { LEFT_OUT, type PublicCase, readPublicCase } from './public-case.ts'
import { resultsAgain, STATED_ONLY, withheldFigures } from './public-results.ts'
import { type PublicTallies, publicTalliesShape, talliesAgree } from './public-tallies.ts'

export interface ComparedFigure {
  readonly path: string
  /** Undefined: not there. */
  readonly stored: FigureValue | undefined
  readonly recomputed: FigureValue | undefined
}

/** Something about the bundle as a whole that does not hold. */
export type BundleFault =
  | { readonly fault: 'file-altered'; readonly name: string }
  | {
      readonly fault:
        | 'case-digest'
        | 'receipts'
        | 'receipt-count'
        | 'tallies'
        | 'scheme'
        | 'withheld'
        | 'carries-more'
    }
  | { readonly fault: 'engine-version'; readonly stored: string; readonly ours: string }

export interface Recomputation {
  readonly kind: BundleKind
  readonly manifest: Manifest
  readonly title: string
  /** The code that a report of exactly this case carries on every page; null for a case that is not frozen. */
  readonly code: string | null
  readonly faults: readonly BundleFault[]
  /** In the order of the results. */
  readonly figures: readonly ComparedFigure[]
  readonly different: readonly ComparedFigure[]
  /** Paths of what this bundle cannot show. */
  readonly notRecomputed: readonly string[]
  /** Nothing was altered and every figure that can be recomputed is the same. */
  readonly sound: boolean
}

export type RecomputationRefusal = BundleRefusal | 'case-malformed'

const leavesShape = z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(3_000_000)
const cellsShape = z.object({
  cells: z
    .array(
      z.object({
        groupId: z.string(),
        channel: z.enum(['open-link', 'code', 'assisted', 'paper']),
        questionId: z.string(),
        cell: z.string(),
        n: z.number().int().min(0),
      }),
    )
    .nullable(),
})
/** What receipts are held against. */
type Counted = Pick<NonNullable<CaseFile['survey']>, 'merkleRoot' | 'responsesByGroup' | 'account'>

const same = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b)

function receiptFaults(survey: Counted | null, leaves: unknown): BundleFault[] {
  const parsed = leavesShape.safeParse(leaves)
  if (!parsed.success) return [{ fault: 'receipts' }]
  const root = survey?.merkleRoot ?? null
  if (root === null) return parsed.data.length === 0 ? [] : [{ fault: 'receipts' }]
  const faults: BundleFault[] = []
  if (merkleRoot(parsed.data) !== root) faults.push({ fault: 'receipts' })
  // Every receipt stands for an answer that was counted or for an envelope that did not open.
  const counted = Object.values(survey?.responsesByGroup ?? {}).reduce((sum, n) => sum + n, 0)
  const unreadable = survey?.account?.unreadable ?? 0
  if (parsed.data.length !== counted + unreadable) faults.push({ fault: 'receipt-count' })
  return faults
}

/** An archive bundle's tally must be what its cells add up to. */
function tallyFaults({ survey }: CaseFile, tallies: unknown): BundleFault[] {
  const parsed = cellsShape.safeParse(tallies)
  if (!parsed.success) return [{ fault: 'tallies' }]
  const { cells } = parsed.data
  if (!same(cells, survey?.cells ?? null)) return [{ fault: 'tallies' }]
  if (!survey?.tally || !cells) return []
  let counted: Tally
  try {
    counted = tallyOf(
      survey.questionnaire,
      survey.tally.map(({ groupId }) => groupId),
      cells,
    )
  } catch {
    return [{ fault: 'tallies' }] // a cell of a group or a question that does not exist
  }
  return same(counted, survey.tally) ? [] : [{ fault: 'tallies' }]
}

/**
 * A public bundle may leave out what its counts do not carry, and nothing else: the list follows from the counts it gives. It may
 * carry what is named in public-case.ts, and nothing else.
 */
function publicFaults(
  given: PublicCase,
  carriesMore: boolean,
  tallies: PublicTallies | null,
  { withheld, leftOut }: Manifest,
): BundleFault[] {
  const faults: BundleFault[] = []
  if (carriesMore) faults.push({ fault: 'carries-more' })
  if (given.survey && tallies && !talliesAgree(given.survey.questionnaire, tallies))
    faults.push({ fault: 'tallies' })
  if (!same(withheldFigures(given, tallies), withheld) || !same(LEFT_OUT, leftOut))
    faults.push({ fault: 'withheld' })
  return faults
}

function compare(stored: unknown, again: unknown, passedOver: readonly string[]) {
  const before = figuresOf(stored)
  const after = figuresOf(again)
  const paths = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => !isWithin(path, passedOver),
  )
  const figures = paths.map(
    (path): ComparedFigure => ({ path, stored: before.get(path), recomputed: after.get(path) }),
  )
  return { figures, different: figures.filter((figure) => !Object.is(figure.stored, figure.recomputed)) }
}

/** What a bundle gives to compute with, and what is wrong with it by itself. */
interface Content {
  readonly title: string
  readonly schemeId: string
  readonly survey: Counted | null
  readonly faults: readonly BundleFault[]
  /** By which the report of a frozen case is known; from the whole case where the bundle holds it. */
  readonly caseId: string
  readonly caseDigest: Digest
  /** Paths of figures that are stated without what they rest on. */
  readonly stated: readonly string[]
  readonly again: object
}

function archiveContent({ manifest, values }: OpenedBundle): Content | null {
  const caseFile = values['case.json']
  if (!isCaseFile(caseFile)) return null
  const faults: BundleFault[] = tallyFaults(caseFile, values['tallies.json'])
  const caseDigest = digestValue(caseFile)
  if (caseDigest !== manifest.caseDigest) faults.unshift({ fault: 'case-digest' })
  const { id: caseId, matter, schemeId, survey } = caseFile
  const again = compute(caseFile)
  return { title: matter.title, schemeId, survey, faults, caseId, caseDigest, stated: [], again }
}

function publicContent({ manifest, values }: OpenedBundle): Content | null {
  const read = readPublicCase(values['case.json'])
  const tallies = publicTalliesShape.nullable().safeParse(values['tallies.json'])
  if (!read) return null
  const { publicCase, carriesMore } = read
  const faults = publicFaults(publicCase, carriesMore, tallies.data ?? null, manifest)
  if (!tallies.success) faults.push({ fault: 'tallies' })
  const { id: caseId, matter, schemeId, survey } = publicCase
  return {
    title: matter.title,
    schemeId,
    survey,
    faults,
    caseId,
    caseDigest: manifest.caseDigest,
    stated: STATED_ONLY,
    again: resultsAgain(publicCase, tallies.data ?? null),
  }
}

function contentOf(opened: OpenedBundle): Content | null {
  try {
    return opened.manifest.kind === 'public' ? publicContent(opened) : archiveContent(opened)
  } catch {
    // Counts that contradict each other, ids that lead nowhere: nothing the engine was made for.
    return null
  }
}

function recomputed(opened: OpenedBundle): Result<Recomputation, RecomputationRefusal> {
  const { manifest, altered, values } = opened
  const content = contentOf(opened)
  if (!content) return fail('case-malformed')
  const { title, schemeId, survey, caseId, caseDigest } = content
  const faults: BundleFault[] = altered.map((name) => ({ fault: 'file-altered', name }))
  if (manifest.engineVersion !== ENGINE_VERSION)
    faults.push({ fault: 'engine-version', stored: manifest.engineVersion, ours: ENGINE_VERSION })
  if (schemeId !== manifest.schemeId || !same(values['scheme.json'], schemeOf(schemeId)))
    faults.push({ fault: 'scheme' })
  faults.push(...receiptFaults(survey, values['leaves.json']), ...content.faults)
  const stored = values['results.json']
  const isPublic = manifest.kind === 'public'
  const passedOver = isPublic ? [...manifest.withheld, ...content.stated] : []
  const { figures, different } = compare(stored, JSON.parse(JSON.stringify(content.again)), passedOver)
  return ok({
    kind: manifest.kind,
    manifest,
    title,
    code: manifest.version === null ? null : reportCode(caseId, manifest.version, caseDigest),
    faults,
    figures,
    different,
    notRecomputed: isPublic ? [...passedOver, 'caseDigest'] : [],
    sound: faults.length === 0 && different.length === 0,
  })
}

/** @param bytes of a bundle from anywhere. */
export function recomputeBundle(bytes: Uint8Array): Result<Recomputation, RecomputationRefusal> {
  const opened = openBundle(bytes)
  return opened.ok ? recomputed(opened.value) : opened
}
