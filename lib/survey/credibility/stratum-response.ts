/**
 * Response by stratum: who is hardly heard?
 *
 * A survey may look large while one group, usually the one that loses most, is almost absent. Groups never answer
 * equally often, so a group is only named when it stays clearly below half the rate of the others. More answers than
 * people is impossible and is always named.
 */
import { sum } from '../../statistics/descriptive.ts'
import { binomialCdf } from '../../statistics/distributions.ts'
import type { StratumEvidence, SurveyEvidence } from './evidence.ts'
import { arithmetic, type Candidate, type Finding, findingsOver, notApplicable } from './finding.ts'
import { basisOf, type References } from './references.ts'

/**
 * p = P(X ≤ responded | size, responseFraction × rate of all other strata), Bonferroni over strata; size is `invited`,
 * else households (persons where several per household answered). Without `invited` a low rate may be the sampling plan,
 * so it is a notice at most, except for a stratum without any answer. A stratum without a usable size is reported as
 * unchecked; with fewer than two sized strata the whole check is not applicable.
 */
export function checkStratumResponse(evidence: SurveyEvidence, references: References): Finding[] {
  const strata = evidence.strata ?? []
  if (strata.length === 0) return notApplicable('stratum-response', ['strata'])
  const apart: Finding[] = []
  const sized: { stratum: StratumEvidence; size: number }[] = []
  for (const stratum of strata) {
    const { name, responded } = stratum
    const most = stratum.invited ?? stratum.persons
    const size = sizeOf(stratum)
    if (most !== undefined && responded > most) {
      apart.push(
        arithmetic('stratum-response', 'more-answers-than-people', 'flag', { responded, most }, name),
      )
    } else if (size === null) {
      apart.push({ ...notApplicable('stratum-response', ['stratum-size'])[0]!, place: name })
    } else sized.push({ stratum, size })
  }
  if (sized.length < 2) {
    return apart.length > 0 ? apart : notApplicable('stratum-response', ['two-strata-with-size'])
  }
  const candidates = sized.map(({ stratum, size }, h): Candidate => {
    const others = sized.toSpliced(h, 1)
    const rate = sum(others.map((o) => o.stratum.responded)) / sum(others.map((o) => o.size))
    return {
      check: 'stratum-response',
      found: stratum.responded === 0 ? 'stratum-silent' : 'stratum-low',
      clean: 'rates-comparable',
      pValue: binomialCdf(stratum.responded, size, references.responseFraction * rate),
      basis: basisOf(references, 'responseFraction'),
      statistics: {
        responded: stratum.responded,
        size,
        otherRate: rate,
        reference: references.responseFraction,
        invitedKnown: stratum.invited === undefined ? 0 : 1,
      },
      place: stratum.name,
    }
  })
  return [...apart, ...findingsOver(candidates).map(cappedWithoutInvitations)]
}

/** Null where no known size is at least 1 and at least the number of answers. */
function sizeOf({ invited, households = 0, persons = 0, responded }: StratumEvidence): number | null {
  const size = invited ?? (responded <= households ? households : persons)
  return size >= 1 && size >= responded ? size : null
}

function cappedWithoutInvitations(finding: Finding): Finding {
  const planned = finding.statistics.invitedKnown === 0 && finding.cause === 'stratum-low'
  return planned && finding.severity === 'flag' ? { ...finding, severity: 'notice' } : finding
}
