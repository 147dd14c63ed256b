/** Frozen versions of an assessment, and the steps by which each is approved. */
import { and, asc, desc, eq, notInArray } from 'drizzle-orm'
import { packPublicBundle } from '../../lib/approval/bundle/pack.ts'
import { isVoided } from '../../lib/approval/decision-input.ts'
import {
  type FreezeRefusal,
  type FrozenVersion,
  freeze,
  isIntact,
} from '../../lib/approval/frozen-version.ts'
import { publicFigures } from '../../lib/approval/public-record.ts'
import {
  type ApprovalCase,
  decisionOf,
  proveStep,
  type Step,
  type StepRefusal,
  stateOf,
  type TakenStep,
} from '../../lib/approval/workflow.ts'
import type { EditableAssessment, ReadableAssessment } from '../../lib/assessment/access.ts'
import type { CaseFile } from '../../lib/assessment/case-file.ts'
import { type Digest, digestBytes, digestValue } from '../../lib/integrity/digest.ts'
import { CHAIN_START } from '../../lib/integrity/hash-chain.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { schemeOf } from '../../lib/scheme/registry.ts'
import { alsoHolding, type Reader, type Writer } from '../database.ts'
import { approvalSteps, frozenVersions, publicBundles, reportRegistry } from '../schema/approval.ts'
import { auditEvents } from '../schema/audit.ts'
import { receiptLeaves } from '../schema/survey.ts'
import { type EventAbout, headOf, OFFICE_CHAIN } from './audit.ts'
import { readCaseFile } from './case-file.ts'
import { dayOf } from './day.ts'

/** Events that make nobody a drafter: they change nothing of the assessment, or are an expert's own judgement of it. */
const NOT_EDITING = [
  'report-printed',
  'bundle-made',
  'survey-exported',
  'answers-crossed',
  'texts-read',
  'opinions-read',
  'approval-step-taken',
  'expert-sheet-saved',
  'survey-counted',
]

export interface Version extends FrozenVersion {
  /** False: what is stored is not what was frozen. Such a version is neither signed nor printed nor given out. */
  readonly intact: boolean
  /** Digest of the public bundle's bytes. */
  readonly bundleDigest: Digest
  readonly steps: readonly TakenStep[]
  readonly voided: boolean
  readonly superseded: boolean
}

/** Accounts that changed anything of the assessment. */
export async function editorsOf(door: Reader, assessment: ReadableAssessment): Promise<string[]> {
  const rows = await door
    .selectDistinct({ actorId: auditEvents.actorId })
    .from(auditEvents)
    .where(and(eq(auditEvents.assessmentId, assessment.id), notInArray(auditEvents.action, NOT_EDITING)))
    .orderBy(asc(auditEvents.actorId))
  return rows.map(({ actorId }) => actorId)
}

async function stepsOf(door: Reader, assessmentId: string, number: number): Promise<TakenStep[]> {
  const rows = await door
    .select()
    .from(approvalSteps)
    .where(and(eq(approvalSteps.assessmentId, assessmentId), eq(approvalSteps.number, number)))
    .orderBy(asc(approvalSteps.seq))
  return rows.map(({ assessmentId: _, number: __, seq: ___, ...step }) => step)
}

const headAt = (seq: number, hash: Digest) => (seq === 0 ? null : { seq, hash })

/** All frozen versions, the newest first. @param current the case as it stands, to see what still holds. */
export async function readVersions(
  door: Reader,
  assessment: ReadableAssessment,
  current: CaseFile,
): Promise<Version[]> {
  const rows = await door
    .select()
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
  const versions: Version[] = []
  for (const { frozen_versions: row, report_registry: registry } of rows) {
    const { auditSeq, auditHash, officeSeq, officeHash, assessmentId: _, frozenById: __, ...frozen } = row
    const { number, frozenOn, snapshot } = frozen
    const { code } = registry
    versions.push({
      ...frozen,
      code,
      auditHead: headAt(auditSeq, auditHash),
      officeHead: headAt(officeSeq, officeHash),
      intact: isIntact(assessment.id, { ...frozen, code }),
      steps: await stepsOf(door, assessment.id, number),
      voided: isVoided(current, { frozenOn, snapshot }),
      superseded: rows[0]!.frozen_versions.number > number,
    })
  }
  return versions
}

/** What a step on a version is judged against. */
export function approvalCase(version: Version, editorIds: readonly string[]): ApprovalCase {
  const { steps, voided, superseded, results, snapshot } = version
  return {
    steps,
    editorIds,
    voided,
    superseded,
    allowed: results.verdict.status === 'given' ? results.verdict.decisions : [],
    fewestExperts: schemeOf(snapshot.schemeId).expertPanel.value,
  }
}

/** Freezes the case as it stands. Every older version is superseded by it. */
export async function freezeVersion(
  tx: Writer,
  assessment: EditableAssessment,
  readable: ReadableAssessment,
): Promise<Result<number, FreezeRefusal | 'not-found'>> {
  const caseFile = await readCaseFile(tx, readable)
  if (!caseFile) return fail('not-found')
  const [last] = await tx
    .select({
      number: frozenVersions.number,
      frozenOn: frozenVersions.frozenOn,
      snapshot: frozenVersions.snapshot,
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
    .limit(1)
  // What was sent back has to be changed before it comes again.
  if (last && !isVoided(caseFile, last)) return fail('nothing-changed')
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
type StepRow = typeof approvalSteps.$inferSelect

/** A frozen version as the chain of events holds it: everything in the row, the case and the results by their digests. */
export function sealOfVersion({ snapshot, results, ...row }: FrozenRow): EventAbout {
  const detail = digestValue({ ...row, snapshot: digestValue(snapshot), results: digestValue(results) })
  return { subject: `v${row.number}`, detail }
}

/** A step as the chain of events holds it: who signed what, in which role, on which day. */
export function sealOfStep(row: StepRow): EventAbout {
  return { subject: `v${row.number}/${row.seq}`, detail: digestValue(row) }
}

export async function versionSeal(door: Reader, assessmentId: string, number: number): Promise<EventAbout> {
  const [row] = await door
    .select()
    .from(frozenVersions)
    .where(and(eq(frozenVersions.assessmentId, assessmentId), eq(frozenVersions.number, number)))
  if (!row) throw new Error('a version was just frozen')
  return sealOfVersion(row)
}

/** Of the last step that was taken on a version. */
export async function lastStepSeal(door: Reader, assessmentId: string, number: number): Promise<EventAbout> {
  const [row] = await door
    .select()
    .from(approvalSteps)
    .where(and(eq(approvalSteps.assessmentId, assessmentId), eq(approvalSteps.number, number)))
    .orderBy(desc(approvalSteps.seq))
    .limit(1)
  if (!row) throw new Error('a step was just taken')
  return sealOfStep(row)
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

/** Takes a step, if this person may take it now; judged inside the unit of work, so that two cannot take the same one. */
export async function takeStep(
  tx: Writer,
  assessment: ReadableAssessment,
  { number, step }: { readonly number: number; readonly step: Step },
): Promise<Result<void, StepRefusal | 'not-found' | 'version-altered'>> {
  const caseFile = await readCaseFile(tx, assessment)
  if (!caseFile) return fail('not-found')
  const version = (await readVersions(tx, assessment, caseFile)).find((one) => one.number === number)
  if (!version) return fail('not-found')
  if (!version.intact) return fail('version-altered')
  const proven = proveStep(assessment.actor, step, approvalCase(version, await editorsOf(tx, assessment)))
  if (!proven.ok) return proven
  const { actor } = proven.value
  const taken: TakenStep = {
    step: proven.value.step,
    actorId: actor.id,
    actorName: actor.name,
    role: actor.role,
    takenOn: dayOf(new Date()),
  }
  const steps = [...version.steps, taken]
  await tx.insert(approvalSteps).values({ assessmentId: assessment.id, number, seq: steps.length, ...taken })
  const decided = decisionOf(steps)
  await tx
    .update(reportRegistry)
    .set({
      state: stateOf(steps),
      voided: version.voided,
      decision: decided?.decision ?? null,
      decidedOn: decided?.takenOn ?? null,
      conditions: decided?.conditions ?? '',
    })
    .where(and(eq(reportRegistry.assessmentId, assessment.id), eq(reportRegistry.number, number)))
  return ok(undefined)
}

/** After a change of the case: what is public says at once whether the newest version still holds. */
export async function noteChange(tx: Writer, caseFile: CaseFile): Promise<void> {
  const [newest] = await tx
    .select({
      number: frozenVersions.number,
      frozenOn: frozenVersions.frozenOn,
      snapshot: frozenVersions.snapshot,
    })
    .from(frozenVersions)
    .where(eq(frozenVersions.assessmentId, caseFile.id))
    .orderBy(desc(frozenVersions.number))
    .limit(1)
  if (!newest) return
  await tx
    .update(reportRegistry)
    .set({ voided: isVoided(caseFile, newest) })
    .where(and(eq(reportRegistry.assessmentId, caseFile.id), eq(reportRegistry.number, newest.number)))
}
