/** “Was mine counted?”: a receipt found among the surveys, and once the survey is closed the proof that it was counted. */
import { and, eq, inArray, ne } from 'drizzle-orm'
import type { ReadableAssessment } from '../../lib/assessment/access.ts'
import { type InclusionProof, proveInclusion } from '../../lib/integrity/merkle-tree.ts'
import { receiptLeaf } from '../../lib/integrity/receipt-leaf.ts'
import type { SurveyRecord } from '../../lib/survey/survey-record.ts'
import type { Reader } from '../database.ts'
import { receiptLeaves, receipts, surveys } from '../schema/survey.ts'

export interface FoundReceipt {
  readonly surveyId: string
  /** `published` covers a survey that is just being counted. */
  readonly state: 'published' | 'closed'
  readonly leaf: string
  /** Null until the survey is closed. */
  readonly proof: InclusionProof | null
  readonly root: string | null
}

/** The leaves of the survey last asked about: a million digests are not read anew for every resident. */
let kept: { root: string; leaves: readonly string[] } | null = null

async function leavesOf(door: Reader, surveyId: string, root: string): Promise<readonly string[]> {
  if (kept?.root === root) return kept.leaves
  const rows = await door
    .select({ leaf: receiptLeaves.leaf })
    .from(receiptLeaves)
    .where(eq(receiptLeaves.surveyId, surveyId))
  const leaves = rows.map(({ leaf }) => leaf).sort()
  kept = { root, leaves }
  return leaves
}

/** Every leaf of a closed survey, sorted: what its root is made of. They lead to no answer and to nobody. */
export async function readReceiptLeaves(
  door: Reader,
  _assessment: ReadableAssessment,
  survey: Pick<SurveyRecord, 'id' | 'merkleRoot'>,
): Promise<readonly string[]> {
  return survey.merkleRoot === null ? [] : leavesOf(door, survey.id, survey.merkleRoot)
}

/** @param receipt twenty characters without hyphens. @returns null where no survey knows it. */
export async function findReceipt(door: Reader, receipt: string): Promise<FoundReceipt | null> {
  const leaf = receiptLeaf(receipt)
  const known = await door
    .select({ id: surveys.id, state: surveys.state, root: surveys.merkleRoot })
    .from(surveys)
    .where(ne(surveys.state, 'draft'))
  if (known.length === 0) return null
  const ids = known.map(({ id }) => id)
  for (const table of [receiptLeaves, receipts]) {
    const [row] = await door
      .select({ surveyId: table.surveyId })
      .from(table)
      .where(and(inArray(table.surveyId, ids), eq(table.leaf, leaf)))
    const survey = row && known.find(({ id }) => id === row.surveyId)
    if (!survey) continue
    if (survey.state !== 'closed' || survey.root === null)
      return { surveyId: survey.id, state: 'published', leaf, proof: null, root: null }
    const proof = proveInclusion(await leavesOf(door, survey.id, survey.root), leaf)
    return { surveyId: survey.id, state: 'closed', leaf, proof, root: survey.root }
  }
  return null
}
