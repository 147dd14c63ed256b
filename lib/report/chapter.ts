import type { CaseFile } from '../assessment/case-file.ts'
import type { Results } from '../verdict/results.ts'
import type { ApprovalRecord } from './approval-record.ts'
import type { Block } from './blocks.ts'

/** By which a printed page is checked: the code to type in and the address that a telephone opens. */
export interface PageVerification {
  readonly code: string
  readonly url: string
  /** The page where the code can be typed in, as it is typed: without https://. */
  readonly page: string
}

/** What a frozen version is known by, so that paper can be held against the database it came from. */
export interface FrozenFacts {
  readonly number: number
  /** Where the chain of the assessment and the chain of the office stood; null before their first event. */
  readonly anchor: string | null
  readonly officeAnchor: string | null
  /** Today's program words or orders something differently than the one it was frozen with. */
  readonly wordedAnew: boolean
}

export interface ReportInput {
  readonly caseFile: CaseFile
  readonly results: Results
  /** Only a frozen version has one: a draft can still change, and there would be nothing to check it against. */
  readonly verification?: PageVerification | null
  /** Of a frozen version too: the day it was frozen, YYYY-MM-DD. */
  readonly frozenOn?: string | null
  /** Of a frozen version too. */
  readonly frozen?: FrozenFacts | null
  /** Of a frozen version too: what was signed until it was printed. */
  readonly approval?: ApprovalRecord | null
}

/**
 * One chapter of a report: says what the case and its results hold about its subject, in the words of an official
 * paper, and states what is missing. It computes no number of its own and draws no conclusion the results do not give.
 */
export type Chapter = (input: ReportInput) => readonly Block[]
