/**
 * Findings as they may be shown: without the counts that are about one to k − 1 people.
 *
 * The checks set one channel beside another, so a finding may say that two of forty answers on paper were opposed. All opposed
 * together are always printed, and with them one channel gives away the other; so either the numbers of all channels may be
 * told or none is. The number of an age band is told where the released table of the question tells it. A p-value is computed
 * from the counts and leads back to them: where a count is withheld, p is given as a band.
 */
import { isSmall } from '../../statistics/cell-suppression.ts'
import { LINES } from '../../statistics/p-value-text.ts'
import type { CredibilityReport, JudgedFinding } from './check.ts'
import { type SurveyEvidence, tally } from './evidence.ts'
import type { CheckName, Finding } from './finding.ts'

/** Checks that set the answers of channels against each other. */
const BY_CHANNEL: readonly CheckName[] = ['unanimity', 'channel-difference', 'open-channel-benchmark']

/** Statistics that count answers of a kind, not participation; the shares among them say the same. */
const OPPOSED = ['opposed', 'openOpposed', 'handledOpposed', 'selfOpposed', 'otherShare'] as const

export interface Hidden {
  /** k. */
  readonly fewest: number
  /** Age bands whose count is hidden in the table of the question. */
  readonly ageBands: ReadonlySet<string>
}

/** Whether a number of opposed that can be worked out for part of the channels is about fewer than k, or all but so few. */
function channelsTellOfFew(evidence: SurveyEvidence, fewest: number): boolean {
  const parts = [
    tally(evidence, (channel) => channel === 'open-link'),
    tally(evidence, (channel) => channel === 'one-time-code'),
    tally(evidence, (channel) => channel === 'paper-entry' || channel === 'assisted-interview'),
  ].filter(({ n }) => n > 0)
  if (parts.length < 2) return false
  return parts.some(({ n, opposed }) => isSmall(opposed, fewest) || isSmall(n - opposed, fewest))
}

/** The upper end of the band that p lies in; 1 above the last line. */
const banded = (p: number | null) => (p === null ? null : (LINES.find((line) => p < line) ?? 1))

function concealed(finding: JudgedFinding, names: readonly string[], fewest: number): JudgedFinding {
  const statistics = Object.fromEntries(
    Object.entries(finding.statistics).filter(([name]) => !names.includes(name)),
  )
  return {
    ...finding,
    statistics: { ...statistics, fewest },
    pValue: banded(finding.pValue),
    adjustedPValue: banded(finding.adjustedPValue),
    concealed: true,
  }
}

/** The report of the checks with everything taken out that `hidden` does not allow. */
export function shownFindings(
  report: CredibilityReport,
  evidence: SurveyEvidence,
  { fewest, ageBands }: Hidden,
): CredibilityReport {
  const withoutChannels = channelsTellOfFew(evidence, fewest)
  const shown = (finding: JudgedFinding): JudgedFinding => {
    const { check, cause, statistics, place = '' } = finding
    // That nobody is opposed is said of all alike, and names nobody.
    if (withoutChannels && BY_CHANNEL.includes(check) && hasCounts(finding) && cause !== 'no-opposition')
      return concealed(finding, OPPOSED, fewest)
    const { alike = 0, responded = 0, answers = 0 } = statistics
    if (check === 'straight-lining' && (isSmall(alike, fewest) || isSmall(answers - alike, fewest)))
      return concealed(finding, ['alike'], fewest)
    if (check === 'frame-coverage' && (isSmall(responded, fewest) || ageBands.has(place)))
      return concealed(finding, ['responded'], fewest)
    return finding
  }
  return { ...report, findings: report.findings.map(shown) }
}

const hasCounts = ({ statistics }: Finding) => OPPOSED.some((name) => name in statistics)
