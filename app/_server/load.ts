import { notFound } from 'next/navigation'
import { cache } from 'react'
import { recordSitting } from '../../db/stores/audit.ts'
import { listAssessmentIds, readCaseFile, readCaseOfSurvey } from '../../db/stores/case-file.ts'
import { dayOf } from '../../db/stores/day.ts'
import { disputesToTakeBack } from '../../db/stores/disputes.ts'
import { readEvidence } from '../../db/stores/evidence.ts'
import { readExpertSheets } from '../../db/stores/expert-panel.ts'
import { hasFrozenVersion, readVersions } from '../../db/stores/frozen-versions.ts'
import { readNarratives } from '../../db/stores/narrative.ts'
import { readOpinions, type UntakenTexts, untakenTexts } from '../../db/stores/opinions.ts'
import { readPublishedAnswers } from '../../db/stores/theme-answers.ts'
import { stateOf } from '../../lib/approval/workflow.ts'
import { type Actor, may, proveReadable } from '../../lib/assessment/access.ts'
import type { CaseFile } from '../../lib/assessment/case-file.ts'
import type { MatterKind } from '../../lib/assessment/matter.ts'
import type { NarrativeId, NarrativeState } from '../../lib/assessment/narrative.ts'
import { stepsOf } from '../../lib/assessment/steps.ts'
import type { EvidenceFile } from '../../lib/evidence/evidence.ts'
import { type OfficeRow, type OfficeView, officeRow, officeView } from '../../lib/office/office-view.ts'
import type { RegisteredOpinion } from '../../lib/participation/opinions/coding.ts'
import type { PublishedAnswers } from '../../lib/participation/opinions/published-answer.ts'
import type { ExpertSheet } from '../../lib/risk/expert-sheet.ts'
import type { RiskLevel } from '../../lib/risk/level.ts'
import type { Results } from '../../lib/verdict/results.ts'
import { database } from './database.ts'
import { resultsOf } from './results.ts'
import { requireActor } from './session.ts'

export interface LoadedAssessment {
  readonly caseFile: CaseFile
  readonly results: Results
  readonly actor: Actor
  readonly may: { readonly score: boolean; readonly edit: boolean }
}

/** One assessment with its results, for whoever may read it; the "not found" page for everybody else. */
export const loadAssessment = cache(async (id: string): Promise<LoadedAssessment> => {
  const actor = await requireActor()
  const readable = proveReadable(actor, id)
  if (!readable.ok) notFound()
  const caseFile = await readCaseFile((await database()).read, readable.value)
  if (!caseFile) notFound()
  return {
    caseFile,
    results: await resultsOf(caseFile),
    actor,
    may: { score: may(actor, 'score'), edit: may(actor, 'edit') },
  }
})

/** The case as an earlier, closed survey found it, with the results that follow from it. */
export async function loadSurveyOf(
  id: string,
  surveyId: string,
): Promise<{ caseFile: CaseFile; results: Results }> {
  const readable = proveReadable(await requireActor(), id)
  if (!readable.ok) notFound()
  const caseFile = await readCaseOfSurvey((await database()).read, readable.value, surveyId)
  if (!caseFile) notFound()
  return { caseFile, results: await resultsOf(caseFile) }
}

/** Whether a version was frozen, after which the assessment cannot be deleted. */
export async function isFrozen(id: string): Promise<boolean> {
  return hasFrozenVersion((await database()).read, id)
}

/** Every real assessment of the office with its results; worked examples are left out. */
export async function loadOffice(): Promise<OfficeView> {
  const actor = await requireActor()
  const { read } = await database()
  const today = dayOf(new Date())
  const rows: OfficeRow[] = []
  for (const { id } of await listAssessmentIds(read)) {
    const readable = proveReadable(actor, id)
    const caseFile = readable.ok ? await readCaseFile(read, readable.value) : null
    if (!readable.ok || !caseFile || caseFile.example) continue
    const [newest] = await readVersions(read, readable.value, caseFile)
    const stage = newest ? { state: stateOf(newest.steps), voided: newest.voided } : null
    rows.push(officeRow(caseFile, await resultsOf(caseFile), stage, today))
  }
  return officeView(rows)
}

export interface AssessmentSummary {
  readonly id: string
  readonly title: string
  readonly kind: MatterKind
  readonly area: string
  readonly example: boolean
  readonly updatedOn: string
  readonly stepsDone: number
  readonly stepsTotal: number
  /** The level after measures, as far as it can be computed. */
  readonly level: RiskLevel | null
  readonly verdictGiven: boolean
}

export async function listAssessments(): Promise<AssessmentSummary[]> {
  const actor = await requireActor()
  const { read } = await database()
  const summaries: AssessmentSummary[] = []
  for (const { id, updatedOn } of await listAssessmentIds(read)) {
    const readable = proveReadable(actor, id)
    const caseFile = readable.ok ? await readCaseFile(read, readable.value) : null
    if (!caseFile) continue
    const results = await resultsOf(caseFile)
    const steps = stepsOf(caseFile)
    const { title, kind, area } = caseFile.matter
    summaries.push({
      id,
      title,
      kind,
      area,
      example: caseFile.example,
      updatedOn,
      stepsDone: steps.filter((step) => step.state === 'done').length,
      stepsTotal: steps.length,
      level: results.residual.level.ok ? results.residual.level.value.level : null,
      verdictGiven: results.verdict.status === 'given',
    })
  }
  return summaries
}

/** The register of opinions with its texts. Reading it is recorded as well. */
export async function loadOpinions(id: string): Promise<readonly RegisteredOpinion[]> {
  const actor = await requireActor()
  const readable = proveReadable(actor, id)
  if (!readable.ok) notFound()
  const doors = await database()
  const opinions = await readOpinions(doors.read, readable.value)
  if (opinions.length > 0) await doors.write(id, (tx) => recordSitting(tx, actor, 'opinions-read', id))
  return opinions
}

/** What the public was told about the themes, and which closed surveys have words that are not in the register. */
export async function loadTold(
  id: string,
): Promise<{ published: PublishedAnswers; untaken: readonly UntakenTexts[] }> {
  const actor = await requireActor()
  if (!proveReadable(actor, id).ok) notFound()
  const { read } = await database()
  return { published: await readPublishedAnswers(read, id), untaken: await untakenTexts(read, id) }
}

/** The sheets of the expert panel, each with its places in the order of the factors. */
export async function loadExpertSheets(id: string): Promise<readonly ExpertSheet[]> {
  const actor = await requireActor()
  const readable = proveReadable(actor, id)
  if (!readable.ok) notFound()
  const { factors } = (await loadAssessment(id)).caseFile
  return readExpertSheets(
    (await database()).read,
    readable.value,
    factors.map((factor) => factor.id),
  )
}

/** The texts of the report's chapters with their versions. */
export async function loadNarratives(id: string): Promise<ReadonlyMap<NarrativeId, NarrativeState>> {
  const actor = await requireActor()
  const readable = proveReadable(actor, id)
  if (!readable.ok) notFound()
  return readNarratives((await database()).read, id)
}

/** The evidence files of an assessment, without their bytes. */
export async function loadEvidence(id: string): Promise<readonly EvidenceFile[]> {
  const actor = await requireActor()
  const readable = proveReadable(actor, id)
  if (!readable.ok) notFound()
  return readEvidence((await database()).read, readable.value)
}

/** Ids of the disputes whose last step the reader entered, and may take back. */
export async function loadTakeBacks(id: string): Promise<readonly string[]> {
  const readable = proveReadable(await requireActor(), id)
  if (!readable.ok) notFound()
  return disputesToTakeBack((await database()).read, readable.value)
}
