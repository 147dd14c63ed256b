/**
 * Straight-lining: one column ticked from top to bottom.
 *
 * Some people hurry. When the same answer runs through every item for far more respondents than haste explains, the
 * forms were probably filled in by few hands.
 */
import { binomialUpper } from '../../statistics/distributions.ts'
import type { SurveyEvidence } from './evidence.ts'
import { type Finding, findingsOver, notApplicable } from './finding.ts'
import { basisOf, type References } from './references.ts'

/** p = P(at least so many | respondents, ordinary share of hasty ones). Not applicable without a scale of items. */
export function checkStraightLining(evidence: SurveyEvidence, references: References): Finding[] {
  const { straightLined } = evidence
  if (!straightLined || straightLined.of === 0) return notApplicable('straight-lining', ['straight-lined'])
  const { count, of } = straightLined
  return findingsOver([
    {
      check: 'straight-lining',
      found: 'many-alike',
      clean: 'few-alike',
      pValue: binomialUpper(count - 1, of, references.straightLining),
      basis: basisOf(references, 'straightLining'),
      statistics: { alike: count, answers: of, reference: references.straightLining },
    },
  ])
}
