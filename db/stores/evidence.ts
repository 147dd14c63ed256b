import { and, asc, eq } from 'drizzle-orm'
import type {
  EditableAssessment,
  ReadableAssessment,
  ScorableAssessment,
} from '../../lib/assessment/access.ts'
import { INDICATORS } from '../../lib/dimensions/indicators.ts'
import { type EvidenceFile, type EvidenceLink, type EvidenceUse, PIECE } from '../../lib/evidence/evidence.ts'
import type { EvidenceKind } from '../../lib/evidence/file-kind.ts'
import { documentNumber, measureSubject } from '../../lib/follow-up/measure-progress.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Reader, Writer } from '../database.ts'
import { riskFactors } from '../schema/assessments.ts'
import { evidenceFiles, evidenceLinks, evidencePieces } from '../schema/evidence.ts'
import { measureProgress } from '../schema/follow-up.ts'
import { consultations, notices } from '../schema/participation.ts'
import { dayOf } from './day.ts'

const fileOf = (assessmentId: string, digest: string) =>
  and(eq(evidenceFiles.assessmentId, assessmentId), eq(evidenceFiles.digest, digest))

export interface NewEvidence {
  readonly digest: string
  readonly name: string
  readonly kind: EvidenceKind
  readonly bytes: Uint8Array
}

/** Keeps a file; the same bytes a second time are already there and keep their first name. */
export async function addEvidence(
  tx: Writer,
  assessment: ScorableAssessment,
  { bytes, ...file }: NewEvidence,
): Promise<Result<{ readonly duplicate: boolean }, never>> {
  const [known] = await tx
    .select({ digest: evidenceFiles.digest })
    .from(evidenceFiles)
    .where(fileOf(assessment.id, file.digest))
  if (known) return ok({ duplicate: true })
  await tx
    .insert(evidenceFiles)
    .values({ ...file, assessmentId: assessment.id, size: bytes.length, addedAt: new Date() })
  for (let position = 0; position * PIECE < bytes.length; position++) {
    // drizzle's blob column and bytea both take a Buffer.
    const piece = Buffer.from(bytes.subarray(position * PIECE, (position + 1) * PIECE))
    await tx
      .insert(evidencePieces)
      .values({ assessmentId: assessment.id, digest: file.digest, position, bytes: piece })
  }
  return ok({ duplicate: false })
}

/** All files of an assessment with what leans on them, by name. */
export async function readEvidence(door: Reader, assessment: ReadableAssessment): Promise<EvidenceFile[]> {
  const files = await door
    .select()
    .from(evidenceFiles)
    .where(eq(evidenceFiles.assessmentId, assessment.id))
    .orderBy(asc(evidenceFiles.name), asc(evidenceFiles.digest))
  const links = await door
    .select()
    .from(evidenceLinks)
    .where(eq(evidenceLinks.assessmentId, assessment.id))
    .orderBy(asc(evidenceLinks.use), asc(evidenceLinks.subjectId))
  return files.map(({ assessmentId: _, addedAt, ...file }) => ({
    ...file,
    addedOn: dayOf(addedAt),
    links: links
      .filter(({ digest }) => digest === file.digest)
      .map(({ use, subjectId }) => ({ use, subjectId })),
  }))
}

export interface StoredEvidence {
  readonly name: string
  readonly kind: EvidenceKind
  readonly size: number
  /** The pieces in order, one at a time, so that a large file never lies in memory whole. */
  readonly pieces: () => AsyncGenerator<Uint8Array>
}

export async function openEvidence(
  door: Reader,
  assessment: ReadableAssessment,
  digest: string,
): Promise<StoredEvidence | null> {
  const [file] = await door.select().from(evidenceFiles).where(fileOf(assessment.id, digest))
  if (!file) return null
  async function* pieces() {
    for (let position = 0; position * PIECE < file!.size; position++) {
      const [piece] = await door
        .select({ bytes: evidencePieces.bytes })
        .from(evidencePieces)
        .where(
          and(
            eq(evidencePieces.assessmentId, assessment.id),
            eq(evidencePieces.digest, digest),
            eq(evidencePieces.position, position),
          ),
        )
      if (!piece) throw new Error('a piece of an evidence file is missing')
      yield new Uint8Array(piece.bytes)
    }
  }
  return { name: file.name, kind: file.kind, size: file.size, pieces }
}

/** Digests of the files that lean under one subject. */
export async function filesUnder(
  door: Reader,
  assessmentId: string,
  use: EvidenceUse,
  subjectId: string,
): Promise<string[]> {
  const rows = await door
    .select({ digest: evidenceLinks.digest })
    .from(evidenceLinks)
    .where(
      and(
        eq(evidenceLinks.assessmentId, assessmentId),
        eq(evidenceLinks.use, use),
        eq(evidenceLinks.subjectId, subjectId),
      ),
    )
  return rows.map(({ digest }) => digest)
}

/** A link to what is not there could never be taken away again, and its file never removed. */
async function isThere(door: Reader, assessmentId: string, use: EvidenceUse, subjectId: string) {
  switch (use) {
    case 'finding':
      return INDICATORS.some(({ id }) => id === subjectId)
    case 'notice':
      return (
        (await door.$count(notices, and(eq(notices.assessmentId, assessmentId), eq(notices.id, subjectId)))) >
        0
      )
    case 'consultation':
      return (
        (await door.$count(
          consultations,
          and(eq(consultations.assessmentId, assessmentId), eq(consultations.id, subjectId)),
        )) > 0
      )
    case 'measure': {
      const factors = await door.select().from(riskFactors).where(eq(riskFactors.assessmentId, assessmentId))
      return factors.some((factor) =>
        factor.measures.some((measure) => measureSubject(factor.id, measure.id) === subjectId),
      )
    }
    default:
      return use satisfies never
  }
}

/** Lets something lean on a file; leaning twice is the same as once. */
export async function linkEvidence(
  tx: Writer,
  assessment: ScorableAssessment,
  link: EvidenceLink,
): Promise<Result<void, 'not-found'>> {
  const [file] = await tx
    .select({ digest: evidenceFiles.digest })
    .from(evidenceFiles)
    .where(fileOf(assessment.id, link.digest))
  if (!file || !(await isThere(tx, assessment.id, link.use, link.subjectId))) return fail('not-found')
  await tx
    .insert(evidenceLinks)
    .values({ ...link, assessmentId: assessment.id })
    .onConflictDoNothing()
  return ok(undefined)
}

/** Whether the file is all that proves a measure which is said to be done. */
async function isOnlyProof(tx: Writer, assessmentId: string, { digest, subjectId }: EvidenceLink) {
  const said = await tx.select().from(measureProgress).where(eq(measureProgress.assessmentId, assessmentId))
  const done = said.find(
    ({ factorId, measureId, state }) => state === 'done' && measureSubject(factorId, measureId) === subjectId,
  )
  if (!done || documentNumber(done.proof) !== null) return false
  return (await filesUnder(tx, assessmentId, 'measure', subjectId)).every((other) => other === digest)
}

/** Takes a file from what leaned on it; the last proof of a measure that is done stays. */
export async function unlinkEvidence(
  tx: Writer,
  assessment: ScorableAssessment,
  link: EvidenceLink,
): Promise<Result<void, 'measure-without-proof'>> {
  const { digest, use, subjectId } = link
  if (use === 'measure' && (await isOnlyProof(tx, assessment.id, link))) return fail('measure-without-proof')
  await tx
    .delete(evidenceLinks)
    .where(
      and(
        eq(evidenceLinks.assessmentId, assessment.id),
        eq(evidenceLinks.digest, digest),
        eq(evidenceLinks.use, use),
        eq(evidenceLinks.subjectId, subjectId),
      ),
    )
  return ok(undefined)
}

/** Removes a file that nothing leans on. */
export async function removeEvidence(
  tx: Writer,
  assessment: EditableAssessment,
  digest: string,
): Promise<Result<void, 'not-found' | 'evidence-in-use'>> {
  const [link] = await tx
    .select({ use: evidenceLinks.use })
    .from(evidenceLinks)
    .where(and(eq(evidenceLinks.assessmentId, assessment.id), eq(evidenceLinks.digest, digest)))
    .limit(1)
  if (link) return fail('evidence-in-use')
  await tx
    .delete(evidencePieces)
    .where(and(eq(evidencePieces.assessmentId, assessment.id), eq(evidencePieces.digest, digest)))
  const [removed] = await tx
    .delete(evidenceFiles)
    .where(fileOf(assessment.id, digest))
    .returning({ digest: evidenceFiles.digest })
  return removed ? ok(undefined) : fail('not-found')
}
