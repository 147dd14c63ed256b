/** “Was mine counted?”: a receipt found among the surveys, and once the survey is closed the proof that it was counted. */
import { and, asc, eq, gt, inArray, ne, or } from 'drizzle-orm'
import type { ReadableAssessment } from '../../lib/assessment/access.ts'
import { growTree, type InclusionProof, type MerkleTree } from '../../lib/integrity/merkle-tree.ts'
import { receiptLeaf } from '../../lib/integrity/receipt-leaf.ts'
import type { SurveyRecord } from '../../lib/survey/survey-record.ts'
import { receiptOf } from '../ballot/receipt.ts'
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
  /** Receipts given, and how many answers were counted; null until the survey is closed. */
  readonly sums: { readonly receipts: number; readonly counted: number } | null
}

interface KeptTree {
  readonly leaves: readonly string[]
  readonly tree: MerkleTree
}

/** Of the survey last asked about: a million digests are not read and hashed anew for every resident. */
let kept: { readonly root: string; readonly grown: Promise<KeptTree> } | null = null

/** Leaves read in one piece: some ten milliseconds, in which nobody else is served. */
const PIECE = 5_000

const breath = () => new Promise((resolve) => setImmediate(resolve))

async function readLeaves(door: Reader, surveyId: string): Promise<string[]> {
  const leaves: string[] = []
  for (;;) {
    const rows = await door
      .select({ leaf: receiptLeaves.leaf })
      .from(receiptLeaves)
      .where(and(eq(receiptLeaves.surveyId, surveyId), gt(receiptLeaves.leaf, leaves.at(-1) ?? '')))
      .orderBy(asc(receiptLeaves.leaf))
      .limit(PIECE)
    for (const { leaf } of rows) leaves.push(leaf)
    if (rows.length < PIECE) return leaves
    await breath()
  }
}

async function grow(door: Reader, surveyId: string): Promise<KeptTree> {
  const leaves = await readLeaves(door, surveyId)
  const growing = growTree(leaves)
  for (;;) {
    const step = growing.next()
    if (step.done) return { leaves, tree: step.value }
    await breath()
  }
}

function treeOf(door: Reader, surveyId: string, root: string): Promise<KeptTree> {
  if (kept?.root === root) return kept.grown
  const grown = grow(door, surveyId)
  kept = { root, grown }
  grown.catch(() => {
    if (kept?.grown === grown) kept = null
  })
  return grown
}

/** Every leaf of a closed survey, sorted: what its root is made of. They lead to no answer and to nobody. */
export async function readReceiptLeaves(
  door: Reader,
  _assessment: ReadableAssessment,
  survey: Pick<SurveyRecord, 'id' | 'merkleRoot'>,
): Promise<readonly string[]> {
  return survey.merkleRoot === null ? [] : (await treeOf(door, survey.id, survey.merkleRoot)).leaves
}

/** As long as a telephone may keep a form that it could not send: longer than any line is bad. */
const LATE_DAYS = 30

/** The receipt that the form of this key has in a survey closed lately; null where none counted it. */
export async function findCounted(door: Reader, key: string): Promise<string | null> {
  const lately = new Date(Date.now() - LATE_DAYS * 24 * 60 * 60_000)
  const over = await door
    .select({ id: surveys.id })
    .from(surveys)
    .where(and(inArray(surveys.state, ['closing', 'closed']), gt(surveys.closedAt, lately)))
  if (over.length === 0) return null
  const wanted = over.map(({ id }) => {
    const receipt = receiptOf(id, key)
    return { id, receipt, leaf: receiptLeaf(receipt) }
  })
  for (const table of [receiptLeaves, receipts]) {
    const isOne = wanted.map(({ id, leaf }) => and(eq(table.surveyId, id), eq(table.leaf, leaf)))
    const [row] = await door
      .select({ surveyId: table.surveyId })
      .from(table)
      .where(or(...isOne))
    if (row) return wanted.find(({ id }) => id === row.surveyId)?.receipt ?? null
  }
  return null
}

/** @param receipt twenty characters without hyphens. @returns null where no survey knows it. */
export async function findReceipt(door: Reader, receipt: string): Promise<FoundReceipt | null> {
  const leaf = receiptLeaf(receipt)
  const known = await door
    .select({
      id: surveys.id,
      state: surveys.state,
      root: surveys.merkleRoot,
      receipts: surveys.receiptsAtClosing,
      counted: surveys.countedAtClosing,
    })
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
      return { surveyId: survey.id, state: 'published', leaf, proof: null, root: null, sums: null }
    const { tree } = await treeOf(door, survey.id, survey.root)
    const proof = tree.prove(leaf)
    // Not in the tree: it was put among the receipts after the survey was closed, and stands for no answer.
    if (!proof) continue
    const { receipts: given, counted } = survey
    return {
      surveyId: survey.id,
      state: 'closed',
      leaf,
      proof,
      root: survey.root,
      sums: given === null || counted === null ? null : { receipts: given, counted },
    }
  }
  return null
}
