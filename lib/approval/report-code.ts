/**
 * 核验码: the short code on every page of a frozen report. It is made from what was frozen, so the same version has the same
 * code on every print, and nobody can choose one. Twelve characters with a check character, as one-time codes have them.
 */
import { digestValue } from '../integrity/digest.ts'
import { CODE_BYTES, codeFrom } from '../survey/codes/code.ts'

/** @param caseDigest of the whole frozen case. */
export function reportCode(assessmentId: string, number: number, caseDigest: string): string {
  const digest = digestValue({ assessmentId, number, caseDigest })
  const bytes = Uint8Array.from({ length: CODE_BYTES }, (_, i) =>
    Number.parseInt(digest.slice(2 * i, 2 * i + 2), 16),
  )
  return codeFrom(bytes)
}
