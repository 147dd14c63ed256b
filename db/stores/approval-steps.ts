/**
 * The steps by which frozen versions are approved: who may take which, and whose turn it is. Steps are only added; the public
 * record follows each of them.
 */
import { and, asc, desc, eq, getTableColumns, notInArray } from 'drizzle-orm'
import { NOT_DRAFTING } from '../../lib/approval/drafting-deeds.ts'
import { isIntact } from '../../lib/approval/frozen-version.ts'
import type { WaitingVersion } from '../../lib/approval/inbox.ts'
import {
  type ApprovalCase,
  decisionOf,
  proveStep,
  type Step,
  type StepRefusal,
  stateOf,
  type TakenStep,
} from '../../lib/approval/workflow.ts'
import type { Actor, ReadableAssessment } from '../../lib/assessment/access.ts'
import { digestValue } from '../../lib/integrity/digest.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { schemeOf } from '../../lib/scheme/registry.ts'
import type { Reader, Writer } from '../database.ts'
import { approvalSteps, reportRegistry } from '../schema/approval.ts'
import { auditEvents } from '../schema/audit.ts'
import type { EventAbout } from './audit.ts'
import { readCaseFile } from './case-file.ts'
import { dayOf } from './day.ts'
import { readSnapshot, readVersions, stepOf, type Version } from './frozen-versions.ts'

/** Accounts that changed anything of the assessment. */
export async function editorsOf(door: Reader, assessment: ReadableAssessment): Promise<string[]> {
  const rows = await door
    .selectDistinct({ actorId: auditEvents.actorId })
    .from(auditEvents)
    .where(
      and(eq(auditEvents.assessmentId, assessment.id), notInArray(auditEvents.action, [...NOT_DRAFTING])),
    )
    .orderBy(asc(auditEvents.actorId))
  return rows.map(({ actorId }) => actorId)
}

/** What a step on a version is judged against. */
export function approvalCase(
  { steps, voided, superseded, figures }: Pick<Version, 'steps' | 'voided' | 'superseded' | 'figures'>,
  editorIds: readonly string[],
): ApprovalCase {
  return {
    steps,
    editorIds,
    voided,
    superseded,
    allowed: figures.allowed,
    fewestExperts: schemeOf(figures.schemeId).expertPanel.value,
    today: dayOf(new Date()),
  }
}

/**
 * The newest version of every assessment, as far as an inbox asks. Whether it holds is taken from the public record, which
 * every change of a case keeps up to date; the step itself is judged against the case.
 */
export async function readWaiting(door: Reader, actor: Actor): Promise<WaitingVersion[]> {
  const rows = await door
    .select({
      assessmentId: reportRegistry.assessmentId,
      number: reportRegistry.number,
      frozenOn: reportRegistry.frozenOn,
      figures: reportRegistry.figures,
      voided: reportRegistry.voided,
    })
    .from(reportRegistry)
    .where(eq(reportRegistry.superseded, false))
    .orderBy(asc(reportRegistry.assessmentId))
  if (rows.length === 0) return []
  const steps = await door
    .select(getTableColumns(approvalSteps))
    .from(approvalSteps)
    .innerJoin(
      reportRegistry,
      and(
        eq(reportRegistry.assessmentId, approvalSteps.assessmentId),
        eq(reportRegistry.number, approvalSteps.number),
        eq(reportRegistry.superseded, false),
      ),
    )
    .orderBy(asc(approvalSteps.assessmentId), asc(approvalSteps.seq))
  const drafted = await door
    .selectDistinct({ id: auditEvents.assessmentId })
    .from(auditEvents)
    .where(and(eq(auditEvents.actorId, actor.id), notInArray(auditEvents.action, [...NOT_DRAFTING])))
  const draftedIds = new Set(drafted.map(({ id }) => id))
  return rows.map(({ assessmentId, number, frozenOn, figures, voided }) => ({
    ...approvalCase(
      {
        steps: steps.filter((step) => step.assessmentId === assessmentId).map(stepOf),
        voided,
        superseded: false,
        figures,
      },
      [],
    ),
    assessmentId,
    title: figures.title,
    number,
    frozenOn,
    drafted: draftedIds.has(assessmentId),
  }))
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
  if (!isIntact(assessment.id, version, await readSnapshot(tx, { assessmentId: assessment.id, number })))
    return fail('version-altered')
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

/** A step as the chain of events holds it: who signed what, in which role, on which day. */
export function sealOfStep(row: typeof approvalSteps.$inferSelect): EventAbout {
  return { subject: `v${row.number}/${row.seq}`, detail: digestValue(row) }
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
