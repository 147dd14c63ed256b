/**
 * Unanimity: nobody is opposed. How likely is that?
 *
 * Land is taken, a road cut through, an incinerator built, and of 200 people asked not one objects. If only one in
 * twenty of the villagers were against it, 200 honest forms would show no opponent once in 28,000 surveys. The real
 * rate is unknown, so it is taken from the open link where enough people used it (opponents are eager to use it, which
 * is allowed for), and otherwise from a stated default. Where somebody *is* opposed, a much lower rate is used: a
 * survey with 3 % opposition is an honest survey, one with a single opponent among two thousand is not unlike none.
 */

import { exp, log1p } from '../../elementary.ts'
import { oddsRatioTest } from '../../statistics/association/fourfold.ts'
import { binomialCdf } from '../../statistics/distributions.ts'
import { type SurveyEvidence, tally } from './evidence.ts'
import { type Finding, findingsOver, notApplicable } from './finding.ts'
import { basisOf, type References } from './references.ts'

/** Fewer answers than this say too little about the rate of opposition: 0.95^60 is 5 %. */
const ENOUGH_OPEN_ANSWERS = 60

/**
 * With no opponent among n: P(0 | n, reference rate) = (1 - r)^n, or, given k opponents among m ≥ 60 open answers, the
 * exact conditional probability that none of them is in the survey when the open link's odds are `selfSelectionOdds`
 * times the survey's. With x ≥ 1 opponents: P(X ≤ x | n, tokenOpposition). An open link without any opponent joins the
 * unanimous. Not applicable without valid answers.
 */
export function checkUnanimity(evidence: SurveyEvidence, references: References): Finding[] {
  const open = tally(evidence, (channel) => channel === 'open-link')
  const others = tally(evidence, (channel) => channel !== 'open-link')
  const survey = others.n > 0 ? others : open
  if (survey.n === 0) return notApplicable('unanimity', ['attitudes'])

  if (survey.opposed > 0) {
    return findingsOver([
      {
        check: 'unanimity',
        found: 'token-opposition',
        clean: 'opposition-present',
        pValue: binomialCdf(survey.opposed, survey.n, references.tokenOpposition),
        basis: basisOf(references, 'tokenOpposition'),
        statistics: { answers: survey.n, opposed: survey.opposed, reference: references.tokenOpposition },
      },
    ])
  }

  if (others.n > 0 && open.opposed > 0 && open.n >= ENOUGH_OPEN_ANSWERS) {
    const test = oddsRatioTest(
      { successes: 0, n: survey.n },
      { successes: open.opposed, n: open.n },
      references.selfSelectionOdds,
    )
    if (!test.ok) throw new Error(`counts were checked before: ${test.reason}`)
    return findingsOver([
      {
        check: 'unanimity',
        found: 'no-opposition',
        clean: 'no-opposition',
        pValue: test.value.lowerP,
        basis: 'open-channel',
        statistics: {
          answers: survey.n,
          opposed: 0,
          openAnswers: open.n,
          openOpposed: open.opposed,
          reference: open.opposed / open.n,
          toleratedOdds: references.selfSelectionOdds,
        },
      },
    ])
  }

  const unanimous = others.n > 0 && open.opposed === 0 ? survey.n + open.n : survey.n
  return findingsOver([
    {
      check: 'unanimity',
      found: 'no-opposition',
      clean: 'no-opposition',
      pValue: exp(unanimous * log1p(-references.opposition)),
      basis: basisOf(references, 'opposition'),
      statistics: { answers: unanimous, opposed: 0, reference: references.opposition },
    },
  ])
}
