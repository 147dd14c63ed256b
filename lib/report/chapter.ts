import type { CaseFile } from '../assessment/case-file.ts'
import type { Results } from '../verdict/results.ts'
import type { Block } from './blocks.ts'

export interface ReportInput {
  readonly caseFile: CaseFile
  readonly results: Results
}

/**
 * One chapter of a report: says what the case and its results hold about its subject, in the words of an official
 * paper, and states what is missing. It computes no number of its own and draws no conclusion the results do not give.
 */
export type Chapter = (input: ReportInput) => readonly Block[]
