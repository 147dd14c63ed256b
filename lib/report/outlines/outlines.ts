/** The kinds of report. A new one is an outline in a file of its own and a line here. */
import type { ReportInput } from '../chapter.ts'
import {
  composeReport,
  composing,
  type Outline,
  partHeadings,
  type ReportDocument,
} from '../report-document.ts'
import { ASSESSMENT_REPORT } from './assessment-report.ts'
import type { OutlineId } from './outline-id.ts'
import { RISK_ANALYSIS } from './risk-analysis.ts'

const OUTLINES = {
  assessment: ASSESSMENT_REPORT,
  analysis: RISK_ANALYSIS,
} as const satisfies Record<OutlineId, Outline>

export function reportOf(outline: OutlineId, input: ReportInput): ReportDocument {
  return composeReport(OUTLINES[outline], input)
}

/** With a pause after each chapter. */
export function reportInSteps(outline: OutlineId, input: ReportInput): Generator<undefined, ReportDocument> {
  return composing(OUTLINES[outline], input)
}

/** What the contents of the report list at their first level. */
export function contentsOf(outline: OutlineId, input: ReportInput): string[] {
  return partHeadings(OUTLINES[outline], input)
}
