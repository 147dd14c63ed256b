/**
 * Ineligible respondents: people who should not be in the survey at all.
 *
 * A sample of respondents is called back or compared with the list of residents. Some entries of every list are stale;
 * when far more respondents than that had moved away, were deceased or never saw the form, the answers are not those of
 * the people concerned.
 */
import { binomialUpper } from '../../statistics/distributions.ts'
import type { SurveyEvidence } from './evidence.ts'
import { type Finding, findingsOver, notApplicable } from './finding.ts'
import { basisOf, type References } from './references.ts'

/** p = P(at least so many | verified, stale share of an ordinary list). Not applicable unless somebody verified. */
export function checkIneligibleRespondents(evidence: SurveyEvidence, references: References): Finding[] {
  const { ineligible } = evidence
  if (!ineligible || ineligible.of === 0) return notApplicable('ineligible-respondents', ['ineligible'])
  const { count, of } = ineligible
  return findingsOver([
    {
      check: 'ineligible-respondents',
      found: 'many-ineligible',
      clean: 'few-ineligible',
      pValue: binomialUpper(count - 1, of, references.ineligible),
      basis: basisOf(references, 'ineligible'),
      statistics: { ineligible: count, verified: of, reference: references.ineligible },
    },
  ])
}
