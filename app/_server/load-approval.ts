import { notFound } from 'next/navigation'
import { approvalCase, editorsOf, readVersions, type Version } from '../../db/stores/approval.ts'
import type { ApprovalCase } from '../../lib/approval/workflow.ts'
import { proveReadable } from '../../lib/assessment/access.ts'
import { database } from './database.ts'
import { type LoadedAssessment, loadAssessment } from './load.ts'

export interface LoadedApproval extends LoadedAssessment {
  /** The newest first. */
  readonly versions: readonly (Version & { readonly approval: ApprovalCase })[]
}

/** An assessment with its frozen versions and what each step of them is judged against. */
export async function loadApproval(id: string): Promise<LoadedApproval> {
  const loaded = await loadAssessment(id)
  const readable = proveReadable(loaded.actor, id)
  if (!readable.ok) notFound()
  const { read } = await database()
  const editors = await editorsOf(read, readable.value)
  const versions = await readVersions(read, readable.value, loaded.caseFile)
  return {
    ...loaded,
    versions: versions.map((version) => ({ ...version, approval: approvalCase(version, editors) })),
  }
}
