/** What went out on paper and what became of it, by group. */
import type { ReadableAssessment } from '../../lib/assessment/access.ts'
import type { SurveyCustody } from '../../lib/survey/custody.ts'
import { custodyOf } from '../../lib/survey/paper/paper-batch.ts'
import type { Reader } from '../database.ts'
import { readCodeBatches } from './codes.ts'
import { readPaperBatches } from './paper.ts'

function byGroup<Batch extends { readonly groupId: string }>(batches: readonly Batch[]): [string, Batch[]][] {
  const groups = new Map<string, Batch[]>()
  for (const batch of batches) groups.set(batch.groupId, [...(groups.get(batch.groupId) ?? []), batch])
  return [...groups]
}

/** Of the latest survey, or of another one of the assessment. */
export async function readCustody(
  door: Reader,
  assessment: ReadableAssessment,
  surveyId?: string,
): Promise<SurveyCustody> {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0)
  const codes = byGroup(await readCodeBatches(door, assessment, surveyId)).map(([groupId, batches]) => ({
    groupId,
    issued: sum(batches.map(({ issued }) => issued)),
    leftOver: batches.some(({ leftOver }) => leftOver === null)
      ? null
      : sum(batches.map(({ leftOver }) => leftOver ?? 0)),
  }))
  const paper = byGroup(await readPaperBatches(door, assessment.id, surveyId)).map(([groupId, batches]) => {
    const { issued, returned, spoilt, unused } = custodyOf(batches)
    const accepted = sum(batches.map(({ counts }) => counts.accepted))
    return { groupId, issued, returned, spoilt, unused, accepted }
  })
  return { codes, paper }
}
