/**
 * Frozen versions of an assessment: the case as it was, its public bundle, and whether it still holds. Lists are read without
 * the frozen cases: a case with its survey is large, and reading every one for every page would make each new version slow all
 * of them.
 */
import { and, asc, desc, eq } from 'drizzle-orm'
import { packPublicBundle } from '../../lib/approval/bundle/pack.ts'
import { type Foundation, foundationOf, isVoided } from '../../lib/approval/decision-input.ts'
import { type FreezeRefusal, type FrozenVersion, freeze } from '../../lib/approval/frozen-version.ts'
import { type PublicFigures, publicFigures } from '../../lib/approval/public-record.ts'
import type { TakenStep } from '../../lib/approval/workflow.ts'
import type { EditableAssessment, ReadableAssessment } from '../../lib/assessment/access.ts'
import type { CaseFile } from '../../lib/assessment/case-file.ts'
import { type Digest, digestBytes, digestValue } from '../../lib/integrity/digest.ts'
import { CHAIN_START } from '../../lib/integrity/hash-chain.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Results } from '../../lib/verdict/results.ts'
import { alsoHolding, type Reader, type Writer } from '../database.ts'
import { approvalSteps, frozenVersions, publicBundles, reportRegistry } from '../schema/approval.ts'
import { receiptLeaves } from '../schema/survey.ts'
import { type EventAbout, headOf, OFFICE_CHAIN } from './audit.ts'
import { readCaseFile } from './case-file.ts'
import { dayOf } from './day.ts'

/** A frozen version without the case itself, which may be large and is needed for printing and comparing only. */
export interface Version extends Omit<FrozenVersion, 'snapshot' | 'results'> {
  readonly figures: PublicFigures
  /** Digest of the public bundle's bytes. */
  readonly bundleDigest: Digest
  readonly steps: readonly TakenStep[]
  readonly voided: boolean
  readonly superseded: boolean
}

type VersionKey = Pick<
  typeof frozenVersions.$inferSelect,
  'assessmentId' | 'number' | 'frozenOn' | 'caseDigest'
>

/** Foundations that were reckoned, by the digest of their case: what is frozen never changes. */
const foundations = new Map<string, Foundation>()
/** One takes less than 1 kB. */
const MOST_FOUNDATIONS = 2_000

async function readFoundation(door: Reader, version: VersionKey): Promise<Foundation> {
  const key = `${version.assessmentId} ${version.number} ${version.frozenOn} ${version.caseDigest}`
  const known = foundations.get(key)
  if (known) return known
  const snapshot = await readSnapshot(door, version)
  const foundation = foundationOf(snapshot.caseFile, version.frozenOn)
  foundations.set(key, foundation)
  const oldest = foundations.keys().next()
  if (foundations.size > MOST_FOUNDATIONS && !oldest.done) foundations.delete(oldest.value)
  return foundation
}

export interface Snapshot {
  readonly caseFile: CaseFile
  readonly results: Results
}

/** @throws where there is no such version. */
export async function readSnapshot(
  door: Reader,
  { assessmentId, number }: Pick<VersionKey, 'assessmentId' | 'number'>,
): Promise<Snapshot> {
  const [row] = await door
    .select({ caseFile: frozenVersions.snapshot, results: frozenVersions.results })
    .from(frozenVersions)
    .where(and(eq(frozenVersions.assessmentId, assessmentId), eq(frozenVersions.number, number)))
  if (!row) throw new Error('a frozen version without its case')
  return row
}

/** The case as it was frozen, and what was computed from it; null where there is no such version. */
export async function readFrozenCase(
  door: Reader,
  assessment: ReadableAssessment,
  number: number,
): Promise<Snapshot | null> {
  const key = { assessmentId: assessment.id, number }
  const frozen = await door.$count(
    frozenVersions,
    and(eq(frozenVersions.assessmentId, key.assessmentId), eq(frozenVersions.number, number)),
  )
  return frozen > 0 ? readSnapshot(door, key) : null
}

const headAt = (seq: number, hash: Digest) => (seq === 0 ? null : { seq, hash })

/** All frozen versions, the newest first. @param current the case as it stands, to see whether the newest still holds. */
export async function readVersions(
  door: Reader,
  assessment: ReadableAssessment,
  current: CaseFile,
): Promise<Version[]> {
  const rows = await door
    .select({
      assessmentId: frozenVersions.assessmentId,
      number: frozenVersions.number,
      frozenOn: frozenVersions.frozenOn,
      frozenBy: frozenVersions.frozenBy,
      caseDigest: frozenVersions.caseDigest,
      engineVersion: frozenVersions.engineVersion,
      auditSeq: frozenVersions.auditSeq,
      auditHash: frozenVersions.auditHash,
      officeSeq: frozenVersions.officeSeq,
      officeHash: frozenVersions.officeHash,
      resultsDigest: frozenVersions.resultsDigest,
      wordingDigest: frozenVersions.wordingDigest,
      bundleDigest: frozenVersions.bundleDigest,
      code: reportRegistry.code,
      figures: reportRegistry.figures,
      voided: reportRegistry.voided,
      superseded: reportRegistry.superseded,
    })
    .from(frozenVersions)
    .innerJoin(
      reportRegistry,
      and(
        eq(reportRegistry.assessmentId, frozenVersions.assessmentId),
        eq(reportRegistry.number, frozenVersions.number),
      ),
    )
    .where(eq(frozenVersions.assessmentId, assessment.id))
    .orderBy(desc(frozenVersions.number))
  const [newest] = rows
  if (!newest) return []
  const stepRows = await door
    .select()
    .from(approvalSteps)
    .where(eq(approvalSteps.assessmentId, assessment.id))
    .orderBy(asc(approvalSteps.number), asc(approvalSteps.seq))
  // An older version is superseded whatever became of the case since; whether the newest holds is seen anew each time.
  const newestVoided = isVoided(current, await readFoundation(door, newest))
  return rows.map(({ assessmentId: _, auditSeq, auditHash, officeSeq, officeHash, ...row }) => ({
    ...row,
    auditHead: headAt(auditSeq, auditHash),
    officeHead: headAt(officeSeq, officeHash),
    steps: stepRows.filter(({ number }) => number === row.number).map(stepOf),
    voided: row.number === newest.number ? newestVoided : row.voided,
  }))
}

/** A step as it was taken, without the version it belongs to. */
export function stepOf({
  step,
  actorId,
  actorName,
  role,
  takenOn,
}: typeof approvalSteps.$inferSelect): TakenStep {
  return { step, actorId, actorName, role, takenOn }
}

/** Whether anything was frozen, so that printed pages may be about. */
export async function hasFrozenVersion(door: Reader, assessmentId: string): Promise<boolean> {
  return (await door.$count(frozenVersions, eq(frozenVersions.assessmentId, assessmentId))) > 0
}

const newestOf = (door: Reader, assessmentId: string) =>
  door
    .select({
      assessmentId: frozenVersions.assessmentId,
      number: frozenVersions.number,
      frozenOn: frozenVersions.frozenOn,
      caseDigest: frozenVersions.caseDigest,
    })
    .from(frozenVersions)
    .where(eq(frozenVersions.assessmentId, assessmentId))
    .orderBy(desc(frozenVersions.number))
    .limit(1)

/**
 * Freezes the case that the person saw, by its digest: a sentence that somebody saved after the page was opened is frozen
 * unseen by nobody. Every older version is superseded.
 */
export async function freezeVersion(
  tx: Writer,
  assessment: EditableAssessment,
  readable: ReadableAssessment,
  seen: string,
): Promise<Result<number, FreezeRefusal | 'not-found'>> {
  const caseFile = await readCaseFile(tx, readable)
  if (!caseFile) return fail('not-found')
  if (digestValue(caseFile) !== seen) return fail('changed-since-seen')
  const [last] = await newestOf(tx, assessment.id)
  // What was sent back has to be changed before it comes again.
  if (last && !isVoided(caseFile, await readFoundation(tx, last))) return fail('nothing-changed')
  const number = (last?.number ?? 0) + 1
  const frozen = freeze(caseFile, number)
  if (!frozen.ok) return frozen
  const { code, caseDigest, engineVersion, snapshot, results, resultsDigest, wordingDigest } = frozen.value
  const frozenOn = dayOf(new Date())
  const bundle = packPublicBundle({
    caseFile: snapshot,
    results,
    leaves: await leavesOf(tx, snapshot),
    frozen: { version: number, frozenOn },
  })
  const head = await headOf(tx, assessment.id)
  // What others append meanwhile comes after the head that is printed.
  await alsoHolding(tx, OFFICE_CHAIN)
  const office = await headOf(tx, OFFICE_CHAIN)
  const key = {
    assessmentId: assessment.id,
    number,
    frozenOn,
    caseDigest,
    engineVersion,
    auditSeq: head?.seq ?? 0,
    auditHash: head?.hash ?? CHAIN_START,
    officeSeq: office?.seq ?? 0,
    officeHash: office?.hash ?? CHAIN_START,
    bundleDigest: digestBytes(bundle),
  }
  await tx.insert(frozenVersions).values({
    ...key,
    frozenById: assessment.actor.id,
    frozenBy: assessment.actor.name,
    resultsDigest,
    wordingDigest,
    snapshot,
    results,
  })
  await tx.insert(publicBundles).values({ assessmentId: assessment.id, number, code, bytes: bundle })
  await tx
    .update(reportRegistry)
    .set({ superseded: true })
    .where(eq(reportRegistry.assessmentId, assessment.id))
  await tx.insert(reportRegistry).values({
    ...key,
    code,
    bundleSize: bundle.length,
    figures: publicFigures(snapshot, results),
    state: 'internal-review',
    decision: null,
    decidedOn: null,
    conditions: '',
    voided: false,
    superseded: false,
  })
  return ok(number)
}

async function leavesOf(door: Reader, { survey }: CaseFile): Promise<Digest[]> {
  if (!survey || survey.merkleRoot === null) return []
  const rows = await door
    .select({ leaf: receiptLeaves.leaf })
    .from(receiptLeaves)
    .where(eq(receiptLeaves.surveyId, survey.id))
  return rows.map(({ leaf }) => leaf)
}

type FrozenRow = typeof frozenVersions.$inferSelect

/** A frozen version as the chain of events holds it: everything in the row, the case and the results by their digests. */
export function sealOfVersion({ snapshot, results, ...row }: FrozenRow): EventAbout {
  const detail = digestValue({ ...row, snapshot: digestValue(snapshot), results: digestValue(results) })
  return { subject: `v${row.number}`, detail }
}

export async function versionSeal(door: Reader, assessmentId: string, number: number): Promise<EventAbout> {
  const [row] = await door
    .select()
    .from(frozenVersions)
    .where(and(eq(frozenVersions.assessmentId, assessmentId), eq(frozenVersions.number, number)))
  if (!row) throw new Error('a version was just frozen')
  return sealOfVersion(row)
}

/** The public bundle of a version, byte for byte as it was made at freezing. */
export async function readPublicBundle(
  door: Reader,
  assessment: ReadableAssessment,
  number: number,
): Promise<Uint8Array | null> {
  const [row] = await door
    .select({ bytes: publicBundles.bytes })
    .from(publicBundles)
    .where(and(eq(publicBundles.assessmentId, assessment.id), eq(publicBundles.number, number)))
  return row?.bytes ?? null
}

/** After a change of the case: what is public says at once whether the newest version still holds. */
export async function noteChange(tx: Writer, caseFile: CaseFile): Promise<void> {
  const [newest] = await newestOf(tx, caseFile.id)
  if (!newest) return
  await tx
    .update(reportRegistry)
    .set({ voided: isVoided(caseFile, await readFoundation(tx, newest)) })
    .where(and(eq(reportRegistry.assessmentId, caseFile.id), eq(reportRegistry.number, newest.number)))
}
