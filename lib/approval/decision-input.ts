/**
 * What a decision rests on.
 *
 * An approval holds for the frozen version and for nothing else: whoever changes a weight, a finding or a flow afterwards has a
 * new draft, and the old approval no longer covers it. What belongs to the time after the decision does not undo it: measures
 * that are carried out, disputes and opinions that come later, a second survey, the look back.
 */
import type { CaseFile } from '../assessment/case-file.ts'
import { type Digest, digestValue } from '../integrity/digest.ts'

/** The day of freezing and the survey that was counted then. */
export interface FrozenMoment {
  /** YYYY-MM-DD. */
  readonly frozenOn: string
  readonly snapshot: CaseFile
}

type Surveyed = Pick<CaseFile, 'survey' | 'sampling' | 'custody'>

/** The survey that was counted, how it was drawn and what went out for it. */
function surveyedThen(caseFile: CaseFile, snapshot: CaseFile): Surveyed {
  // A closed survey never changes; a later one leaves it standing as the earlier one.
  const counted = snapshot.survey
  const followed = counted && caseFile.survey?.id !== counted.id && caseFile.earlierSurvey?.id === counted.id
  const { survey, sampling, custody } = followed ? snapshot : caseFile
  return { survey, sampling, custody }
}

/** The part of a case that the decision rests on, as it stands now. */
export function decisionInput(caseFile: CaseFile, { frozenOn, snapshot }: FrozenMoment): object {
  const { version: _, earlierSurvey: __, followUp, participation, disputes, ...rest } = caseFile
  const { uncodedOpinions: ___, struckOpinions: ____, themes, ...told } = participation
  return {
    ...rest,
    ...surveyedThen(caseFile, snapshot),
    emergencyPlan: followUp.emergencyPlan,
    participation: {
      ...told,
      themes: themes
        .map((theme) => ({ ...theme, counts: theme.counts.filter(({ day }) => day <= frozenOn) }))
        .filter(({ counts, answer }) => counts.length > 0 || answer !== null),
    },
    disputes: {
      rounds: disputes.rounds.filter(({ stage }) => stage === 'before-decision'),
      // How a dispute is settled belongs to afterwards; that it was there does not.
      disputes: disputes.disputes
        .filter(({ registeredOn }) => registeredOn <= frozenOn)
        .map(({ id, subject, size, severity, registeredOn, factorId }) => ({
          id,
          subject,
          size,
          severity,
          registeredOn,
          factorId,
        })),
    },
  }
}

const digestOf = (caseFile: CaseFile, moment: FrozenMoment): Digest =>
  digestValue(decisionInput(caseFile, moment))

/** True when the case as it stands is no longer the one that was frozen. */
export function isVoided(current: CaseFile, moment: FrozenMoment): boolean {
  return digestOf(current, moment) !== digestOf(moment.snapshot, moment)
}
