/**
 * Benchmark: what do people say where the office is not asking?
 *
 * The survey is held against the open link, and against an independent poll where there is one. An official poll once
 * found 0 % against while an independent one found 97 % against. Opponents use an open link more eagerly, so it may
 * differ by a stated factor; an independent poll has no such excuse beyond the manner of asking.
 */
import { oddsRatioTest } from '../../statistics/association/fourfold.ts'
import { type Benchmark, type SurveyEvidence, type Tallied, tally } from './evidence.ts'
import { type Candidate, type Finding, findingsOver, notApplicable } from './finding.ts'
import { basisOf, type References } from './references.ts'

/** Where the source hides its size there is no p-value; these differences of shares speak for themselves. */
const FLAG_DIFFERENCE = 0.3
const NOTICE_DIFFERENCE = 0.1

/**
 * All channels but the open link against the open link (tolerated factor `selfSelectionOdds`) and against the
 * benchmark (`modeOdds`): two-sided exact tests. A benchmark without its number of answers is judged by the difference
 * of shares alone; a survey that is nothing but an open link can only be held against a benchmark. Not applicable
 * without an answer on either side.
 */
export function checkOpenChannelBenchmark(evidence: SurveyEvidence, references: References): Finding[] {
  const others = tally(evidence, (channel) => channel !== 'open-link')
  const open = tally(evidence, (channel) => channel === 'open-link')
  const survey = others.n > 0 ? others : open
  const { benchmark } = evidence
  if (survey.n === 0) return notApplicable('open-channel-benchmark', ['attitudes'])
  const candidates: Candidate[] = []
  if (others.n > 0 && open.n > 0)
    candidates.push(comparison(survey, open, 'open-link', references, 'selfSelectionOdds'))
  if (benchmark?.answers) {
    const opposed = Math.round(benchmark.opposed * benchmark.answers)
    const other = { n: benchmark.answers, opposed }
    candidates.push(comparison(survey, other, benchmark.source, references, 'modeOdds'))
  }
  const unsized = benchmark && !benchmark.answers ? [withoutSize(survey, benchmark)] : []
  if (candidates.length + unsized.length === 0) {
    return notApplicable('open-channel-benchmark', ['open-link-or-benchmark'])
  }
  return [...findingsOver(candidates), ...unsized]
}

function comparison(
  survey: Tallied,
  other: Tallied,
  place: string,
  references: References,
  reference: 'selfSelectionOdds' | 'modeOdds',
): Candidate {
  const test = oddsRatioTest(
    { successes: survey.opposed, n: survey.n },
    { successes: other.opposed, n: other.n },
    references[reference],
  )
  if (!test.ok) throw new Error(`counts were checked before: ${test.reason}`)
  const fewer = survey.opposed / survey.n < other.opposed / other.n
  return {
    check: 'open-channel-benchmark',
    found: fewer ? 'survey-less-opposed' : 'survey-more-opposed',
    clean: 'benchmark-agrees',
    pValue: test.value.p,
    basis: basisOf(references, reference),
    statistics: {
      answers: survey.n,
      opposed: survey.opposed,
      otherAnswers: other.n,
      otherShare: other.opposed / other.n,
      toleratedOdds: references[reference],
    },
    place,
  }
}

function withoutSize(survey: Tallied, benchmark: Benchmark): Finding {
  const difference = survey.opposed / survey.n - benchmark.opposed
  const size = Math.abs(difference)
  const severity = size >= FLAG_DIFFERENCE ? 'flag' : size >= NOTICE_DIFFERENCE ? 'notice' : 'pass'
  const found = difference < 0 ? 'survey-less-opposed' : 'survey-more-opposed'
  return {
    check: 'open-channel-benchmark',
    cause: severity === 'pass' ? 'benchmark-agrees' : found,
    severity,
    pValue: null,
    noPValue: 'unknown-sample-size',
    basis: 'benchmark',
    statistics: { answers: survey.n, opposed: survey.opposed, otherShare: benchmark.opposed },
    place: benchmark.source,
  }
}
