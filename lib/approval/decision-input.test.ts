import { describe, expect, test } from 'vitest'
import type { CaseFile } from '../assessment/case-file.ts'
import { compute } from '../verdict/compute.ts'
import { foundationOf, isVoided } from './decision-input.ts'
import { difference } from './difference.ts'
import {
  AFTER,
  answer,
  BEFORE,
  consultation,
  dispute,
  FROZEN_ON,
  FULL_CASE,
  mediaItem,
  notice,
  withDrill,
} from './frozen-case.fixture.ts'

const foundation = foundationOf(JSON.parse(JSON.stringify(FULL_CASE)), FROZEN_ON)
const { participation, disputes, followUp, survey, factors, economics, custody, sampling } = FULL_CASE
const [theme, answered] = participation.themes

type Change = Partial<CaseFile>
const told = (change: Partial<CaseFile['participation']>): Change => ({
  participation: { ...participation, ...change },
})
const quarrelled = (change: Partial<CaseFile['disputes']>): Change => ({
  disputes: { ...disputes, ...change },
})
const opinions = (day: string, n = 3) => ({ groupId: 'village-2', source: 'online' as const, day, n })

/** What belongs to the time after freezing, case by case. */
const LATER: Readonly<Record<string, Change>> = {
  'a raised version': { version: 99 },
  'a measure that was carried out': {
    followUp: {
      ...followUp,
      measures: [
        {
          factorId: factors[0]!.id,
          measureId: factors[0]!.measures[0]!.id,
          state: 'done',
          doneOn: AFTER,
          proof: '验收记录',
        },
      ],
    },
  },
  'a drill that was held': { followUp: { ...followUp, emergencyPlan: withLaterDrill() } },
  'a look back': {
    followUp: {
      ...followUp,
      postEvaluation: {
        heldOn: AFTER,
        evaluator: '第三方',
        factors: [],
        lessons: '及时',
        recommendation: 'continue',
      },
    },
  },
  'a notice in draft': told({
    notices: [...participation.notices, notice('n2', { state: 'draft', publishedOn: null })],
  }),
  'a notice of the decision': told({
    notices: [...participation.notices, notice('n2', { publishedOn: AFTER })],
  }),
  'a notice put up once more': told({
    notices: [
      notice('n1', {
        postings: [...notice('n1').postings, { place: '集市', postedOn: AFTER, photo: null }],
      }),
    ],
  }),
  'a meeting held later': told({
    consultations: [...participation.consultations, consultation('c2', { heldOn: AFTER })],
  }),
  'a piece in the press': told({ mediaItems: [...participation.mediaItems, mediaItem('m2', AFTER)] }),
  'opinions that wait for a theme': told({ uncodedOpinions: 3 }),
  'later opinions of an old theme': told({
    themes: [{ ...theme!, counts: [...theme!.counts, opinions(AFTER)] }, answered!],
  }),
  'later opinions of a new theme': told({
    themes: [
      ...participation.themes,
      { id: 't3', name: '噪声', keywords: [], counts: [opinions(AFTER)], answer: null },
    ],
  }),
  'the answer to a theme of later opinions': told({
    themes: [
      ...participation.themes,
      {
        id: 't3',
        name: '噪声',
        keywords: [],
        counts: [opinions(AFTER)],
        answer: { ...answer, answeredOn: AFTER },
      },
    ],
  }),
  'words by which a theme is suggested': told({
    themes: [{ ...theme!, keywords: ['过渡', '租房'] }, answered!],
  }),
  'a dispute that came later': quarrelled({
    disputes: [...disputes.disputes, dispute('d2', { registeredOn: AFTER })],
  }),
  'a dispute that was settled': quarrelled({
    disputes: [dispute('d1', { state: 'settled', track: 'people', owner: '调委会', deadline: AFTER })],
  }),
  'a screening after the decision': quarrelled({
    rounds: [
      ...disputes.rounds,
      { ...disputes.rounds[0]!, id: 'r2', stage: 'after-decision', from: AFTER, to: AFTER },
    ],
  }),
  'a second survey in draft': {
    survey: { ...survey!, id: 'second', state: 'draft', tally: null },
    custody: { codes: [], paper: [] },
    sampling: { lists: [], plans: [], draws: [] },
    earlierSurvey: earlier(survey!.id),
  },
  'groups that a second survey counts anew': {
    survey: { ...survey!, id: 'second', state: 'draft', tally: null },
    groups: [
      ...FULL_CASE.groups.map((group) => ({ ...group, persons: group.persons + 7 })),
      { id: 'forgotten', name: '北村', effect: 'direct', households: 20, persons: 60 },
    ],
    earlierSurvey: earlier(survey!.id),
  },
  'a third survey': {
    survey: { ...survey!, id: 'third', state: 'draft', tally: null },
    earlierSurvey: earlier('second'),
  },
}

function withLaterDrill() {
  const plan = followUp.emergencyPlan!
  return { ...plan, drills: [...plan.drills, ...withDrill(AFTER).drills.slice(-1)] }
}
function earlier(id: string): CaseFile['earlierSurvey'] {
  return { id, closedOn: survey!.closedOn!, questionnaire: survey!.questionnaire, tally: survey!.tally! }
}

/** What the decision rests on, and what was there by the day of freezing, whenever it was entered. */
const DECIDED: Readonly<Record<string, Change>> = {
  matter: { matter: { ...FULL_CASE.matter, summary: '另一个方案' } },
  scheme: { schemeId: 'sichuan-default' },
  groups: { groups: FULL_CASE.groups.slice(1) },
  finding: { findings: FULL_CASE.findings.slice(1) },
  'comment of a dimension': { dimensionComments: [] },
  weight: { factors: [{ ...factors[0]!, weight: factors[0]!.weight + 0.01 }, ...factors.slice(1)] },
  'deadline of a measure': {
    factors: [
      { ...factors[0]!, measures: factors[0]!.measures.map((one) => ({ ...one, deadline: '2029-01-01' })) },
      ...factors.slice(1),
    ],
  },
  'experts’ scores': { expertPanel: null },
  'size of the event': { expectedEventPersons: 16 },
  'direct conditions': { directConditions: null },
  economics: { economics: { ...economics, socialDiscountRate: 0.06 } },
  'who bears what': {
    economics: { ...economics, shares: { ...economics.shares, mitigation: { $treasury: 1 } } },
  },
  'financial basis': { economics: { ...economics, financial: null } },
  narrative: { narratives: { matter: '改写' } },
  'another survey without a trace of the first': { survey: { ...survey!, id: 'other' } },
  'paper found unused': { custody: { ...custody, paper: [{ ...custody.paper[0]!, unused: 9 }] } },
  'household list': { sampling: { ...sampling, lists: [] } },
  'emergency plan': { followUp: { ...followUp, emergencyPlan: null } },
  'drill entered late': { followUp: { ...followUp, emergencyPlan: withDrill('2026-09-01') } },
  'notice withdrawn': told({
    notices: [notice('n1', { state: 'withdrawn', withdrawnOn: AFTER, withdrawnBecause: '有误' })],
  }),
  'posting taken away': told({ notices: [notice('n1', { postings: [] })] }),
  'meeting entered late': told({
    consultations: [...participation.consultations, consultation('c2', { heldOn: BEFORE })],
  }),
  'piece entered late': told({ mediaItems: [...participation.mediaItems, mediaItem('m2', BEFORE)] }),
  'tone of a piece': told({
    mediaItems: [{ ...participation.mediaItems[0]!, toneSecond: 'negative' }],
  }),
  'opinion entered late': told({
    themes: [{ ...theme!, counts: [...theme!.counts, opinions(BEFORE)] }, answered!],
  }),
  'answer to a theme': told({
    themes: [{ ...theme!, answer: { ...answer, answer: 'not-adopted', measure: '' } }, answered!],
  }),
  'answer that nobody had asked for': told({
    themes: [theme!, { ...answered!, answer: { ...answer, reason: '改了理由', answeredOn: AFTER } }],
  }),
  'answer taken back': told({ themes: [theme!] }),
  'dispute entered late': quarrelled({ disputes: [...disputes.disputes, dispute('d2')] }),
  'groups of a dispute': quarrelled({ disputes: [dispute('d1', { groupIds: ['village-3'] })] }),
  'screening entered late': quarrelled({
    rounds: [...disputes.rounds, { ...disputes.rounds[0]!, id: 'r2' }],
  }),
}

/** Inputs alone are compared here, so the results are computed once. */
const results = compute(FULL_CASE)
const changesTo = (caseFile: CaseFile) =>
  difference({ caseFile: FULL_CASE, results }, { caseFile, results }).inputs

test('the case that was frozen covers itself, also after a round through the database', () => {
  expect(isVoided(FULL_CASE, foundation)).toBe(false)
  expect(isVoided(JSON.parse(JSON.stringify(FULL_CASE)), foundation)).toBe(false)
})

describe('what comes after freezing leaves the approval standing', () => {
  test.each(Object.entries(LATER))('%s', (_, change) => {
    expect(isVoided({ ...FULL_CASE, ...change }, foundation)).toBe(false)
  })
})

describe('what was decided upon does not change unseen', () => {
  test.each(Object.entries(DECIDED))('%s', (_, change) => {
    expect(isVoided({ ...FULL_CASE, ...change }, foundation)).toBe(true)
    expect(changesTo({ ...FULL_CASE, ...change })).not.toEqual([])
  })
})

test('a value of every kind that voids is in the list of differences', () => {
  // One of each: a thousand counts of the same table are changed alike.
  const kindOf = (path: readonly string[]) =>
    path[0] === 'survey' && path[1] !== 'questionnaire'
      ? [...path.slice(0, 2), path.length].join('.')
      : path.map((key) => (/^\d+$/.test(key) ? '*' : key)).join('.')
  const seen = new Set<string>()
  const unseen: string[] = []
  let voiding = 0
  const walk = (path: readonly string[], part: unknown): void => {
    if (typeof part === 'object' && part !== null) {
      for (const [key, member] of Object.entries(part)) walk([...path, key], member)
      return
    }
    const kind = kindOf(path)
    if (seen.has(kind)) return
    seen.add(kind)
    const changed = structuredClone(FULL_CASE) as unknown as Record<string, unknown>
    const owner = path
      .slice(0, -1)
      .reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, changed)
    owner[path.at(-1)!] = typeof part === 'number' ? part + 1 : typeof part === 'boolean' ? !part : `${part}·`
    const after = changed as unknown as CaseFile
    if (!isVoided(after, foundation)) return
    voiding += 1
    if (changesTo(after).length === 0) unseen.push(path.join('.'))
  }
  const { id: _, example: __, createdOn: ___, version: ____, ...compared } = FULL_CASE
  walk([], compared)
  expect(unseen).toEqual([])
  expect(voiding).toBeGreaterThan(100)
}, 120_000)
