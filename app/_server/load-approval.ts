import { notFound } from 'next/navigation'
import { approvalCase, editorsOf } from '../../db/stores/approval-steps.ts'
import { readFrozenCase, readVersions, type Snapshot, type Version } from '../../db/stores/frozen-versions.ts'
import { journeyOf } from '../../lib/approval/journey.ts'
import type { VersionView } from '../../lib/approval/version-sheet.tsx'
import { obstacle, stateOf, stepsIn, withdrawalObstacle } from '../../lib/approval/workflow.ts'
import { proveArchive, proveReadable } from '../../lib/assessment/access.ts'
import { approvalPath } from '../../lib/assessment/paths.ts'
import { database } from './database.ts'
import { env } from './env.ts'
import { type LoadedAssessment, loadAssessment } from './load.ts'

export interface LoadedApproval extends LoadedAssessment {
  /** The newest first. */
  readonly versions: readonly Version[]
  /** A version as its page shows it to the reader. */
  viewOf(version: Version): VersionView
  /** The case of a version; null where there is none of that number. */
  frozenCase(number: number): Promise<Snapshot | null>
}

/** An assessment with its frozen versions, for whoever may read it. */
export async function loadApproval(id: string): Promise<LoadedApproval> {
  const loaded = await loadAssessment(id)
  const readable = proveReadable(loaded.actor, id)
  if (!readable.ok) notFound()
  const { read } = await database()
  const editors = await editorsOf(read, readable.value)
  const versions = await readVersions(read, readable.value, loaded.caseFile)
  const viewOf = (version: Version): VersionView => {
    const approval = approvalCase(version, editors)
    const state = stateOf(version.steps)
    const api = `/api/assessments/${encodeURIComponent(id)}/versions/${version.number}`
    return {
      ...version,
      state,
      journey: journeyOf({ ...version, fewestExperts: approval.fewestExperts }),
      allowed: approval.allowed,
      fewestExperts: approval.fewestExperts,
      obstacles: Object.fromEntries(
        stepsIn(state).map((kind) => [kind, obstacle(loaded.actor, kind, approval)]),
      ),
      withdrawable: version.steps
        .map((_, i) => i + 1)
        .filter((seq) => withdrawalObstacle(loaded.actor, seq, approval) === null),
      report: `${api}/report`,
      bundle: `${api}/bundle`,
      mayTakeArchive: proveArchive(loaded.actor, id).ok,
      verify: `${env.publicUrl}/verify/report/${version.code}`,
      difference: `${approvalPath(id)}/difference?from=${version.number}`,
    }
  }
  const frozenCase = (number: number) => readFrozenCase(read, readable.value, number)
  return { ...loaded, versions, viewOf, frozenCase }
}
