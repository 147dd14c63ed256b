/**
 * Credibility findings in English, sentence by sentence the same as the Chinese: what was seen, how likely it is in an
 * honest survey, what to do.
 */
import type { Channel, MissingEvidence } from './evidence.ts'
import type { Cause, CheckName, Finding, Severity } from './finding.ts'
import { bandOf, oneIn, PRACTICALLY_NEVER, percent, statistic } from './wording-numbers.ts'

export const LABELS_EN: Readonly<Record<Severity, string>> = {
  flag: 'To be explained:',
  notice: 'Worth a look:',
  pass: 'Nothing unusual:',
  'not-applicable': 'Not checked:',
}

export const CHECK_TITLES_EN: Readonly<Record<CheckName, string>> = {
  unanimity: 'Unanimity',
  'full-return': 'Everything came back',
  'code-custody': 'Where the forms went',
  'ineligible-respondents': 'Who the respondents were',
  'straight-lining': 'One answer from top to bottom',
  'time-bursts': 'Answers on one day',
  'channel-difference': 'Differences between channels',
  'open-channel-benchmark': 'Compared with the open link or an independent poll',
  'stratum-response': 'Response of each group',
  'frame-coverage': 'Coverage of ages',
}

const CHANNELS: Readonly<Record<Channel, string>> = {
  'open-link': 'open link',
  'one-time-code': 'one-time code',
  'assisted-interview': 'assisted interview',
  'paper-entry': 'paper form',
}

const MISSING: Readonly<Record<MissingEvidence, string>> = {
  attitudes: 'the attitudes in the valid answers',
  issued: 'the number of forms or codes issued',
  'returned-spoilt-unused': 'the numbers returned, spoilt and unused',
  'left-over-slips': 'a count of the slips that were never handed out',
  strata: 'households, persons and answers of each group',
  'two-strata-with-size': 'the size of at least two groups',
  'stratum-size': 'the households, persons or invitations of this group',
  'age-bands': 'the ages of the respondents',
  'five-days-thirty-answers': 'daily counts over at least five days and thirty answers',
  'straight-lined': 'the number of forms with one answer throughout',
  ineligible: 'a check of who the respondents were',
  'handled-channel': 'answers on paper or through an interviewer',
  'self-answered-channel': 'answers that residents sent themselves',
  'open-link-or-benchmark': 'answers from the open link or an independent poll',
}

function place(finding: Finding): string {
  const name = finding.place ?? ''
  return name in CHANNELS ? CHANNELS[name as Channel] : name
}

function chance(finding: Finding): string {
  if (finding.concealed) {
    const band = bandOf(finding)
    return band === null ? 'not small' : `below ${band}`
  }
  const p = finding.pValue
  if (p === null) throw new Error(`${finding.check}: no p-value to word`)
  if (p < PRACTICALLY_NEVER) return 'less than one in a billion'
  if (p >= 0.01) return `about ${percent(p)}`
  return `about one in ${String(oneIn(p)).replace(/\B(?=(\d{3})+$)/g, ',')}`
}

function origin(finding: Finding): string {
  return finding.basis === 'default'
    ? ' (a default of this workbench, not an official figure)'
    : ' (set by the scheme)'
}

const VERIFY = 'Please verify, and explain it in the report.'

function advice(finding: Finding, whenFlagged: string): string {
  return finding.severity === 'flag' ? whenFlagged : 'This happens now and then in honest surveys.'
}

export const SENTENCES_EN: Readonly<Record<Cause, (finding: Finding) => string>> = {
  'no-opposition'(f) {
    const seen = `none of ${statistic(f, 'answers')} valid answers is opposed.`
    if (f.severity === 'pass') {
      return `${seen} With so few answers this may happen; it does not show that nobody is opposed.`
    }
    const odds =
      f.basis === 'open-channel'
        ? `Of ${statistic(f, 'openAnswers')} answers through the open link ${statistic(f, 'openOpposed')} are; even allowing for opponents’ greater zeal, the chance of meeting none here is ${chance(f)}.`
        : `If only ${percent(statistic(f, 'reference'))} were opposed${origin(f)}, the chance of meeting none is ${chance(f)}.`
    return `${seen} ${odds} ${advice(f, 'Please verify that people answered for themselves and unobserved, and explain it in the report.')}`
  },
  'token-opposition': (f) =>
    `only ${statistic(f, 'opposed')} of ${statistic(f, 'answers')} valid answers opposed. If no more than ${percent(statistic(f, 'reference'))} were opposed${origin(f)}, the chance of so few is ${chance(f)}. ${advice(f, 'Please verify that people answered for themselves.')}`,
  'opposition-present': (f) =>
    `${statistic(f, 'opposed')} of ${statistic(f, 'answers')} valid answers are opposed. Opposition is normal.`,
  'nobody-refused': (f) =>
    `all ${statistic(f, 'issued')} of “${place(f)}” came back valid: nobody refused, was away or made a mistake. If each had a ${percent(statistic(f, 'reference'))} chance of returning${origin(f)}, the chance that all do is ${chance(f)}. ${advice(f, 'Please explain how the respondents were chosen and who filled in the forms.')}`,
  'some-did-not-return': (f) =>
    statistic(f, 'valid') >= statistic(f, 'issued')
      ? `all ${statistic(f, 'issued')} of “${place(f)}” came back; with so few this may happen.`
      : `${statistic(f, 'valid')} valid answers from ${statistic(f, 'issued')} issued of “${place(f)}”. It is normal that some do not answer.`,
  'more-back-than-issued': (f) =>
    `“${place(f)}” issued ${statistic(f, 'issued')}, but returned, spoilt and unused add up to ${statistic(f, 'back')}. ${VERIFY}`,
  unaccounted: (f) =>
    `“${place(f)}” issued ${statistic(f, 'issued')}; returned, spoilt and unused add up to ${statistic(f, 'back')}, so ${statistic(f, 'unaccounted')} are unaccounted for. ${VERIFY}`,
  'more-answers-than-returned': (f) =>
    `“${place(f)}” had ${statistic(f, 'returned')} returned, but ${statistic(f, 'answers')} valid answers were entered. ${VERIFY}`,
  'custody-balanced': (f) => `the ${statistic(f, 'issued')} issued of “${place(f)}” are all accounted for.`,
  'left-over-slips-used': (f) =>
    `of ${statistic(f, 'issued')} slips of “${place(f)}” ${statistic(f, 'leftOver')} were counted as never handed out, so ${statistic(f, 'handedOut')} left the house; yet ${statistic(f, 'answers')} answers came, at least ${statistic(f, 'answers') - statistic(f, 'handedOut')} of them with slips that no resident had. ${VERIFY}`,
  'within-slips-handed-out': (f) =>
    `of ${statistic(f, 'issued')} slips of “${place(f)}” ${statistic(f, 'leftOver')} were counted as never handed out; of the ${statistic(f, 'handedOut')} others ${statistic(f, 'answers')} were used. It is normal that some are not.`,
  'many-ineligible': (f) =>
    `${statistic(f, 'ineligible')} of ${statistic(f, 'verified')} respondents verified do not belong to the survey (moved away, deceased, never saw the form). Ordinary lists have about ${percent(statistic(f, 'reference'))}${origin(f)}; the chance of so many is ${chance(f)}. ${advice(f, 'These answers do not speak for the people affected: remove them and ask again.')}`,
  'few-ineligible': (f) =>
    `${statistic(f, 'ineligible')} of ${statistic(f, 'verified')} respondents verified do not belong to the survey, as in any list.`,
  'many-alike': (f) =>
    `${statistic(f, 'alike')} of ${statistic(f, 'answers')} forms carry one answer from top to bottom. Haste explains about ${percent(statistic(f, 'reference'))}${origin(f)}; the chance of so many is ${chance(f)}. ${advice(f, 'Please verify that they were not filled in by few hands.')}`,
  'few-alike': (f) =>
    `${statistic(f, 'alike')} of ${statistic(f, 'answers')} forms carry one answer from top to bottom, as is usual.`,
  'one-day-stands-out': (f) =>
    `${place(f)} brought ${statistic(f, 'answers')} answers, the other days ${Number(statistic(f, 'usual').toFixed(1))} on average. Given how the days vary, the chance of such a day is ${chance(f)}. ${advice(f, 'If there was a reminder or a meeting that day, say so in the report; otherwise please verify.')}`,
  'days-comparable': (f) =>
    `${statistic(f, 'total')} answers came over ${statistic(f, 'days')} days, varying no more than usual.`,
  'handled-less-opposed': (f) =>
    `opposed are ${statistic(f, 'handledOpposed')} of ${statistic(f, 'handledAnswers')} answers through other hands (paper, interviewer), but ${statistic(f, 'selfOpposed')} of ${statistic(f, 'selfAnswers')} that residents sent themselves. People are politer face to face; beyond that${origin(f)} the chance of such a difference is ${chance(f)}. ${advice(f, 'Please verify interviewing and data entry, and trust the self-answered result more.')}`,
  'handled-more-opposed': (f) =>
    `opposed are ${statistic(f, 'handledOpposed')} of ${statistic(f, 'handledAnswers')} answers through other hands (paper, interviewer), clearly more than ${statistic(f, 'selfOpposed')} of ${statistic(f, 'selfAnswers')} that residents sent themselves; the chance of such a difference${origin(f)} is ${chance(f)}. ${advice(f, 'The channels may have reached different people: please report them separately.')}`,
  'channels-agree': (f) =>
    `answers through other hands (${statistic(f, 'handledAnswers')}) and those residents sent themselves (${statistic(f, 'selfAnswers')}) do not differ conspicuously in opposition.`,
  'survey-less-opposed': (f) =>
    `${percent(statistic(f, 'opposed') / statistic(f, 'answers'))} of ${statistic(f, 'answers')} answers in this survey are opposed, but ${percent(statistic(f, 'otherShare'))} in “${place(f)}”. ${comparedBy(f)} ${advice(f, 'Please explain the difference, and survey again if need be.')}`,
  'survey-more-opposed': (f) =>
    `${percent(statistic(f, 'opposed') / statistic(f, 'answers'))} of ${statistic(f, 'answers')} answers in this survey are opposed, more than the ${percent(statistic(f, 'otherShare'))} in “${place(f)}”. ${comparedBy(f)} ${advice(f, 'Please explain the difference.')}`,
  'benchmark-agrees': (f) =>
    `${percent(statistic(f, 'opposed') / statistic(f, 'answers'))} are opposed in this survey and ${percent(statistic(f, 'otherShare'))} in “${place(f)}”: no more apart than one may expect.`,
  'more-answers-than-people': (f) =>
    `“${place(f)}” has ${statistic(f, 'responded')} answers from ${statistic(f, 'most')} people. ${VERIFY}`,
  'stratum-silent': (f) =>
    `not one answer from “${place(f)}” (${statistic(f, 'size')}), while the other groups answered at ${percent(statistic(f, 'otherRate'))}; the chance of that is ${chance(f)}. ${advice(f, 'This group is not heard at all: please survey it.')}`,
  'stratum-low': (f) =>
    `“${place(f)}” has ${statistic(f, 'responded')} answers from ${statistic(f, 'size')} (${percent(statistic(f, 'responded') / statistic(f, 'size'))}), less than ${percent(statistic(f, 'reference'))} of the rate of the other groups (${percent(statistic(f, 'otherRate'))}). ${statistic(f, 'invitedKnown') === 1 ? advice(f, 'Please find out why and survey it further.') : 'If the sampling plan says so, state it in the report; otherwise please survey it further.'}`,
  'rates-comparable': () => 'no group answered far less often than the others.',
  'band-thin': (f) =>
    `only ${statistic(f, 'responded')} respondents (${percent(statistic(f, 'responded') / statistic(f, 'answers'))}) are in the age band “${place(f)}”, ${f.basis === 'parity' ? `where equal shares would be ${percent(statistic(f, 'frameShare'))} (a rule of thumb: the ages of the population were not given)` : `which is ${percent(statistic(f, 'frameShare'))} of the population`}. ${advice(f, 'This generation is hardly heard: please survey it, or say so in the conclusion.')}`,
  'bands-covered': (f) =>
    f.basis === 'parity'
      ? 'no age band is nearly empty (a rule of thumb: the ages of the population were not given).'
      : 'the ages of the respondents are roughly those of the population.',
  'evidence-missing': (f) =>
    `${f.place === undefined ? '' : `“${place(f)}”: `}without ${(f.missing ?? []).map((name) => MISSING[name]).join(' and ')} this check could not be made; unchecked does not mean sound.`,
}

function comparedBy(f: Finding): string {
  return f.pValue === null
    ? 'The source does not say how many answered, so no chance can be computed.'
    : `Allowing for the difference in people and manner of asking${origin(f)}, the chance of that is ${chance(f)}.`
}

const WITHHELD = (f: Finding) =>
  `Fewer than ${statistic(f, 'fewest')} answers of a channel are opposed, or not opposed; the numbers are withheld to protect those who gave them.`

/** In place of the sentences above where counts are withheld. */
export const CONCEALED_EN: Readonly<Partial<Record<Cause, (finding: Finding) => string>>> = {
  'token-opposition': (f) =>
    `few of the ${statistic(f, 'answers')} valid answers outside the open link opposed. ${WITHHELD(f)} If no more than ${percent(statistic(f, 'reference'))} were opposed${origin(f)}, the chance of so few is ${chance(f)}. ${advice(f, 'Please verify that people answered for themselves, and explain it in the report.')}`,
  'opposition-present': (f) =>
    `some of the ${statistic(f, 'answers')} valid answers outside the open link are opposed. ${WITHHELD(f)} Opposition is normal.`,
  'many-alike': (f) =>
    `of ${statistic(f, 'answers')} forms more carry one answer from top to bottom than the ${percent(statistic(f, 'reference'))} that haste explains${origin(f)}; the chance of so many is ${chance(f)}. The number is withheld to protect those who gave them. ${advice(f, 'Please check whether a few people filled them in.')}`,
  'few-alike': (f) =>
    `few of ${statistic(f, 'answers')} forms carry one answer from top to bottom, as is usual; fewer than ${statistic(f, 'fewest')} do, or do not, so the number is withheld.`,
  'handled-less-opposed': (f) =>
    `of the ${statistic(f, 'handledAnswers')} answers through other hands (paper, interviewer) a smaller share is opposed than of the ${statistic(f, 'selfAnswers')} that residents sent themselves. ${WITHHELD(f)} People are polite face to face, but the chance of such a difference is ${chance(f)}${origin(f)}. ${advice(f, 'Please check interviews and data entry, and give more weight to the answers people sent themselves.')}`,
  'handled-more-opposed': (f) =>
    `of the ${statistic(f, 'handledAnswers')} answers through other hands (paper, interviewer) a clearly larger share is opposed than of the ${statistic(f, 'selfAnswers')} that residents sent themselves. ${WITHHELD(f)} The chance of such a difference is ${chance(f)}${origin(f)}. ${advice(f, 'The channels may have reached different people; please report them apart.')}`,
  'survey-less-opposed': (f) =>
    `of the ${statistic(f, 'answers')} answers outside the open link a smaller share is opposed than in “${place(f)}”. ${WITHHELD(f)} ${comparedBy(f)} ${advice(f, 'Please explain why they differ, and ask again where needed.')}`,
  'survey-more-opposed': (f) =>
    `of the ${statistic(f, 'answers')} answers outside the open link a larger share is opposed than in “${place(f)}”. ${WITHHELD(f)} ${comparedBy(f)} ${advice(f, 'Please explain why they differ.')}`,
  'benchmark-agrees': (f) =>
    `the ${statistic(f, 'answers')} answers outside the open link and “${place(f)}” are no more apart in opposition than one may expect. ${WITHHELD(f)}`,
  'band-thin': (f) =>
    `few respondents are in the age band “${place(f)}”; the number is withheld to protect them. ${f.basis === 'parity' ? `Equal shares would be ${percent(statistic(f, 'frameShare'))} each (a rule of thumb: the ages of the population were not given).` : `In the population it is ${percent(statistic(f, 'frameShare'))}.`} ${advice(f, 'This age band is hardly heard; please ask again, or say so in the conclusion.')}`,
}
