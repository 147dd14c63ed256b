/**
 * Full return: every single form came back, valid.
 *
 * People are away, ill, busy or unwilling. Where 200 forms go out and 200 valid ones return, somebody either chose the
 * respondents afterwards or filled in for them. Returns of 97 or 98 % are common where interviewers wait at the door,
 * so only the perfect return is tested, against the best return rate one may expect.
 */
import { power } from '../../elementary.ts'
import { answersOf, type SurveyEvidence } from './evidence.ts'
import { type Candidate, type Finding, findingsOver, notApplicable } from './finding.ts'
import { basisOf, type References } from './references.ts'

/**
 * p = returnRate^issued if everything came back valid, 1 otherwise; per channel that counts its forms (by valid answers,
 * or by returned forms where no attitudes were counted), else per stratum with `invited`. Not applicable where nothing
 * says how many were issued or invited.
 */
export function checkFullReturn(evidence: SurveyEvidence, references: References): Finding[] {
  const byChannel = evidence.channels.flatMap(
    ({ channel, issued = 0, unused = 0, returned = 0, attitudes }) => {
      // Slips that stayed in the drawer could not come back: a hundred printed and forty handed out are forty. An unused paper form
      // may as well be one that somebody gave back empty, and that is an answer refused.
      const handedOut = channel === 'one-time-code' ? issued - unused : issued
      return handedOut > 0
        ? [{ place: channel as string, issued: handedOut, valid: answersOf(attitudes) || returned }]
        : []
    },
  )
  const byStratum = (evidence.strata ?? []).flatMap(({ name, invited = 0, responded }) =>
    invited > 0 ? [{ place: name, issued: invited, valid: responded }] : [],
  )
  const places = byChannel.length > 0 ? byChannel : byStratum
  if (places.length === 0) return notApplicable('full-return', ['issued'])
  return findingsOver(
    places.map(
      ({ place, issued, valid }): Candidate => ({
        check: 'full-return',
        found: 'nobody-refused',
        clean: 'some-did-not-return',
        pValue: valid >= issued ? power(references.returnRate, issued) : 1,
        basis: basisOf(references, 'returnRate'),
        statistics: { issued, valid, reference: references.returnRate },
        place,
      }),
    ),
  )
}
