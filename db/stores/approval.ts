/** Frozen versions of an assessment, and the steps by which each is approved. */
import { and, asc, desc, eq, notInArray } from 'drizzle-orm'
import { isVoided } from '../../lib/approval/decision-input.ts'
import { type FreezeRefusal, type FrozenVersion, freeze } from '../../lib/approval/frozen-version.ts'
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
import { CHAIN_START } from '../../lib/integrity/hash-chain.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { schemeOf } from '../../lib/scheme/registry.ts'
import type { Reader, Writer } from '../database.ts'
import { approvalSteps, frozenVersions, reportRegistry } from '../schema/approval.ts'
import { auditEvents } from '../schema/audit.ts'
import { headOf } from './audit.ts'
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
]

export interface Version extends FrozenVersion {
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
    const { number, frozenOn, frozenBy, caseDigest, engineVersion, snapshot, results } = row
    versions.push({
      number,
      code: registry.code,
      frozenOn,
      frozenBy,
      caseDigest,
      engineVersion,
      auditHead: row.auditSeq === 0 ? null : { seq: row.auditSeq, hash: row.auditHash },
      snapshot,
      results,
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
  const { code, caseDigest, engineVersion, snapshot, results } = frozen.value
  const head = await headOf(tx, assessment.id)
  const key = { assessmentId: assessment.id, number, frozenOn: dayOf(new Date()), caseDigest, engineVersion }
  await tx.insert(frozenVersions).values({
    ...key,
    frozenById: assessment.actor.id,
    frozenBy: assessment.actor.name,
    auditSeq: head?.seq ?? 0,
    auditHash: head?.hash ?? CHAIN_START,
    snapshot,
    results,
  })
  await tx
    .update(reportRegistry)
    .set({ superseded: true })
    .where(eq(reportRegistry.assessmentId, assessment.id))
  await tx.insert(reportRegistry).values({
    ...key,
    code,
    auditHash: head?.hash ?? CHAIN_START,
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

/** Takes a step, if this person may take it now; judged inside the unit of work, so that two cannot take the same one. */
export async function takeStep(
  tx: Writer,
  assessment: ReadableAssessment,
  { number, step }: { readonly number: number; readonly step: Step },
): Promise<Result<void, StepRefusal | 'not-found'>> {
  const caseFile = await readCaseFile(tx, assessment)
  if (!caseFile) return fail('not-found')
  const version = (await readVersions(tx, assessment, caseFile)).find((one) => one.number === number)
  if (!version) return fail('not-found')
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
