import { describe, expect, test } from 'vitest'
import { type CaseFile, NOTHING_ENTERED } from '../assessment/case-file.ts'
import { EXAMPLE_MATTER, exampleEconomics } from '../assessment/examples/resettlement.ts'
import { type CountedResponse, countCells } from '../survey/cells.ts'
import type { Channel } from '../survey/channel.ts'
import type { SurveyCustody } from '../survey/custody.ts'
import { addStandardItem } from '../survey/drafting.ts'
import { STARTING_PLAN } from '../survey/sampling/plan.ts'
import type { SamplingDraw } from '../survey/sampling/sampling-draw.ts'
import { startingQuestionnaire } from '../survey/standard-items.ts'
import { NOTHING_COUNTED } from '../survey/survey-record.ts'
import { tallyOf } from '../survey/tally.ts'
import { compute } from './compute.ts'

const questionnaire = startingQuestionnaire('某工程')

const answered = (channel: Channel, attitude: string, n: number) =>
  Array.from({ length: n }, () => ({ groupId: 'g', channel, day: '2026-11-10', answers: { attitude } }))

/** 60 by code, 12 of them opposed; 38 on paper, none opposed. */
const RESPONSES = [
  ...answered('code', 'oppose', 12),
  ...answered('code', 'support', 48),
  ...answered('paper', 'support', 38),
]

function caseWith(custody: SurveyCustody): CaseFile {
  const cells = countCells(questionnaire, RESPONSES)
  return {
    ...NOTHING_ENTERED,
    id: 'a',
    version: 1,
    example: false,
    createdOn: '2026-11-01',
    schemeId: 'national-428',
    matter: EXAMPLE_MATTER,
    groups: [{ id: 'g', effect: 'direct', name: '东村', households: 300, persons: 900 }],
    findings: [],
    dimensionComments: [],
    factors: [],
    expertPanel: null,
    expectedEventPersons: null,
    directConditions: null,
    economics: exampleEconomics([]),
    custody,
    survey: {
      id: 's',
      state: 'closed',
      questionnaire,
      links: [{ groupId: 'g', token: 't' }],
      publishedOn: '2026-11-01',
      closedOn: '2026-11-20',
      ...NOTHING_COUNTED,
      responsesByGroup: { g: RESPONSES.length },
      counts: [
        { groupId: 'g', channel: 'code', n: 60 },
        { groupId: 'g', channel: 'paper', n: 38 },
      ],
      cells,
      tally: tallyOf(questionnaire, ['g'], cells),
    },
  }
}

function findingsOf(custody: SurveyCustody) {
  const { credibility } = compute(caseWith(custody))
  if (!credibility?.ok) throw new Error('not checked')
  return credibility.value.findings.filter(({ check }) => check === 'code-custody')
}

describe('what went out and came back', () => {
  const codes = [{ groupId: 'g', issued: 100, leftOver: 30 }]

  test('codes and forms that are all accounted for pass, each channel by itself', () => {
    const paper = [{ groupId: 'g', issued: 50, returned: 38, spoilt: 2, unused: 10, accepted: 38 }]
    expect(findingsOf({ codes, paper })).toMatchObject([
      { severity: 'pass', place: 'one-time-code' },
      { severity: 'pass', place: 'paper-entry' },
    ])
  })

  test('forms that are missing are named with their number', () => {
    const paper = [{ groupId: 'g', issued: 50, returned: 38, spoilt: 2, unused: 3, accepted: 38 }]
    expect(findingsOf({ codes, paper })).toContainEqual(
      expect.objectContaining({
        severity: 'flag',
        place: 'paper-entry',
        cause: 'unaccounted',
        statistics: expect.objectContaining({ issued: 50, unaccounted: 7 }),
      }),
    )
  })

  test('more answers by code than codes were handed out is told', () => {
    const few = [{ groupId: 'g', issued: 50, leftOver: null }]
    expect(findingsOf({ codes: few, paper: [] })).toContainEqual(
      expect.objectContaining({ severity: 'flag', place: 'one-time-code', cause: 'more-back-than-issued' }),
    )
  })

  test('slips are checked against a count by hand or not at all, never against their own sum', () => {
    const counted = (leftOver: number | null) =>
      findingsOf({ codes: [{ groupId: 'g', issued: 100, leftOver }], paper: [] }).find(
        ({ place }) => place === 'one-time-code',
      )
    expect(counted(null)).toMatchObject({ severity: 'not-applicable', missing: ['left-over-slips'] })
    expect(counted(40)).toMatchObject({ severity: 'pass' })
    expect(counted(41)).toMatchObject({ severity: 'flag', cause: 'left-over-slips-used' })
  })
})

test('where nothing was handed out, the check says what it would have needed', () => {
  expect(findingsOf({ codes: [], paper: [] }).every(({ severity }) => severity === 'not-applicable')).toBe(
    true,
  )
})

describe('what the counts tell beside the attitudes', () => {
  const withAge = addStandardItem(questionnaire, 'age')
  const caseOf = (responses: CountedResponse[]) => {
    const cells = countCells(withAge, responses)
    const base = caseWith({ codes: [], paper: [] })
    return {
      ...base,
      survey: {
        ...base.survey!,
        questionnaire: withAge,
        cells,
        counts: [{ groupId: 'g', channel: 'open-link' as const, n: responses.length }],
        responsesByGroup: { g: responses.length },
        tally: tallyOf(withAge, ['g'], cells),
      },
    }
  }
  const findings = (caseFile: CaseFile, check: string) => {
    const { credibility } = compute(caseFile)
    if (!credibility?.ok) throw new Error('not checked')
    return credibility.value.findings.filter((finding) => finding.check === check)
  }

  test('a survey through schools misses those of twenty and the old (Tianchang 2019: 1 % and 3 % of 1,250)', () => {
    // Shares of the 1,250 valid forms as printed in 干旱区地理 2019(2):463-468.
    const shares = { 'under-20': 225, '20-29': 13, '30-39': 562, '40-49': 412, '50-up': 38 }
    const responses = Object.entries(shares).flatMap(([age, n]) =>
      Array.from({ length: n }, (_, i) => ({
        groupId: 'g',
        channel: 'open-link' as const,
        day: '2026-11-10',
        answers: { age, attitude: i % 4 === 0 ? 'oppose' : 'support' },
      })),
    )
    const thin = findings(caseOf(responses), 'frame-coverage')
    expect(thin.map(({ severity, place }) => [severity, place])).toEqual([
      ['flag', '20至29岁'],
      ['flag', '50岁及以上'],
    ])
  })

  test('a day on which everybody answered, and forms that are all alike, are pointed at', () => {
    const on = (day: number, n: number, grade: string) =>
      Array.from({ length: n }, (_, i) => ({
        groupId: 'g',
        channel: 'open-link' as const,
        day: `2026-11-${String(day).padStart(2, '0')}`,
        answers: { attitude: i % 3 === 0 ? 'oppose' : 'support', openness: grade },
      }))
    const calm = [2, 3, 4, 5, 6, 7, 8, 9].flatMap((day) => on(day, 12, '2'))
    expect(findings(caseOf(calm), 'time-bursts')).toMatchObject([{ severity: 'pass' }])
    const burst = findings(caseOf([...calm, ...on(14, 400, '1')]), 'time-bursts')
    expect(burst).toContainEqual(expect.objectContaining({ severity: 'flag', place: '2026-11-14' }))
  })
})

describe('who was invited', () => {
  const groups = ['east', 'west', 'north'].map((id) => ({
    id,
    effect: 'direct' as const,
    name: id,
    households: 1000,
    persons: 3000,
  }))
  const plan = (savedOn: string) => ({
    version: 1,
    savedOn,
    entry: STARTING_PLAN,
    strata: groups.map((group) => ({ ...group, groupId: group.id, answers: 80, invited: 100 })),
  })
  const drawn: SamplingDraw = {
    seq: 1,
    announcedOn: '2026-10-20',
    source: '某日上证综合指数收盘点数',
    revealOn: '2026-10-21',
    reason: '',
    frameDigest: '',
    strata: groups.map(({ id, name }) => ({ groupId: id, name, size: 1000, sample: 100, listDigest: '' })),
    outcome: { publicNumber: '3412.58', drawnOn: '2026-10-21', lastTickets: {}, digest: '' },
  }
  function low(
    channel: Channel,
    counts: Readonly<Record<string, number>>,
    savedOn: string,
    draws: readonly SamplingDraw[] = [],
  ) {
    const responses = Object.entries(counts).flatMap(([groupId, n]) =>
      Array.from({ length: n }, (_, i) => ({
        groupId,
        channel,
        day: '2026-11-10',
        answers: { attitude: i % 4 === 0 ? 'oppose' : 'support' },
      })),
    )
    const cells = countCells(questionnaire, responses)
    const ids = groups.map(({ id }) => id)
    const base = caseWith({ codes: [], paper: [] })
    const { credibility } = compute({
      ...base,
      groups,
      sampling: { ...base.sampling, plans: [plan(savedOn)], draws },
      survey: {
        ...base.survey!,
        links: ids.map((groupId) => ({ groupId, token: groupId })),
        cells,
        counts: Object.entries(counts).map(([groupId, n]) => ({ groupId, channel, n })),
        responsesByGroup: counts,
        tally: tallyOf(questionnaire, ids, cells),
      },
    })
    if (!credibility?.ok) throw new Error('not checked')
    return credibility.value.findings.filter(({ check }) => check === 'stratum-response')
  }

  test('five of a hundred invited, where the others came with eighty, must be explained', () => {
    expect(low('code', { east: 80, west: 78, north: 5 }, '2026-10-20')).toMatchObject([
      { cause: 'stratum-low', severity: 'flag', place: 'north', statistics: { size: 100, invitedKnown: 1 } },
    ])
  })

  test('a plan made after the survey says nothing of who was asked: a notice at most', () => {
    expect(low('code', { east: 80, west: 78, north: 5 }, '2026-12-01')).toMatchObject([
      { cause: 'stratum-low', severity: 'notice', statistics: { size: 1000, invitedKnown: 0 } },
    ])
  })

  test('an open link that brought more than were invited is no fault, and invitations measure nothing then', () => {
    expect(low('open-link', { east: 140, west: 78, north: 70 }, '2026-10-20')).toMatchObject([
      { cause: 'rates-comparable', severity: 'pass', statistics: { invitedKnown: 0 } },
    ])
  })

  test('more interviews than households drawn is one', () => {
    const counts = { east: 140, west: 78, north: 70 }
    // A plan names nobody: more than it asked for is a larger sample.
    expect(low('assisted', counts, '2026-10-20')).toMatchObject([{ cause: 'rates-comparable' }])
    expect(low('assisted', counts, '2026-10-20', [drawn])).toContainEqual(
      expect.objectContaining({ cause: 'more-answers-than-people', severity: 'flag', place: 'east' }),
    )
  })
})
