/**
 * All credibility checks of a survey, always all of them.
 *
 * The survey of a rubber-stamp assessment has a face: nobody is opposed, everybody answered, the forms came in on one
 * day, the people who lose most are missing. Each check looks at one feature, and each can err. So that an honest survey
 * is left in peace, a flag by chance must be rarer than one survey in a hundred *over all checks together*: every
 * p-value is corrected (Bonferroni) for the places its check looked at and then for the ten checks. The correction holds
 * however the checks depend on each other, and the divisor is ten even where evidence is missing, so that handing in
 * more evidence never softens a finding. A notice carries no such promise: it needs p below 5 % in its own check, and
 * one among ten checks is ordinary.
 *
 * There is no option to leave a check out, and a check without evidence says so.
 */
import { ok, type Result } from '../../result.ts'
import { checkChannelDifference } from './channel-difference.ts'
import { checkCodeCustody } from './code-custody.ts'
import { checkEvidence, type EvidenceReason, type SurveyEvidence } from './evidence.ts'
import { CHECK_NAMES, type CheckName, type Finding, FLAG_BELOW } from './finding.ts'
import { checkFrameCoverage } from './frame-coverage.ts'
import { checkFullReturn } from './full-return.ts'
import { checkIneligibleRespondents } from './ineligible-respondents.ts'
import { checkOpenChannelBenchmark } from './open-channel-benchmark.ts'
import { type References, referencesWith } from './references.ts'
import { checkStraightLining } from './straight-lining.ts'
import { checkStratumResponse } from './stratum-response.ts'
import { checkTimeBursts } from './time-bursts.ts'
import { checkUnanimity } from './unanimity.ts'

const CHECKS = {
  unanimity: checkUnanimity,
  'full-return': checkFullReturn,
  'code-custody': checkCodeCustody,
  'ineligible-respondents': checkIneligibleRespondents,
  'straight-lining': checkStraightLining,
  'time-bursts': checkTimeBursts,
  'channel-difference': checkChannelDifference,
  'open-channel-benchmark': checkOpenChannelBenchmark,
  'stratum-response': checkStratumResponse,
  'frame-coverage': checkFrameCoverage,
} satisfies Record<CheckName, (evidence: SurveyEvidence, references: References) => Finding[]>

export interface JudgedFinding extends Finding {
  /** `pValue` times the number of checks, at most 1; null where there is no p-value. */
  readonly adjustedPValue: number | null
}

export interface CredibilityReport {
  /** In the fixed order of the checks; every check has at least one. */
  readonly findings: readonly JudgedFinding[]
  /** Whether any finding is a flag. */
  readonly flagged: boolean
  /** How many of the checks had the evidence they need. */
  readonly made: number
  /** The numbers the checks were made with, defaults included. */
  readonly references: References
}

export type CredibilityReason = EvidenceReason | 'reference-out-of-range'

/**
 * Runs every check over the evidence. Fails when the evidence is not made of counts (details.place) or a scheme's
 * reference number is outside its limits; everything else is a finding.
 */
export function checkCredibility(
  evidence: SurveyEvidence,
  ownReferences: Partial<References> = {},
): Result<CredibilityReport, CredibilityReason> {
  const references = referencesWith(ownReferences)
  if (!references.ok) return references
  const sound = checkEvidence(evidence)
  if (!sound.ok) return sound
  const byCheck = CHECK_NAMES.map((name) => CHECKS[name](sound.value, references.value))
  const made = byCheck.filter((list) => list.some((finding) => finding.severity !== 'not-applicable')).length
  const findings = byCheck.flat().map(corrected)
  return ok({
    findings,
    flagged: findings.some((finding) => finding.severity === 'flag'),
    made,
    references: references.value,
  })
}

function corrected(finding: Finding): JudgedFinding {
  if (finding.pValue === null) return { ...finding, adjustedPValue: null }
  const adjustedPValue = Math.min(1, finding.pValue * CHECK_NAMES.length)
  const severity = finding.severity === 'flag' && adjustedPValue >= FLAG_BELOW ? 'notice' : finding.severity
  return { ...finding, severity, adjustedPValue }
}
