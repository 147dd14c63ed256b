/**
 * A finding: what one credibility check has to say about one place.
 *
 * It never accuses anybody. A p-value says how often an honest survey would look at least this strange; a flag says that
 * the report must explain it, a notice that a reader should know it. A check that could not be made is a finding too,
 * because a report that is silent about a check reads as if the check had been passed.
 */
import type { MissingEvidence } from './evidence.ts'

export const CHECK_NAMES = [
  'unanimity',
  'full-return',
  'code-custody',
  'ineligible-respondents',
  'straight-lining',
  'time-bursts',
  'channel-difference',
  'open-channel-benchmark',
  'stratum-response',
  'frame-coverage',
] as const
export type CheckName = (typeof CHECK_NAMES)[number]

export type Severity = 'pass' | 'notice' | 'flag' | 'not-applicable'

export type Cause =
  | 'no-opposition'
  | 'token-opposition'
  | 'opposition-present'
  | 'nobody-refused'
  | 'some-did-not-return'
  | 'more-back-than-issued'
  | 'unaccounted'
  | 'more-answers-than-returned'
  | 'custody-balanced'
  | 'left-over-slips-used'
  | 'within-slips-handed-out'
  | 'many-ineligible'
  | 'few-ineligible'
  | 'many-alike'
  | 'few-alike'
  | 'one-day-stands-out'
  | 'days-comparable'
  | 'handled-less-opposed'
  | 'handled-more-opposed'
  | 'channels-agree'
  | 'survey-less-opposed'
  | 'survey-more-opposed'
  | 'benchmark-agrees'
  | 'more-answers-than-people'
  | 'stratum-silent'
  | 'stratum-low'
  | 'rates-comparable'
  | 'band-thin'
  | 'bands-covered'
  | 'evidence-missing'

/**
 * What the comparison rests on: a number of the workbench or of the scheme, the open link, a benchmark, the scatter of
 * the survey's own days, equal shares of the age bands for want of a frame, or bookkeeping alone.
 */
export type Basis =
  | 'default'
  | 'scheme'
  | 'open-channel'
  | 'benchmark'
  | 'own-scatter'
  | 'parity'
  | 'bookkeeping'

export interface Finding {
  readonly check: CheckName
  readonly cause: Cause
  readonly severity: Severity
  /** After Bonferroni's correction for the places this check looked at; null where there is none, see `noPValue`. */
  readonly pValue: number | null
  /** Why there is no p-value: nothing to check, plain arithmetic without chance, or a source that hides its size. */
  readonly noPValue: 'evidence-missing' | 'arithmetic' | 'unknown-sample-size' | null
  readonly basis: Basis
  readonly statistics: Readonly<Record<string, number>>
  /** A channel, the name of a stratum, a day, an age band or the source of a benchmark. */
  readonly place?: string
  readonly missing?: readonly MissingEvidence[]
  /** True: counts about few people were taken out, and p-values are the upper end of their band; see shown-findings.ts. */
  readonly concealed?: true
}

/** p below which a finding is a flag, and a notice. */
export const FLAG_BELOW = 0.01
export const NOTICE_BELOW = 0.05

export function severityOf(pValue: number): 'pass' | 'notice' | 'flag' {
  if (pValue < FLAG_BELOW) return 'flag'
  return pValue < NOTICE_BELOW ? 'notice' : 'pass'
}

export interface Candidate {
  readonly check: CheckName
  /** The cause if the p-value is small, and if it is not. */
  readonly found: Cause
  readonly clean: Cause
  readonly pValue: number
  readonly basis: Basis
  readonly statistics: Readonly<Record<string, number>>
  readonly place?: string
}

/**
 * Findings of one check over several places: the conspicuous ones, or the least inconspicuous if all is well. Each
 * p-value is multiplied by the number of places, because among forty villages one is always the strangest.
 */
export function findingsOver(candidates: readonly Candidate[]): Finding[] {
  const judged = candidates.map(({ found, clean, ...candidate }): Finding & { pValue: number } => {
    const pValue = Math.min(1, candidate.pValue * candidates.length)
    const severity = severityOf(pValue)
    return { ...candidate, pValue, severity, cause: severity === 'pass' ? clean : found, noPValue: null }
  })
  const conspicuous = judged.filter((finding) => finding.severity !== 'pass')
  if (conspicuous.length > 0) return conspicuous
  return judged.toSorted((a, b) => a.pValue - b.pValue).slice(0, 1)
}

/** The check could not be made, and what it would have needed. */
export function notApplicable(check: CheckName, missing: readonly MissingEvidence[]): Finding[] {
  return [
    {
      check,
      cause: 'evidence-missing',
      severity: 'not-applicable',
      pValue: null,
      noPValue: 'evidence-missing',
      basis: 'bookkeeping',
      statistics: {},
      missing,
    },
  ]
}

/** A finding of plain arithmetic, where chance plays no part. */
export function arithmetic(
  check: CheckName,
  cause: Cause,
  severity: 'pass' | 'notice' | 'flag',
  statistics: Readonly<Record<string, number>>,
  place?: string,
): Finding {
  return {
    check,
    cause,
    severity,
    pValue: null,
    noPValue: 'arithmetic',
    basis: 'bookkeeping',
    statistics,
    ...(place === undefined ? {} : { place }),
  }
}
