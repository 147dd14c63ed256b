/**
 * Coverage: do the respondents look like the people concerned?
 *
 * A survey handed out through schools reaches parents and pupils: nearly everybody is between thirty and fifty, almost
 * nobody between twenty and thirty or older. Its shares may be exact and still speak for one generation. Where the frame
 * says how old people are, each age band is compared with its share; where it does not, a plain rule of thumb asks that
 * no band be nearly empty.
 */
import { sum } from '../../statistics/descriptive.ts'
import { binomialCdf } from '../../statistics/distributions.ts'
import type { AgeBand, SurveyEvidence } from './evidence.ts'
import { type Candidate, type Finding, findingsOver, notApplicable } from './finding.ts'
import { basisOf, type References } from './references.ts'

/**
 * Bands of the same name are added up over strata; the expected share of a band is that of each stratum's frame,
 * weighted by the answers of the stratum, so that unequal response of strata is not counted twice. Per band
 * p = P(X ≤ responded | n, coverageFraction × share), Bonferroni over bands. Unless every stratum gives shares, the
 * expected share is parityFraction/number of bands (parity). Not applicable without two bands and an answer.
 */
export function checkFrameCoverage(evidence: SurveyEvidence, references: References): Finding[] {
  const strata = (evidence.strata ?? []).flatMap(({ ageBands = [] }) =>
    ageBands.length > 0 ? [ageBands] : [],
  )
  const bands = [...new Set(strata.flatMap((list) => list.map(({ band }) => band)))]
  const n = sum(strata.flatMap((list) => list.map(({ responded }) => responded)))
  if (bands.length < 2 || n === 0) return notApplicable('frame-coverage', ['age-bands'])
  const framed = strata.every((list) => list.every(({ share }) => share !== undefined) && shareSum(list) > 0)
  const expected = (band: string) => {
    if (!framed) return references.parityFraction / bands.length
    const expectedAnswers = sum(
      strata.map((list) => {
        const answers = sum(list.map(({ responded }) => responded))
        const share = sum(list.filter((entry) => entry.band === band).map((entry) => entry.share ?? 0))
        return (answers * share) / shareSum(list)
      }),
    )
    return (references.coverageFraction * expectedAnswers) / n
  }
  return findingsOver(
    bands.map((band): Candidate => {
      const responded = sum(strata.flat().flatMap((entry) => (entry.band === band ? [entry.responded] : [])))
      const floor = expected(band)
      return {
        check: 'frame-coverage',
        found: 'band-thin',
        clean: 'bands-covered',
        pValue: binomialCdf(responded, n, Math.min(1, floor)),
        basis: framed ? basisOf(references, 'coverageFraction') : 'parity',
        statistics: {
          responded,
          answers: n,
          floor,
          frameShare: framed ? floor / references.coverageFraction : 1 / bands.length,
        },
        place: band,
      }
    }),
  )
}

function shareSum(list: readonly AgeBand[]): number {
  return sum(list.map(({ share = 0 }) => share))
}
