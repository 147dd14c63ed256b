/**
 * What a decision rests on.
 *
 * An approval holds for the frozen version and for nothing else: whoever changes a weight, a finding or a flow afterwards has a
 * new draft, and the old approval no longer covers it. What belongs to the time after freezing does not undo it, or the office
 * would have to choose between an approval and its duty to go on listening: measures that are carried out, drills that are
 * held, pieces that the press prints, notices put up and meetings held later, opinions and disputes that come later with their
 * answers, a second survey, the look back. What bears the day of freezing or an earlier one belongs to what was decided upon,
 * whenever it was entered.
 */
import type { CaseFile } from '../assessment/case-file.ts'
import type { EmergencyPlan } from '../follow-up/emergency-plan.ts'
import { type Digest, digestValue } from '../integrity/digest.ts'
import type { Participation } from '../participation/participation.ts'

/**
 * What has to be known of a frozen version to see whether it still covers a case: digests instead of the snapshot, which
 * may be large and never changes.
 */
export interface Foundation {
  /** YYYY-MM-DD. */
  readonly frozenOn: string
  /** Themes that had an answer before anybody spoke of them: printed, so decided upon. */
  readonly answeredThemes: readonly string[]
  readonly surveyId: string | null
  readonly surveyed: Digest
  readonly rest: Digest
}

/**
 * The survey that was counted, how it was drawn, what went out for it, and the groups that were its strata: a later survey may
 * count them anew and find one that was forgotten.
 */
const surveyedIn = ({ survey, sampling, custody, groups }: CaseFile) => ({
  survey,
  sampling,
  custody,
  groups,
})

function planDecidedUpon(plan: EmergencyPlan | null, frozenOn: string): EmergencyPlan | null {
  if (!plan) return null
  const drills = plan.drills.filter(({ heldOn }) => heldOn <= frozenOn)
  // A plan in which only a later drill stands is no plan yet.
  return plan.scenarios.length + plan.contacts.length + drills.length === 0 ? null : { ...plan, drills }
}

function toldAndHeard(
  { notices, consultations, themes, mediaItems }: Participation,
  frozenOn: string,
  answeredThemes: readonly string[],
): Omit<Participation, 'uncodedOpinions' | 'struckOpinions'> {
  return {
    // A draft was told to nobody.
    notices: notices
      .filter(({ state, publishedOn }) => state !== 'draft' && (publishedOn ?? frozenOn) <= frozenOn)
      .map((notice) => ({
        ...notice,
        postings: notice.postings.filter(({ postedOn }) => postedOn <= frozenOn),
      })),
    consultations: consultations.filter(({ heldOn }) => heldOn <= frozenOn),
    themes: themes
      .map((theme) => ({
        ...theme,
        // Words by which a theme is suggested decide nothing, and later opinions teach new ones.
        keywords: [],
        counts: theme.counts.filter(({ day }) => day <= frozenOn),
      }))
      .filter(({ id, counts }) => counts.length > 0 || answeredThemes.includes(id)),
    mediaItems: mediaItems.filter(({ publishedOn }) => publishedOn <= frozenOn),
  }
}

/** The part of a case that the decision rests on, but for the survey. */
function restOf(caseFile: CaseFile, frozenOn: string, answeredThemes: readonly string[]): object {
  const {
    version: _,
    survey: __,
    sampling: ___,
    custody: ____,
    groups: ______,
    // A closed survey never changes.
    earlierSurvey: _____,
    followUp,
    participation,
    disputes,
    ...rest
  } = caseFile
  return {
    ...rest,
    emergencyPlan: planDecidedUpon(followUp.emergencyPlan, frozenOn),
    participation: toldAndHeard(participation, frozenOn, answeredThemes),
    disputes: {
      rounds: disputes.rounds.filter(({ stage, from }) => stage === 'before-decision' && from <= frozenOn),
      // How a dispute is settled belongs to afterwards; that it was there does not.
      disputes: disputes.disputes
        .filter(({ registeredOn }) => registeredOn <= frozenOn)
        .map(({ state, track, owner, deadline, events, ...registered }) => registered),
    },
  }
}

/** @param snapshot the case as it was frozen. */
export function foundationOf(snapshot: CaseFile, frozenOn: string): Foundation {
  const answeredThemes = snapshot.participation.themes
    .filter(({ answer }) => answer !== null)
    .map(({ id }) => id)
  return {
    frozenOn,
    answeredThemes,
    surveyId: snapshot.survey?.id ?? null,
    surveyed: digestValue(surveyedIn(snapshot)),
    rest: digestValue(restOf(snapshot, frozenOn, answeredThemes)),
  }
}

/** True when the case as it stands is no longer the one that was frozen. */
export function isVoided(current: CaseFile, foundation: Foundation): boolean {
  const { frozenOn, answeredThemes, surveyId, surveyed, rest } = foundation
  // Only a closed survey is followed by another: where one stands before the latest, the counted one is closed and stays.
  // Its groups can be changed for the later survey only, which belongs to afterwards.
  const followed = surveyId !== null && current.survey?.id !== surveyId && current.earlierSurvey !== null
  if (!followed && digestValue(surveyedIn(current)) !== surveyed) return true
  return digestValue(restOf(current, frozenOn, answeredThemes)) !== rest
}
