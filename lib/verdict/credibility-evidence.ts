/**
 * What the credibility checks can be told of a survey, from the counts that the case file holds.
 *
 * The questionnaire names which answers support and which oppose; every other answer to the same question counts as
 * neither. Answers are told apart by channel, with what was handed out in each. What the workbench does not know
 * (addresses verified, the ages of those who did not answer) is left out, and the checks say so.
 */
import type { CaseFile } from '../assessment/case-file.ts'
import { type CellCount, RESPONSE } from '../survey/cells.ts'
import { CHANNELS, type Channel } from '../survey/channel.ts'
import type {
  AgeBand,
  Attitudes,
  ChannelEvidence,
  DayCount,
  StratumEvidence,
  SurveyEvidence,
} from '../survey/credibility/evidence.ts'
import type { SurveyCustody } from '../survey/custody.ts'
import { optionsOf } from '../survey/questionnaire.ts'
import type { SurveyResults } from '../survey/results.ts'
import { invitedByGroup } from '../survey/sampling/invited.ts'
import { STANDARD_ITEMS } from '../survey/standard-items.ts'
import type { SurveyRecord } from '../survey/survey-record.ts'
import { addDays } from '../working-days.ts'

const NAMED = {
  'open-link': 'open-link',
  code: 'one-time-code',
  assisted: 'assisted-interview',
  paper: 'paper-entry',
} as const satisfies Record<Channel, ChannelEvidence['channel']>

const AGE = STANDARD_ITEMS.age
/** Days; nobody asks longer than this, and a mistyped year must not cost a page its life. */
const LONGEST_PERIOD = 400

/** Null when no item measures opposition: then there is nothing to check. */
export function credibilityEvidence(caseFile: CaseFile, survey: SurveyResults): SurveyEvidence | null {
  const { opposition, support } = survey.indices
  if (!opposition.estimate) return null
  const sameItem = support.questionIds.length === 1 && support.questionIds[0] === opposition.questionIds[0]
  const supporting = sameItem ? (support.estimate?.count ?? 0) : 0
  const { count, n } = opposition.estimate
  const pooled = { support: supporting, conditional: 0, indifferent: n - supporting - count, oppose: count }
  return {
    channels: channelsOf(caseFile, sameItem) ?? [{ channel: 'open-link', attitudes: pooled }],
    strata: strataOf(caseFile),
    ...fieldPeriod(caseFile),
  }
}

/**
 * The groups, with how many of each were invited where draw or plan says so for all of them. Through an open link people
 * answer who were not invited, and a plan names nobody; where either brought a group more answers than invitations, the
 * invitations measure nothing and the frame takes their place, for every group alike.
 */
function strataOf(caseFile: CaseFile): StratumEvidence[] {
  const { survey, groups, sampling } = caseFile
  const responded = (groupId: string) => survey?.responsesByGroup[groupId] ?? 0
  const asking = survey && invitedByGroup(sampling, survey.closedOn)
  const invited = asking?.byGroup
  const byInvitation =
    asking?.from === 'draw' && !survey?.counts.some(({ channel, n }) => channel === 'open-link' && n > 0)
  const measured = groups.every(({ id }) => {
    const asked = invited?.get(id) ?? 0
    return asked > 0 && (byInvitation || responded(id) <= asked)
  })
  return groups.map((group) => ({
    name: group.name,
    households: group.households,
    persons: group.persons,
    ...(measured && invited ? { invited: invited.get(group.id) ?? 0 } : {}),
    responded: responded(group.id),
    ageBands: ageBandsOf(caseFile, group.id),
  }))
}

/** How old those are who answered, where the questionnaire has the standard item; no census is known for a village. */
function ageBandsOf({ survey }: CaseFile, groupId: string): AgeBand[] {
  const age = survey?.questionnaire.questions.find(({ id }) => id === AGE.id)
  const counted = survey?.tally?.find((group) => group.groupId === groupId)?.questions[AGE.id]
  if (age?.type !== 'single' || !counted || counted.answered === 0) return []
  return age.options.map(({ id, label }) => ({ band: label, responded: counted.options[id] ?? 0 }))
}

/** What each day brought, and how many gave one answer to everything; forms are typed in on other days than they were filled in. */
function fieldPeriod({ survey }: CaseFile): Pick<SurveyEvidence, 'perDay' | 'straightLined'> {
  const { cells, publishedOn, closedOn } = survey ?? {}
  if (!cells || !publishedOn || !closedOn) return {}
  const own = cells.filter(({ questionId, channel }) => questionId === RESPONSE && channel !== 'paper')
  const count = (of: readonly CellCount[], cell: string) =>
    of.reduce((sum, one) => (one.cell === cell ? sum + one.n : sum), 0)
  const perDay: DayCount[] = []
  for (let day = publishedOn; day <= closedOn && perDay.length < LONGEST_PERIOD; day = addDays(day, 1))
    perDay.push({ day, answers: count(own, `day:${day}`) })
  const all = cells.filter(({ questionId }) => questionId === RESPONSE)
  const alike = count(all, 'straight-line:yes')
  const of = alike + count(all, 'straight-line:no')
  return { perDay, ...(of > 0 ? { straightLined: { count: alike, of } } : {}) }
}

/** Every channel that brought an answer or handed something out; null where counts are not kept by channel. */
function channelsOf({ survey, custody }: CaseFile, sameItem: boolean): ChannelEvidence[] | null {
  if (!survey?.cells || survey.cells.length === 0) return null
  const channels = CHANNELS.flatMap((channel): ChannelEvidence[] => {
    // Those counted: the doors' own count may have been raised by whoever took a door over.
    const answers = (survey.cells ?? []).reduce(
      (sum, { channel: of, questionId, cell, n }) =>
        of === channel && questionId === RESPONSE && cell === 'n' ? sum + n : sum,
      0,
    )
    const handedOut = handedOutIn(channel, custody, answers)
    if (answers === 0 && handedOut === null) return []
    return [{ channel: NAMED[channel], ...handedOut, attitudes: attitudesIn(channel, survey, sameItem) }]
  })
  return channels.length === 0 ? null : channels
}

function attitudesIn(channel: Channel, survey: SurveyRecord, sameItem: boolean): Attitudes {
  const { opposition, support } = survey.questionnaire.indices
  const question = survey.questionnaire.questions.find(({ id }) => id === opposition?.questionIds[0])
  const chosen = (optionIds: readonly string[]) =>
    (survey.cells ?? []).reduce(
      (sum, cell) =>
        cell.channel === channel && cell.questionId === question?.id && optionIds.includes(cell.cell)
          ? sum + cell.n
          : sum,
      0,
    )
  const all = chosen(question ? optionsOf(question).map(({ id }) => id) : [])
  const oppose = chosen(opposition?.optionIds ?? [])
  const supporting = sameItem ? chosen(support?.optionIds ?? []) : 0
  return { support: supporting, conditional: 0, indifferent: all - supporting - oppose, oppose }
}

/** Null for a channel that hands out nothing, or did not. */
function handedOutIn(
  channel: Channel,
  { codes, paper }: SurveyCustody,
  answers: number,
): Pick<ChannelEvidence, 'issued' | 'returned' | 'spoilt' | 'unused'> | null {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0)
  if (channel === 'code' && codes.length > 0) {
    const issued = sum(codes.map((batch) => batch.issued))
    const counted = codes.every(({ leftOver }) => leftOver !== null)
    const leftOver = sum(codes.map((batch) => batch.leftOver ?? 0))
    return { issued, returned: answers, ...(counted ? { unused: leftOver } : {}) }
  }
  if (channel === 'paper' && paper.length > 0)
    return {
      issued: sum(paper.map((batch) => batch.issued)),
      returned: sum(paper.map((batch) => batch.returned)),
      spoilt: sum(paper.map((batch) => batch.spoilt)),
      unused: sum(paper.map((batch) => batch.unused)),
    }
  return null
}
