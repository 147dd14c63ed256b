/**
 * Channel difference: do people oppose less when somebody else holds the pen?
 *
 * Answers that pass through another person's hands (an interviewer, a paper form typed in by the office) are compared
 * with those a resident sends alone. A little more politeness face to face is human; when opposition nearly vanishes
 * in the handled channels, the difference is not manners.
 */
import { oddsRatioTest } from '../../statistics/association/fourfold.ts'
import { type SurveyEvidence, tally } from './evidence.ts'
import { type Finding, findingsOver, notApplicable } from './finding.ts'
import { basisOf, type References } from './references.ts'

/** With this many coded answers the self-selected open link is not needed for the comparison. */
const ENOUGH_CODED_ANSWERS = 30

/**
 * Paper and assisted answers against one-time codes (with fewer than 30 of them: codes and open link together), opposed
 * or not: two-sided exact test that the odds differ by more than the tolerated factor `modeOdds`, or
 * `selfSelectionOdds` where the open link takes part. Counts are taken as independent answers; where households answered
 * together, Rao–Scott on the full records is the sharper instrument.
 */
export function checkChannelDifference(evidence: SurveyEvidence, references: References): Finding[] {
  const handled = tally(evidence, (channel) => channel === 'paper-entry' || channel === 'assisted-interview')
  const coded = tally(evidence, (channel) => channel === 'one-time-code')
  const withOpen = coded.n < ENOUGH_CODED_ANSWERS
  const self = withOpen
    ? tally(evidence, (channel) => channel === 'one-time-code' || channel === 'open-link')
    : coded
  if (handled.n === 0 || self.n === 0) {
    return notApplicable('channel-difference', [
      ...(handled.n === 0 ? (['handled-channel'] as const) : []),
      ...(self.n === 0 ? (['self-answered-channel'] as const) : []),
    ])
  }
  const reference = withOpen ? 'selfSelectionOdds' : 'modeOdds'
  const test = oddsRatioTest(
    { successes: handled.opposed, n: handled.n },
    { successes: self.opposed, n: self.n },
    references[reference],
  )
  if (!test.ok) throw new Error(`counts were checked before: ${test.reason}`)
  const fewer = handled.opposed / handled.n < self.opposed / self.n
  return findingsOver([
    {
      check: 'channel-difference',
      found: fewer ? 'handled-less-opposed' : 'handled-more-opposed',
      clean: 'channels-agree',
      pValue: test.value.p,
      basis: basisOf(references, reference),
      statistics: {
        handledAnswers: handled.n,
        handledOpposed: handled.opposed,
        selfAnswers: self.n,
        selfOpposed: self.opposed,
        toleratedOdds: references[reference],
      },
    },
  ])
}
