/** The credibility of the survey as page and report may print it; see survey/credibility/shown-findings.ts. */
import type { CaseFile } from '../assessment/case-file.ts'
import { ok, type Result } from '../result.ts'
import { schemeOf } from '../scheme/registry.ts'
import type { CredibilityReport } from '../survey/credibility/check.ts'
import { shownFindings } from '../survey/credibility/shown-findings.ts'
import { STANDARD_ITEMS } from '../survey/standard-items.ts'
import { releasedTables } from '../survey/suppression/released.ts'
import { credibilityEvidence } from './credibility-evidence.ts'
import type { Results } from './results.ts'

/** Null where nothing was checked, or so few answered that any finding would tell what one of them said. */
export function shownCredibility(
  caseFile: CaseFile,
  { survey: found, credibility }: Results,
): Result<CredibilityReport> | null {
  const { survey, schemeId } = caseFile
  const fewest = schemeOf(schemeId).suppressionK.value
  const opposition = found?.indices.opposition.estimate
  if (!credibility || !survey?.tally || !found || !opposition || opposition.n < fewest) return null
  if (!credibility.ok) return credibility
  const evidence = credibilityEvidence(caseFile, found)
  if (!evidence) return null
  const age = survey.questionnaire.questions.find(({ id }) => id === STANDARD_ITEMS.age.id)
  const [table] = age ? releasedTables(age, survey.questionnaire, survey.tally, fewest) : []
  const ageBands = new Set(
    table?.categories.flatMap(({ label }, j) => (table.all.counts[j] === null ? [label] : [])),
  )
  return ok(shownFindings(credibility.value, evidence, { fewest, ageBands }))
}
