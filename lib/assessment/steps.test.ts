import { describe, expect, test } from 'vitest'
import { INDICATORS } from '../dimensions/indicators.ts'
import { NOTHING_ALLOCATED } from '../economics/allocation.ts'
import { STARTING_PLAN } from '../survey/sampling/plan.ts'
import type { SurveyRecord, SurveyState } from '../survey/survey-record.ts'
import { NOTHING_COUNTED } from '../survey/survey-record.ts'
import { type CaseFile, NOTHING_ENTERED } from './case-file.ts'
import { EXAMPLE_ROUND } from './examples/disputes.ts'
import { EXAMPLE_PLAN } from './examples/emergency-plan.ts'
import { EXAMPLE_CONSULTATIONS, EXAMPLE_NOTICE } from './examples/participation.ts'
import {
  EXAMPLE_CASH_FLOWS,
  EXAMPLE_FACTORS,
  EXAMPLE_MATTER,
  EXAMPLE_QUESTIONNAIRE,
  exampleEconomics,
  exampleFindings,
} from './examples/resettlement.ts'
import { type StepId, stepsOf } from './steps.ts'

function survey(state: SurveyState, responses: number): SurveyRecord {
  return {
    id: 's',
    state,
    questionnaire: EXAMPLE_QUESTIONNAIRE,
    links: [],
    publishedOn: null,
    closedOn: null,
    ...NOTHING_COUNTED,
    responsesByGroup: { g: responses },
    tally: null,
  }
}

const AS_PUBLISHED = {
  state: 'published',
  slug: 'n',
  publishedOn: '2026-03-01',
  withdrawnOn: null,
  withdrawnBecause: '',
  corrects: null,
  postings: [],
} as const

function planned(answers: number): CaseFile['sampling'] {
  const stratum = {
    groupId: 'g',
    name: '桑科新村',
    effect: 'direct',
    households: 235,
    persons: 1125,
  } as const
  const strata = [{ ...stratum, answers, invited: answers }]
  const entry = { ...STARTING_PLAN, matters: ['policy' as const] }
  const plan = { version: 1, savedOn: '2026-11-20', entry, strata }
  return { ...NOTHING_ENTERED.sampling, plans: [plan] }
}

const complete: CaseFile = {
  ...NOTHING_ENTERED,
  id: 'a',
  version: 1,
  example: false,
  createdOn: '2026-11-23',
  schemeId: 'national-428',
  matter: EXAMPLE_MATTER,
  groups: [{ id: 'g', name: '桑科新村', effect: 'direct', households: 235, persons: 1125 }],
  findings: exampleFindings().map((finding) => ({ ...finding, scorerName: '张三', scoredOn: '2026-11-23' })),
  dimensionComments: [],
  factors: EXAMPLE_FACTORS.map((factor, i) => ({ ...factor, id: String(i) })),
  expertPanel: null,
  expectedEventPersons: 15,
  directConditions: null,
  survey: survey('closed', 292),
  sampling: planned(1),
  participation: {
    ...NOTHING_ENTERED.participation,
    notices: [{ ...EXAMPLE_NOTICE, id: 'n', from: '2026-03-02', until: '2026-04-01', ...AS_PUBLISHED }],
    consultations: EXAMPLE_CONSULTATIONS.map((held, i) => ({
      ...held,
      id: String(i),
      heldOn: '2026-03-10',
      counts: [{ groupId: 'g', persons: 20 }],
    })),
    themes: [
      {
        id: 'dust',
        name: '扬尘',
        keywords: [],
        counts: [{ groupId: 'g', source: 'meeting', day: '2026-11-01', n: 4 }],
        answer: {
          answer: 'adopted',
          reason: '合理',
          measure: '洒水',
          factorId: null,
          answeredOn: '2026-11-20',
        },
      },
    ],
  },
  disputes: {
    rounds: [{ ...EXAMPLE_ROUND, id: 'r', from: '2026-02-20', to: '2026-03-05' }],
    disputes: [],
    struck: [],
  },
  followUp: { measures: [], postEvaluation: null, emergencyPlan: EXAMPLE_PLAN },
  economics: exampleEconomics(['g']),
}

const empty: CaseFile = {
  ...complete,
  groups: [],
  findings: [],
  factors: [],
  expectedEventPersons: null,
  survey: null,
  participation: NOTHING_ENTERED.participation,
  disputes: NOTHING_ENTERED.disputes,
  followUp: NOTHING_ENTERED.followUp,
  economics: { ...exampleEconomics([]), years: [] },
}

function stepOf(caseFile: CaseFile, id: StepId) {
  return stepsOf(caseFile).find((step) => step.id === id)!
}

describe('the task list', () => {
  test('a complete case is done from end to end', () => {
    expect(stepsOf(complete).map(({ id, state, notes }) => ({ id, state, notes }))).toEqual(
      [
        'matter',
        'groups',
        'participation',
        'dimensions',
        'risks',
        'survey',
        'opinions',
        'disputes',
        'economics',
        'follow-up',
        'report',
      ].map((id) => ({
        id,
        state: 'done',
        notes: [],
      })),
    )
  })

  test('a fresh case has its matter and nothing else, and each step says what is missing', () => {
    expect(Object.fromEntries(stepsOf(empty).map(({ id, state, notes }) => [id, [state, ...notes]]))).toEqual(
      {
        matter: ['done'],
        groups: ['todo', 'no-groups'],
        participation: ['todo', 'no-notice', 'no-consultation'],
        dimensions: ['todo', 'no-findings'],
        risks: ['todo', 'no-factors'],
        survey: ['todo', 'no-survey'],
        opinions: ['todo', 'no-opinions'],
        disputes: ['todo', 'no-screening'],
        economics: ['todo', 'no-cash-flows'],
        'follow-up': ['todo', 'no-emergency-plan'],
        report: ['todo', 'earlier-steps-open'],
      },
    )
  })

  test('a group that nobody heard, a hearing without its clocks and a panel of two are pointed at', () => {
    const silent = { id: 'tenants', name: '租户', effect: 'direct' as const, households: 5, persons: 9 }
    expect(stepOf({ ...complete, groups: [...complete.groups, silent] }, 'participation')).toMatchObject({
      state: 'partial',
      done: 1,
      total: 2,
      notes: ['groups-unheard'],
    })
    const [meeting, panel] = complete.participation.consultations
    const consultations = [
      { ...meeting!, kind: 'hearing' as const },
      { ...panel!, experts: panel!.experts.slice(0, 2) },
    ]
    expect(
      stepOf({ ...complete, participation: { ...complete.participation, consultations } }, 'participation'),
    ).toMatchObject({ state: 'attention', notes: ['hearing-without-reason', 'few-experts'] })
  })

  test('the public is told by a notice with a clock, still running ones and short ones deserve a second look', () => {
    const [notice] = complete.participation.notices
    const noticed = (part: Partial<typeof notice>) =>
      stepOf(
        { ...complete, participation: { ...complete.participation, notices: [{ ...notice!, ...part }] } },
        'participation',
      ).notes
    expect(noticed({})).toEqual([])
    expect(noticed({ kind: 'other', until: '2026-03-03' })).toEqual(['no-notice'])
    expect(noticed({ state: 'withdrawn', withdrawnOn: '2026-03-04' })).toEqual(['no-notice'])
    expect(noticed({ until: '2026-03-20' })).toEqual(['notice-too-short'])
    expect(noticed({ until: '2026-03-20', shortenedBecause: '汛期将至' })).toEqual([])
    expect(noticed({ until: '2027-03-20' })).toEqual(['notice-running'])
  })

  test('an emergency plan without a scenario is none', () => {
    const withPlan = (part: Partial<typeof EXAMPLE_PLAN>) =>
      stepOf(
        { ...complete, followUp: { ...complete.followUp, emergencyPlan: { ...EXAMPLE_PLAN, ...part } } },
        'follow-up',
      )
    expect(withPlan({ drills: [] }).state).toBe('done')
    expect(withPlan({ scenarios: [] })).toMatchObject({ state: 'todo', notes: ['no-emergency-plan'] })
  })

  test('opinions wait for a theme, and themes for an answer', () => {
    const [theme] = complete.participation.themes
    const open = { ...complete.participation, themes: [{ ...theme!, answer: null }], uncodedOpinions: 2 }
    expect(stepOf({ ...complete, participation: open }, 'opinions')).toEqual({
      id: 'opinions',
      state: 'partial',
      done: 0,
      total: 6,
      notes: ['opinions-uncoded', 'themes-unanswered'],
    })
  })

  test('disputes are screened before the decision, and open ones stay in sight', () => {
    const [round] = complete.disputes.rounds
    const open = {
      id: 'd',
      subject: '青苗补偿面积有争议',
      groupIds: [] as string[],
      size: '5-29',
      severity: 'general',
      registeredOn: '2026-03-01',
      roundId: 'r',
      factorId: null,
      state: 'referred',
      track: 'people',
      owner: '调委会',
      deadline: '2026-03-20',
      events: [],
    } as const
    expect(
      stepOf({ ...complete, disputes: { rounds: [round!], disputes: [open], struck: [] } }, 'disputes'),
    ).toMatchObject({
      state: 'attention',
      notes: ['disputes-open'],
    })
    const late = { ...round!, stage: 'after-decision' as const }
    expect(
      stepOf({ ...complete, disputes: { rounds: [late], disputes: [], struck: [] } }, 'disputes'),
    ).toMatchObject({
      state: 'todo',
      notes: ['no-screening'],
    })
  })

  test('an assessor that carries the matter out is pointed at', () => {
    const matter = { ...EXAMPLE_MATTER, implementer: ` ${EXAMPLE_MATTER.assessor} ` }
    expect(stepOf({ ...complete, matter }, 'matter')).toMatchObject({
      state: 'attention',
      notes: ['assessor-is-implementer'],
    })
  })

  test('groups without anybody directly affected, or without persons, are pointed at', () => {
    const groups = [{ id: 'g', name: '周边居民', effect: 'indirect' as const, households: 0, persons: 0 }]
    expect(stepOf({ ...complete, groups }, 'groups')).toMatchObject({
      state: 'attention',
      done: 0,
      total: 1,
      notes: ['no-direct-group', 'empty-group'],
    })
  })

  test('findings are counted once per known indicator', () => {
    const first = complete.findings[0]!
    const findings = [first, first, { ...first, indicatorId: 'gone.from-the-list' }]
    expect(stepOf({ ...complete, findings }, 'dimensions')).toMatchObject({
      state: 'partial',
      done: 1,
      total: INDICATORS.length,
      notes: ['findings-missing'],
    })
  })

  test('a failed indicator keeps the tick away even when every indicator is found', () => {
    const findings = complete.findings.map((finding, i) =>
      i === 3 ? { ...finding, grade: 'not-met' as const } : finding,
    )
    expect(stepOf({ ...complete, findings }, 'dimensions')).toMatchObject({
      state: 'attention',
      notes: ['dimension-fails'],
    })
  })

  test.each([0.94, 1.04])('weights that add up to %d are pointed at', (sum) => {
    const [first, ...rest] = complete.factors
    const factors = [{ ...first!, weight: first!.weight + sum - 1 }, ...rest]
    expect(stepOf({ ...complete, factors }, 'risks').notes).toEqual(['weights-do-not-sum'])
  })

  test('weights that miss one by rounding alone are not', () => {
    const [first, ...rest] = complete.factors
    const factors = [{ ...first!, weight: first!.weight + 1e-9 }, ...rest]
    expect(stepOf({ ...complete, factors }, 'risks').state).toBe('done')
  })

  test('factors without measures are counted, an unjudged event size is missing', () => {
    const factors = complete.factors.map((factor, i) => (i < 2 ? { ...factor, measures: [] } : factor))
    expect(stepOf({ ...complete, factors }, 'risks')).toMatchObject({
      state: 'attention',
      done: 5,
      total: 7,
      notes: ['factors-without-measure'],
    })
    expect(stepOf({ ...complete, expectedEventPersons: null }, 'risks')).toMatchObject({
      state: 'partial',
      notes: ['no-event-size'],
    })
    expect(stepOf({ ...complete, expectedEventPersons: 0 }, 'risks').state).toBe('done')
  })

  test('a survey counts only when it is closed and somebody answered', () => {
    const states = [
      survey('draft', 0),
      survey('published', 120),
      survey('closing', 120),
      survey('closed', 0),
      survey('closed', 199),
      survey('closed', 200),
    ]
    expect(
      states.map((record) => {
        const step = stepOf({ ...complete, survey: record }, 'survey')
        return [step.state, step.done, ...step.notes]
      }),
    ).toEqual([
      ['partial', 1, 'survey-draft'],
      ['partial', 2, 'survey-open'],
      ['partial', 2, 'survey-counting'],
      ['attention', 3, 'survey-empty'],
      // The floor for a major policy: 200 of those directly affected.
      ['attention', 3, 'sample-insufficient'],
      ['done', 3],
    ])
  })

  test('a survey without a plan is pointed at while a plan can still be made', () => {
    const notes = (state: SurveyState) => {
      const unplanned = { ...complete, survey: survey(state, 200), sampling: NOTHING_ENTERED.sampling }
      return stepOf(unplanned, 'survey').notes
    }
    expect(notes('draft')).toEqual(['survey-draft', 'no-sampling-plan'])
    expect(notes('published')).toEqual(['survey-open', 'no-sampling-plan'])
    expect(notes('closed')).toEqual([])
  })

  test('a closed survey below its plan deserves a second look', () => {
    const step = (answers: number) =>
      stepOf({ ...complete, survey: survey('closed', 210), sampling: planned(answers) }, 'survey')
    expect(step(210).state).toBe('done')
    expect(step(211)).toMatchObject({ state: 'attention', notes: ['sample-below-plan'] })
  })

  test('a questionnaire that cannot measure opposition is pointed at', () => {
    const record = survey('closed', 292)
    const questionnaire = {
      ...record.questionnaire,
      indices: { ...record.questionnaire.indices, opposition: null },
    }
    expect(stepOf({ ...complete, survey: { ...record, questionnaire } }, 'survey')).toMatchObject({
      state: 'attention',
      notes: ['no-opposition-item'],
    })
  })

  test('cash flows without benefit, or with measures that cost nothing, are pointed at', () => {
    const years = EXAMPLE_CASH_FLOWS.years.map((year) => ({ ...year, benefit: 0, mitigation: 0 }))
    const economics = { ...exampleEconomics(['g']), years }
    expect(stepOf({ ...complete, economics }, 'economics').notes).toEqual([
      'no-benefit',
      'no-mitigation-cost',
    ])
    expect(stepOf({ ...complete, economics, factors: [] }, 'economics').notes).toEqual(['no-benefit'])
  })

  test('shares that are missing, left over or all costs ask for a second look and hold nothing up', () => {
    const shared = (shares: Partial<CaseFile['economics']['shares']>) => ({
      ...complete,
      economics: { ...complete.economics, shares: { ...complete.economics.shares, ...shares } },
    })
    const notes = (caseFile: CaseFile) => stepOf(caseFile, 'economics').notes
    const bare = { ...complete, economics: { ...complete.economics, shares: NOTHING_ALLOCATED } }
    expect(notes(bare)).toEqual(['nothing-shared-out'])
    expect(stepOf(bare, 'economics').state).toBe('attention')
    expect(stepOf(bare, 'report').state).toBe('done')
    expect(notes(shared({ benefit: { g: 0.5 } }))).toEqual(['shares-left-over'])
    expect(notes(shared({ benefit: { $public: 1 }, received: { $public: 1 } }))).toEqual(['group-only-pays'])
  })

  test('the report waits for every earlier step, but not for its blemishes', () => {
    expect(stepOf({ ...complete, survey: null }, 'report')).toMatchObject({
      state: 'partial',
      done: 9,
      total: 10,
      notes: ['earlier-steps-open'],
    })
    const matter = { ...EXAMPLE_MATTER, implementer: EXAMPLE_MATTER.assessor }
    expect(stepOf({ ...complete, matter }, 'report').state).toBe('done')
  })
})
