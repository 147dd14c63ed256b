/**
 * 定稿: a version of the assessment that nobody can change any more.
 *
 * It holds the whole case as it stood, everything that was computed from it, the version of the engine, and where the chain of
 * events stood. A case whose verdict cannot be given is not frozen: there is nothing to approve yet, and what is missing is
 * named.
 */
import type { CaseFile } from '../assessment/case-file.ts'
import { canonicalJson } from '../integrity/canonical-json.ts'
import { type Digest, digestText } from '../integrity/digest.ts'
import { fail, ok, type Result } from '../result.ts'
import { compute } from '../verdict/compute.ts'
import type { Results } from '../verdict/results.ts'
import { reportCode } from './report-code.ts'

export interface FrozenVersion {
  /** From 1. */
  readonly number: number
  readonly code: string
  readonly frozenOn: string
  readonly frozenBy: string
  readonly caseDigest: Digest
  readonly engineVersion: string
  /** Last event before freezing: seq and hash of the chain. */
  readonly auditHead: { readonly seq: number; readonly hash: Digest } | null
  readonly snapshot: CaseFile
  readonly results: Results
}

export type FreezeRefusal = 'verdict-not-given' | 'nothing-changed' | 'changed-since-seen'

/** What of a version follows from the case: the same case gives the same. */
export function freeze(
  caseFile: CaseFile,
  number: number,
): Result<
  Pick<FrozenVersion, 'code' | 'caseDigest' | 'engineVersion' | 'snapshot' | 'results'>,
  FreezeRefusal
> {
  const results = compute(caseFile)
  if (results.verdict.status !== 'given')
    return fail('verdict-not-given', { missing: results.verdict.missing.join(',') })
  const text = canonicalJson(caseFile)
  const caseDigest = digestText(text)
  return ok({
    code: reportCode(caseFile.id, number, caseDigest),
    caseDigest,
    engineVersion: results.engineVersion,
    snapshot: JSON.parse(text) as CaseFile,
    results: JSON.parse(canonicalJson(results)) as Results,
  })
}
