/**
 * 调查实施情况: who was asked, what came back by which way, what was counted and what was not.
 *
 * A share without its non-response is half a number. How many of a group answered, and by which channel, is participation and
 * is always stated; what they answered is not told here.
 */
import { RESPONSE } from './cells.ts'
import { CHANNELS, type Channel } from './channel.ts'
import { type AccountFault, accountFaults, type ClosingAccount } from './closing-account.ts'
import { invitedByGroup } from './sampling/invited.ts'
import type { SamplingRecord } from './sampling/sampling-record.ts'
import type { SurveyRecord } from './survey-record.ts'

export interface GroupReturn {
  readonly groupId: string
  readonly name: string
  readonly households: number
  readonly persons: number
  /** Null where neither draw nor plan says. */
  readonly invited: number | null
  readonly responses: number
  /** Invited and not heard; null where unknown, or where more answered than were invited. */
  readonly unheard: number | null
}

export interface ChannelReturn {
  readonly channel: Channel
  /** Answers taken. */
  readonly accepted: number
  /** Of these counted. */
  readonly counted: number
}

export interface Fieldwork {
  readonly responses: number
  readonly groups: readonly GroupReturn[]
  /** Where the numbers of invited come from. */
  readonly invitedFrom: 'draw' | 'plan' | null
  /** Channels that brought an answer; empty where counts are not kept by channel. */
  readonly channels: readonly ChannelReturn[]
  /** Null for a survey that was closed elsewhere, such as a worked example. */
  readonly account: ClosingAccount | null
  readonly faults: readonly AccountFault[]
  readonly merkleRoot: string | null
}

/** Of a closed survey. */
export function fieldwork(
  survey: SurveyRecord,
  groups: readonly {
    readonly id: string
    readonly name: string
    readonly households: number
    readonly persons: number
  }[],
  sampling: SamplingRecord,
): Fieldwork {
  const invited = invitedByGroup(sampling, survey.closedOn)
  const asked = groups.filter(({ id }) => id in survey.responsesByGroup)
  const cells = survey.cells ?? []
  return {
    responses: Object.values(survey.responsesByGroup).reduce((sum, n) => sum + n, 0),
    groups: asked.map(({ id, name, households, persons }): GroupReturn => {
      const responses = survey.responsesByGroup[id] ?? 0
      const wanted = invited?.byGroup.get(id) ?? null
      const unheard = wanted === null || wanted < responses ? null : wanted - responses
      return { groupId: id, name, households, persons, invited: wanted, responses, unheard }
    }),
    invitedFrom: invited?.from ?? null,
    channels: CHANNELS.flatMap((channel) => {
      const accepted = survey.counts.reduce((sum, one) => (one.channel === channel ? sum + one.n : sum), 0)
      const counted = cells.reduce(
        (sum, one) =>
          one.channel === channel && one.questionId === RESPONSE && one.cell === 'n' ? sum + one.n : sum,
        0,
      )
      return accepted === 0 && counted === 0 ? [] : [{ channel, accepted, counted }]
    }),
    account: survey.account,
    faults: survey.account ? accountFaults(survey.account, survey.counts, cells) : [],
    merkleRoot: survey.merkleRoot,
  }
}
