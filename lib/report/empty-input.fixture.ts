/** A case of which nothing but its matter has been entered, and what the engine makes of it. */
import type { CaseFile } from '../assessment/case-file.ts'
import { concludeDimension } from '../dimensions/finding.ts'
import { fail } from '../result.ts'
import type { Results } from '../verdict/results.ts'
import type { ReportInput } from './chapter.ts'
import { EXAMPLE_CASE, EXAMPLE_RESULTS } from './example-input.fixture.ts'

const EMPTY_CASE: CaseFile = {
  ...EXAMPLE_CASE,
  groups: [],
  findings: [],
  dimensionComments: [],
  factors: [],
  expectedEventPersons: null,
  survey: null,
  economics: { years: [], socialDiscountRate: 0.08 },
}
const EMPTY_RESULTS: Results = {
  ...EXAMPLE_RESULTS,
  dimensions: {
    legality: concludeDimension('legality', []),
    reasonableness: concludeDimension('reasonableness', []),
    feasibility: concludeDimension('feasibility', []),
    safety: concludeDimension('safety', []),
  },
  factors: [],
  weightSum: 0,
  initial: { index: null, level: fail('no-factors') },
  residual: { index: null, level: fail('no-factors') },
  survey: null,
  economics: fail('no-years'),
  verdict: {
    status: 'cannot-be-given',
    missing: ['groups', 'dimensions', 'factors', 'event-size', 'survey', 'economics'],
  },
}
export const EMPTY_INPUT: ReportInput = { caseFile: EMPTY_CASE, results: EMPTY_RESULTS }
