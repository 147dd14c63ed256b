/** A case of which nothing but its matter has been entered, and what the engine makes of it. */
import { type CaseFile, NOTHING_ENTERED } from '../assessment/case-file.ts'
import { NOTHING_ALLOCATED } from '../economics/allocation.ts'
import { compute } from '../verdict/compute.ts'
import type { ReportInput } from './chapter.ts'
import { EXAMPLE_CASE } from './example-input.fixture.ts'

const EMPTY_CASE: CaseFile = {
  ...EXAMPLE_CASE,
  ...NOTHING_ENTERED,
  groups: [],
  findings: [],
  dimensionComments: [],
  factors: [],
  expectedEventPersons: null,
  survey: null,
  economics: { years: [], socialDiscountRate: 0.08, shares: NOTHING_ALLOCATED, financial: null },
}
export const EMPTY_INPUT: ReportInput = { caseFile: EMPTY_CASE, results: compute(EMPTY_CASE) }
