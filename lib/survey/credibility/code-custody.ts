/**
 * Custody: where did every code and every form go?
 *
 * Paper and codes are kept like ballots: issued = returned + spoilt + unused. More back than issued means that forms
 * were made; forms that are neither back nor accounted for could have been filled in by anyone. This is arithmetic, not
 * chance, so there is no p-value.
 *
 * Of a code it is known whether it answered, so what is “unused” must not be reckoned as the rest, which always balances. It can be
 * checked against a count made by hand: slips that were never handed out cannot have answered. A slip that was handed out and
 * not used is no loss but somebody who did not answer.
 */
import { answersOf, type ChannelEvidence, type SurveyEvidence } from './evidence.ts'
import { arithmetic, type Finding, notApplicable } from './finding.ts'

/** A few forms are always lost on the way; up to this share it is a notice. */
const LOST_SHARE = 0.02

/**
 * One finding per channel that hands out codes or forms. Flags more back than issued, more answers than returned forms,
 * and over 2 % unaccounted for; a notice for less. Of codes it flags more answers than slips left the house. Not applicable
 * where issued, or the whole other side, is unknown.
 */
export function checkCodeCustody(evidence: SurveyEvidence): Finding[] {
  const findings = evidence.channels.flatMap(findingFor)
  return findings.length > 0 ? findings : notApplicable('code-custody', ['issued', 'returned-spoilt-unused'])
}

function slipsOf({ channel, issued, returned, unused, attitudes }: ChannelEvidence): Finding[] {
  const answers = returned ?? answersOf(attitudes)
  if (issued === undefined) return [{ ...notApplicable('code-custody', ['issued'])[0]!, place: channel }]
  if (answers > issued)
    return [arithmetic('code-custody', 'more-back-than-issued', 'flag', { issued, back: answers }, channel)]
  if (unused === undefined)
    return [{ ...notApplicable('code-custody', ['left-over-slips'])[0]!, place: channel }]
  const used = { issued, leftOver: unused, handedOut: issued - unused, answers }
  return answers > used.handedOut
    ? [arithmetic('code-custody', 'left-over-slips-used', 'flag', used, channel)]
    : [arithmetic('code-custody', 'within-slips-handed-out', 'pass', used, channel)]
}

function findingFor(part: ChannelEvidence): Finding[] {
  if (part.channel === 'one-time-code') return slipsOf(part)
  const { channel, issued, returned, spoilt, unused, attitudes } = part
  const answers = answersOf(attitudes)
  if (returned !== undefined && answers > returned) {
    return [arithmetic('code-custody', 'more-answers-than-returned', 'flag', { answers, returned }, channel)]
  }
  if (channel === 'open-link' && issued === undefined) return []
  if (issued === undefined) {
    return [{ ...notApplicable('code-custody', ['issued'])[0]!, place: channel }]
  }
  // A valid answer is a form that came back, whether or not anybody counted the envelopes.
  const back = (returned ?? answers) + (spoilt ?? 0) + (unused ?? 0)
  if (back > issued) {
    return [arithmetic('code-custody', 'more-back-than-issued', 'flag', { issued, back }, channel)]
  }
  const unaccounted = issued - back
  const counted = returned !== undefined && spoilt !== undefined && unused !== undefined
  if (!counted && unaccounted > 0) {
    return [{ ...notApplicable('code-custody', ['returned-spoilt-unused'])[0]!, place: channel }]
  }
  if (unaccounted === 0) {
    return [arithmetic('code-custody', 'custody-balanced', 'pass', { issued, back }, channel)]
  }
  const severity = unaccounted > LOST_SHARE * issued ? 'flag' : 'notice'
  return [arithmetic('code-custody', 'unaccounted', severity, { issued, back, unaccounted }, channel)]
}
