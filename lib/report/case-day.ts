import type { CaseFile } from '../assessment/case-file.ts'

/** The last day on which something was entered that the case dates. */
export function caseDay({ createdOn, findings, survey, participation }: CaseFile): string {
  const days = [
    createdOn,
    survey?.publishedOn,
    survey?.closedOn,
    ...findings.map((finding) => finding.scoredOn),
    ...participation.notices.flatMap((notice) => [notice.publishedOn, notice.withdrawnOn]),
  ]
  const known = days.filter((day) => typeof day === 'string').map((day) => day.slice(0, 10))
  return known.sort().at(-1) ?? createdOn
}
