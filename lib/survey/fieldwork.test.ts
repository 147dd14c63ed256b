import { describe, expect, test } from 'vitest'
import { countCells } from './cells.ts'
import type { Channel } from './channel.ts'
import { accountFaults, type ClosingAccount } from './closing-account.ts'
import { fieldwork } from './fieldwork.ts'
import { STARTING_PLAN } from './sampling/plan.ts'
import { NO_SAMPLING, type SamplingRecord } from './sampling/sampling-record.ts'
import { startingQuestionnaire } from './standard-items.ts'
import { NOTHING_COUNTED, type SurveyRecord } from './survey-record.ts'
import { tallyOf } from './tally.ts'

const questionnaire = startingQuestionnaire('某工程')
const groups = ['east', 'west'].map((id) => ({
  id,
  name: id,
  effect: 'direct' as const,
  households: 100,
  persons: 300,
}))

type Came = readonly [groupId: string, channel: Channel, n: number]

/** Closed with these answers counted; the doors counted as `accepted` says. */
function closed(
  counted: readonly Came[],
  accepted = counted,
  account?: Partial<ClosingAccount>,
): SurveyRecord {
  const cells = countCells(
    questionnaire,
    counted.flatMap(([groupId, channel, n]) =>
      Array.from({ length: n }, () => ({
        groupId,
        channel,
        day: '2026-11-10',
        answers: { attitude: 'support' },
      })),
    ),
  )
  const sum = (came: readonly Came[]) => came.reduce((total, [, , n]) => total + n, 0)
  const tally = tallyOf(questionnaire, ['east', 'west'], cells)
  return {
    ...NOTHING_COUNTED,
    id: 's',
    state: 'closed',
    questionnaire,
    links: [],
    publishedOn: '2026-11-01',
    closedOn: '2026-11-20',
    counts: accepted.map(([groupId, channel, n]) => ({ groupId, channel, n })),
    responsesByGroup: Object.fromEntries(tally.map(({ groupId, responses }) => [groupId, responses])),
    cells,
    tally,
    account: {
      accepted: sum(accepted),
      receipts: sum(accepted),
      counted: sum(counted),
      unreadable: sum(accepted) - sum(counted),
      ...account,
    },
  }
}

describe('what came back', () => {
  const draw = (drawnOn: string): SamplingRecord => ({
    ...NO_SAMPLING,
    plans: [
      {
        version: 1,
        savedOn: '2026-10-01',
        entry: STARTING_PLAN,
        strata: groups.map((group) => ({ ...group, groupId: group.id, answers: 30, invited: 40 })),
      },
    ],
    draws: [
      {
        seq: 1,
        source: '',
        revealOn: '',
        reason: '',
        announcedOn: '2026-10-02',
        frameDigest: '',
        strata: groups.map(({ id, name }) => ({ groupId: id, name, size: 100, sample: 50, listDigest: '' })),
        outcome: { publicNumber: '', drawnOn, lastTickets: {}, digest: '' },
      },
    ],
  })
  const survey = closed([
    ['east', 'code', 20],
    ['east', 'paper', 10],
    ['west', 'open-link', 60],
  ])

  test('by group beside those drawn, by channel, and who was not heard', () => {
    const work = fieldwork(survey, groups, draw('2026-10-10'))
    expect(work.invitedFrom).toBe('draw')
    expect(work.groups).toMatchObject([
      { groupId: 'east', invited: 50, responses: 30, unheard: 20 },
      // More than were drawn: an open link asks whoever has it.
      { groupId: 'west', invited: 50, responses: 60, unheard: null },
    ])
    expect(work.channels).toEqual([
      { channel: 'open-link', accepted: 60, counted: 60 },
      { channel: 'code', accepted: 20, counted: 20 },
      { channel: 'paper', accepted: 10, counted: 10 },
    ])
    expect(work.faults).toEqual([])
  })

  test('a draw after the survey was closed asked nobody: the plan says who was to be asked', () => {
    expect(fieldwork(survey, groups, draw('2026-12-01'))).toMatchObject({
      invitedFrom: 'plan',
      groups: [{ invited: 40 }, { invited: 40 }],
    })
    expect(fieldwork(survey, groups, NO_SAMPLING).invitedFrom).toBeNull()
  })
})

describe('the account at closing', () => {
  const faults = ({ account, counts, cells }: SurveyRecord) => accountFaults(account!, counts, cells!)
  const came: readonly Came[] = [['east', 'code', 20]]

  test('balances with envelopes that did not open, at the door where they were counted', () => {
    expect(faults(closed(came))).toEqual([])
    expect(faults(closed(came, [['east', 'code', 22]]))).toEqual([])
  })

  test('tells every way in which it does not', () => {
    expect(faults(closed(came, came, { receipts: 21 }))).toEqual(['receipts-without-answers'])
    expect(faults(closed(came, came, { receipts: 19 }))).toEqual(['answers-without-receipts'])
    expect(faults(closed(came, [['east', 'code', 25]], { receipts: 20, unreadable: 0 }))).toEqual([
      'door-count-differs',
    ])
    expect(faults(closed(came, came, { accepted: 19 }))).toEqual(['door-count-differs', 'door-count-changed'])
  })

  test('sees a count that was moved from one group to another', () => {
    const moved: readonly Came[] = [
      ['east', 'code', 15],
      ['west', 'code', 5],
    ]
    expect(faults(closed(came, moved))).toEqual(['door-count-differs'])
  })
})
