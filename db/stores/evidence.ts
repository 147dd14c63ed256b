import { and, asc, eq } from 'drizzle-orm'
import type {
  EditableAssessment,
  ReadableAssessment,
  ScorableAssessment,
} from '../../lib/assessment/access.ts'
import { type EvidenceFile, type EvidenceLink, PIECE } from '../../lib/evidence/evidence.ts'
import type { EvidenceKind } from '../../lib/evidence/file-kind.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Reader, Writer } from '../database.ts'
import { evidenceFiles, evidenceLinks, evidencePieces } from '../schema/evidence.ts'
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
  if (!file) return fail('not-found')
  await tx
    .insert(evidenceLinks)
    .values({ ...link, assessmentId: assessment.id })
    .onConflictDoNothing()
  return ok(undefined)
}

export async function unlinkEvidence(
  tx: Writer,
  assessment: ScorableAssessment,
  { digest, use, subjectId }: EvidenceLink,
): Promise<Result<void, never>> {
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
