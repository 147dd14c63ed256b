/**
 * 定稿: a version of the assessment that nobody can change any more.
 *
 * It holds the whole case as it stood, everything that was computed from it, the version of the engine, and where the chain of
 * events stood. A case whose verdict cannot be given is not frozen: there is nothing to approve yet, and what is missing is
 * named.
 */
import type { CaseFile } from '../assessment/case-file.ts'
import { canonicalJson } from '../integrity/canonical-json.ts'
import { type Digest, digestText, digestValue } from '../integrity/digest.ts'
import type { ReportInput } from '../report/chapter.ts'
import { reportOf } from '../report/outlines/outlines.ts'
import { fail, ok, type Result } from '../result.ts'
import { compute } from '../verdict/compute.ts'
import type { Results } from '../verdict/results.ts'
import { reportCode } from './report-code.ts'

/** Where a chain of events stood. */
export interface ChainHead {
  readonly seq: number
  readonly hash: Digest
}

export interface FrozenVersion {
  /** From 1. */
  readonly number: number
  readonly code: string
  readonly frozenOn: string
  readonly frozenBy: string
  readonly caseDigest: Digest
  readonly engineVersion: string
  /** Last event before freezing, in the chain of the assessment and in that of the office. */
  readonly auditHead: ChainHead | null
  readonly officeHead: ChainHead | null
  readonly resultsDigest: Digest
  /** Of everything the assessment report said when it was frozen, before anybody signed. */
  readonly wordingDigest: Digest
  readonly snapshot: CaseFile
  readonly results: Results
}

export type FreezeRefusal = 'verdict-not-given' | 'nothing-changed' | 'changed-since-seen'

/** What of a version follows from the case: the same case gives the same. */
export function freeze(
  caseFile: CaseFile,
  number: number,
): Result<
  Pick<
    FrozenVersion,
    'code' | 'caseDigest' | 'engineVersion' | 'snapshot' | 'results' | 'resultsDigest' | 'wordingDigest'
  >,
  FreezeRefusal
> {
  const results = compute(caseFile)
  if (results.verdict.status !== 'given')
    return fail('verdict-not-given', { missing: results.verdict.missing.join(',') })
  const text = canonicalJson(caseFile)
  const caseDigest = digestText(text)
  const resultsText = canonicalJson(results)
  const frozen = { snapshot: JSON.parse(text) as CaseFile, results: JSON.parse(resultsText) as Results }
  return ok({
    code: reportCode(caseFile.id, number, caseDigest),
    caseDigest,
    engineVersion: results.engineVersion,
    resultsDigest: digestText(resultsText),
    wordingDigest: wordingDigest({ caseFile: frozen.snapshot, results: frozen.results }),
    ...frozen,
  })
}

/**
 * Digest of what today's chapters say about a frozen case. Another one than at freezing means that the program words or orders
 * something differently now, while the figures are the frozen ones.
 */
export function wordingDigest({ caseFile, results }: Pick<ReportInput, 'caseFile' | 'results'>): Digest {
  // The typesetter's input, as it goes to another process.
  return digestValue(JSON.parse(JSON.stringify(reportOf('assessment', { caseFile, results }))))
}

/**
 * Whether a version is still what was frozen: the case and the results have the digests that were stored beside them, and the code
 * on the paper follows from the case.
 */
export function isIntact(
  caseId: string,
  {
    number,
    code,
    caseDigest,
    resultsDigest,
  }: Pick<FrozenVersion, 'number' | 'code' | 'caseDigest' | 'resultsDigest'>,
  { caseFile, results }: Pick<ReportInput, 'caseFile' | 'results'>,
): boolean {
  return (
    digestValue(caseFile) === caseDigest &&
    digestValue(results) === resultsDigest &&
    reportCode(caseId, number, caseDigest) === code
  )
}
