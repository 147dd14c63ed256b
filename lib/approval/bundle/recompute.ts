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
import { digestValue } from '../../integrity/digest.ts'
import { merkleRoot } from '../../integrity/merkle-tree.ts'
import { fail, ok, type Result } from '../../result.ts'
import { schemeOf } from '../../scheme/registry.ts'
import { surveyResults } from '../../survey/results.ts'
import { type GroupTally, type Tally, tallyOf } from '../../survey/tally.ts'
import { compute, ENGINE_VERSION } from '../../verdict/compute.ts'
import { isCaseFile } from './case-shape.ts'
import { type FigureValue, figuresOf, isWithin } from './figures.ts'
import type { BundleKind, Manifest } from './manifest.ts'
import { type BundleRefusal, type OpenedBundle, openBundle } from './open.ts'
import { type PublicTallies, withheldFigures } from './public-part.ts'

export interface ComparedFigure {
  readonly path: string
  /** Undefined: not there. */
  readonly stored: FigureValue | undefined
  readonly recomputed: FigureValue | undefined
}

/** Something about the bundle as a whole that does not hold. */
export type BundleFault =
  | { readonly fault: 'file-altered'; readonly name: string }
  | { readonly fault: 'case-digest' | 'receipts' | 'receipt-count' | 'tallies' | 'scheme' | 'withheld' }
  | { readonly fault: 'engine-version'; readonly stored: string; readonly ours: string }

export interface Recomputation {
  readonly kind: BundleKind
  readonly manifest: Manifest
  readonly title: string
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
const groupTallyShape = z.object({
  groupId: z.string(),
  responses: z.number().int().min(0),
  questions: z.record(
    z.string(),
    z.object({ answered: z.number().int().min(0), options: z.record(z.string(), z.number().int().min(0)) }),
  ),
})
const publicTalliesShape = z.object({ all: groupTallyShape.nullable(), byGroup: z.array(z.string()) })

const same = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b)

function receiptFaults(caseFile: CaseFile, leaves: unknown): BundleFault[] {
  const parsed = leavesShape.safeParse(leaves)
  if (!parsed.success) return [{ fault: 'receipts' }]
  const root = caseFile.survey?.merkleRoot ?? null
  if (root === null) return parsed.data.length === 0 ? [] : [{ fault: 'receipts' }]
  const faults: BundleFault[] = []
  if (merkleRoot(parsed.data) !== root) faults.push({ fault: 'receipts' })
  // Every receipt stands for an answer that was counted or for an envelope that did not open.
  const counted = (caseFile.survey?.tally ?? []).reduce((sum, { responses }) => sum + responses, 0)
  const unreadable = caseFile.survey?.account?.unreadable ?? 0
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

/** A bundle may leave out what its counts do not carry, and nothing else: the list follows from the counts it gives. */
function publicFaults(
  caseFile: CaseFile,
  tallies: PublicTallies | null,
  withheld: readonly string[],
): BundleFault[] {
  if (!tallies) return [{ fault: 'tallies' }]
  return same(withheldFigures(caseFile, tallies), withheld) ? [] : [{ fault: 'withheld' }]
}

/** Results as far as a public bundle carries: the survey's own from the pooled counts, the rest from the case. */
function publicResultsAgain(caseFile: CaseFile, all: GroupTally | null): object {
  const again = compute(caseFile)
  if (!caseFile.survey || !all || !again.survey) return again
  const overall = surveyResults(caseFile.survey.questionnaire, [all])
  return { ...again, survey: { ...overall, oppositionByGroup: again.survey.oppositionByGroup } }
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

function recomputed({
  manifest,
  altered,
  values,
}: OpenedBundle): Result<Recomputation, RecomputationRefusal> {
  const caseFile = values['case.json']
  if (!isCaseFile(caseFile)) return fail('case-malformed')
  const isPublic = manifest.kind === 'public'
  const faults: BundleFault[] = altered.map((name) => ({ fault: 'file-altered', name }))
  if (manifest.engineVersion !== ENGINE_VERSION)
    faults.push({ fault: 'engine-version', stored: manifest.engineVersion, ours: ENGINE_VERSION })
  if (!isPublic && digestValue(caseFile) !== manifest.caseDigest) faults.push({ fault: 'case-digest' })
  if (caseFile.schemeId !== manifest.schemeId || !same(values['scheme.json'], schemeOf(caseFile.schemeId)))
    faults.push({ fault: 'scheme' })
  faults.push(...receiptFaults(caseFile, values['leaves.json']))
  let again: object
  try {
    if (isPublic) {
      const tallies = publicTalliesShape.safeParse(values['tallies.json']).data ?? null
      faults.push(...publicFaults(caseFile, tallies, manifest.withheld))
      again = publicResultsAgain(caseFile, tallies?.all ?? null)
    } else {
      faults.push(...tallyFaults(caseFile, values['tallies.json']))
      again = compute(caseFile)
    }
  } catch {
    // Counts that contradict each other, ids that lead nowhere: nothing the engine was made for.
    return fail('case-malformed')
  }
  // Where opposition by group is left out, the verdict cannot be followed either, though it is stated.
  const { withheld } = manifest
  const passedOver = withheld.includes('residual.level') ? [...withheld, 'reservations', 'verdict'] : withheld
  const { figures, different } = compare(
    values['results.json'],
    JSON.parse(JSON.stringify(again)),
    passedOver,
  )
  const notRecomputed = isPublic ? [...passedOver, 'caseDigest'] : []
  return ok({
    kind: manifest.kind,
    manifest,
    title: caseFile.matter.title,
    faults,
    figures,
    different,
    notRecomputed,
    sound: faults.length === 0 && different.length === 0,
  })
}

/** @param bytes of a bundle from anywhere. */
export function recomputeBundle(bytes: Uint8Array): Result<Recomputation, RecomputationRefusal> {
  const opened = openBundle(bytes)
  return opened.ok ? recomputed(opened.value) : opened
}
